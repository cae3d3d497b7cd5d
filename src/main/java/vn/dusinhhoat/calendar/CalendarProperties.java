package vn.dusinhhoat.calendar;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may set under {@code dusinhhoat.calendar.}.
 *
 * @param count which days "sau 03 ngày" counts; a change holds for limits that begin after it
 */
@ConfigurationProperties("dusinhhoat.calendar")
public record CalendarProperties(@DefaultValue("CALENDAR_DAYS") Counting count) {
}
