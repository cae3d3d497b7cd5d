package vn.dusinhhoat.access.accounts;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets methods run by the clock. What belongs to a case is a timer of its process instead. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NightlySchedule {
}
