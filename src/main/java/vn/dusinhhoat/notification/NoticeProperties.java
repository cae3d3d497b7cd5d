package vn.dusinhhoat.notification;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may set under {@code dusinhhoat.notices.}.
 *
 * @param quietFrom  nothing is sent from this time of the day on, in Asia/Ho_Chi_Minh
 * @param quietUntil first time at which something is sent again; the same as quietFrom: never quiet
 * @param from       address of the sender; unset means: no-reply address at the host of the public address
 */
@ConfigurationProperties("dusinhhoat.notices")
public record NoticeProperties(@DefaultValue("21:30") LocalTime quietFrom, @DefaultValue("06:30") LocalTime quietUntil, String from) {

    /** Whether nothing may be sent at this time of the day. */
    public boolean isQuiet(LocalTime time) {
        return quietFrom.isAfter(quietUntil) ? !time.isBefore(quietFrom) || time.isBefore(quietUntil)
                : !time.isBefore(quietFrom) && time.isBefore(quietUntil);
    }
}
