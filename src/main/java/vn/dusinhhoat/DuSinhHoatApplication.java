package vn.dusinhhoat;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.modulith.Modulithic;
import vn.dusinhhoat.platform.TimeZones;

/** Starts the application. Every date of the product is a date in Vietnam, so the zone is set before anything else. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableJpaRepositories(considerNestedRepositories = true)
@Modulithic(systemName = "Dự sinh hoạt")
public class DuSinhHoatApplication {

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone(TimeZones.VIETNAM));
        SpringApplication.run(DuSinhHoatApplication.class, args);
    }
}
