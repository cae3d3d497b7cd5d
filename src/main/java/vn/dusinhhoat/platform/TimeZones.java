package vn.dusinhhoat.platform;

import java.time.ZoneId;

/** The one time zone of the product. */
public final class TimeZones {

    /** Vietnam has had no clock change since 1975; dates without a zone are dates in this one. */
    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private TimeZones() {
    }
}
