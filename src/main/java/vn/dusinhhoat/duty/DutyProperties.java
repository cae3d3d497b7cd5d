package vn.dusinhhoat.duty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may set under {@code dusinhhoat.duty.}.
 *
 * @param leastDays a shorter part of a period owes nothing (situation C8)
 */
@ConfigurationProperties("dusinhhoat.duty")
public record DutyProperties(@DefaultValue("15") int leastDays) {
}
