package vn.dusinhhoat.notification.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.notification.Moment;
import vn.dusinhhoat.notification.NoticeKind;
import vn.dusinhhoat.notification.NoticeMoments;
import vn.dusinhhoat.notification.NoticesTest;

/** Every row of notice-moments.dmn, at its hour and around it. */
class DmnNoticeMomentsTest extends NoticesTest {

    @Autowired
    private NoticeMoments moments;

    @ParameterizedTest
    @CsvSource({
        "06:59, ''",
        "07:00, BEFORE_MEETING:1 BEFORE_LIMIT:1 CLERK_DIGEST:0",
        "11:59, BEFORE_MEETING:1 BEFORE_LIMIT:1 CLERK_DIGEST:0",
        "12:00, BEFORE_MEETING:1",
        "16:00, BEFORE_MEETING:1 AT_LIMIT:0",
        "20:30, BEFORE_MEETING:1 MEETING_EVENING:0 AT_LIMIT:0",
    })
    void whatIsThereByNow(LocalTime time, String expected) {
        assertThat(moments.at(time)).containsExactlyInAnyOrderElementsOf(Arrays.stream(expected.split(" ")).filter(each -> !each.isEmpty())
                .map(each -> each.split(":")).map(each -> new Moment(NoticeKind.valueOf(each[0]), Integer.parseInt(each[1]))).toList());
    }
}
