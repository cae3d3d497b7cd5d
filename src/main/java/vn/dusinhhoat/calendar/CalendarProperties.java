package vn.dusinhhoat.calendar;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may set under {@code dusinhhoat.calendar.}.
 *
 * @param count what "ngày" means in limits; a change holds for limits that begin after it
 */
@ConfigurationProperties("dusinhhoat.calendar")
record CalendarProperties(@DefaultValue("CALENDAR_DAYS") DayCount count) {
}
