package vn.dusinhhoat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The contexts use each other's root packages only, and not in circles. */
class ModularityTest {

    @Test
    void modulesKeepTheirBoundaries() {
        ApplicationModules.of(DuSinhHoatApplication.class).verify();
    }
}
