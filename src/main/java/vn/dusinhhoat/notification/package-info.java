/** Reminders by mail: which moments are due, the outbox, and its sending (ADR 0010). */
@org.springframework.modulith.ApplicationModule(displayName = "Notification")
package vn.dusinhhoat.notification;
