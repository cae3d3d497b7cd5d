package vn.dusinhhoat.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quiet hours over midnight, within a day, and none. */
class NoticePropertiesTest {

    @ParameterizedTest
    @CsvSource({
        "21:30, 06:30, 21:29, false", "21:30, 06:30, 21:30, true", "21:30, 06:30, 00:00, true", "21:30, 06:30, 06:29, true",
        "21:30, 06:30, 06:30, false", "12:00, 13:30, 11:59, false", "12:00, 13:30, 12:00, true", "12:00, 13:30, 13:30, false",
        "00:00, 00:00, 00:00, false", "22:00, 22:00, 22:00, false",
    })
    void isQuiet(LocalTime from, LocalTime until, LocalTime time, boolean quiet) {
        assertThat(new NoticeProperties(from, until, null).isQuiet(time)).isEqualTo(quiet);
    }
}
