package vn.dusinhhoat.notification;

/** Whether there is a mail server at all. */
public interface MailServer {

    /** Whether the installation has named one ({@code spring.mail.host}). */
    boolean isSetUp();
}
