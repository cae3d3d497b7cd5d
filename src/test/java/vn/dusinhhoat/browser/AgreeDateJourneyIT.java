package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitChanges;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitState;
import vn.dusinhhoat.platform.TimeZones;

/** Next month's visit in Tasklist: one call to the cell, one tap (III.2a, ruling B3). */
class AgreeDateJourneyIT extends BrowserJourney {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String BUTTON = "Đã thống nhất qua điện thoại";

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private VisitChanges changes;

    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, dv-17971-21", "390, 844, dv-17971-22"})
    void agreedAsItStandsOrOnAnotherDayOrElsewhere(int width, int height, String visitor) {
        LocalDate first = LocalDate.now(TimeZones.VIETNAM).plusDays(20);
        Visit asItStands = fixture.visitOf(visitor, first, "17971-3");
        Visit otherDay = fixture.visitOf(visitor, first.plusDays(1), "17971-4");
        Visit elsewhere = fixture.visitOf(visitor, first.plusDays(2), "17971-5");
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, visitor, "agree-" + width);
            tasklist.openFilter("Việc của tôi");
            agree(tasklist, first);
            agreeOnAnotherDay(tasklist, first.plusDays(1));
            agreedWhileTheFormIsOpen(tasklist, elsewhere, first.plusDays(2));
            assertThat(tasklist.scrollsSideways()).isFalse();
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
        assertThat(fixture.reload(asItStands).state()).isEqualTo(VisitState.AGREED);
        assertThat(fixture.reload(asItStands).meetingDay()).isEqualTo(first);
        assertThat(fixture.reload(otherDay).state()).isEqualTo(VisitState.AGREED);
        assertThat(fixture.reload(otherDay).meetingAt()).isEqualTo(first.plusDays(5).atTime(LocalTime.of(19, 0)).atZone(TimeZones.VIETNAM).toInstant());
        assertThat(fixture.reload(elsewhere).meetingDay()).isEqualTo(first.plusDays(2));
    }

    /** Tasklist asks for its list every ten seconds; one asked for before the task was completed still has it. */
    @Test
    void aListThatWasOnItsWayDoesNotBringTheTaskBack() {
        LocalDate day = LocalDate.now(TimeZones.VIETNAM).plusDays(30);
        fixture.visitOf("dv-17971-21", day, "17971-6");
        try (BrowserContext browser = browsers.open(1280, 900)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, "dv-17971-21", "agree-late-list");
            tasklist.openFilter("Việc của tôi");
            tasklist.openTask(title(day));
            List<Route> onItsWay = new ArrayList<>();
            List<APIResponse> before = new ArrayList<>();
            tasklist.page().route("**/filter/*/list**", route -> {
                if (onItsWay.isEmpty()) {
                    onItsWay.add(route);
                    before.add(route.fetch());
                } else {
                    route.resume();
                }
            });
            tasklist.page().waitForCondition(() -> !before.isEmpty());
            tasklist.press(BUTTON);
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Đã ghi nhận");
            onItsWay.get(0).fulfill(new Route.FulfillOptions().setResponse(before.get(0)));
            assertThat(tasklist.page().getByText(title(day))).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(6_000));
        }
    }

    private static String title(LocalDate day) {
        return "họp ngày " + DAY.format(day);
    }

    private void agree(TasklistPage tasklist, LocalDate day) {
        tasklist.openTask(title(day));
        assertThat(tasklist.form()).containsText("Xã Kim Liên");
        assertThat(tasklist.form()).containsText("19:30, ngày " + DAY.format(day));
        assertThat(tasklist.form()).containsText("Phó Bí thư: đồng chí");
        tasklist.photograph("form");
        tasklist.press(BUTTON);
        assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Đã ghi nhận: thống nhất thời gian với chi ủy");
        tasklist.awaitGone(title(day));
        tasklist.photograph("agreed");
        tasklist.page().locator(".dsh-announcement button").click();
    }

    private void agreeOnAnotherDay(TasklistPage tasklist, LocalDate day) {
        tasklist.openTask(title(day));
        tasklist.fill("meetingAt", "");
        tasklist.press(BUTTON);
        assertThat(tasklist.form()).containsText("Đề nghị đồng chí ghi đủ ngày, giờ họp");
        String past = LocalDate.now(TimeZones.VIETNAM).minusDays(3) + "T19:00";
        tasklist.fill("meetingAt", past);
        assertThat(tasklist.form()).containsText("Ngày, giờ khác lịch đã có");
        tasklist.press(BUTTON);
        assertThat(tasklist.form().locator("[role=alert]")).containsText("Ngày, giờ họp mới đã qua: ghi ngày, giờ sắp tới.");
        assertThat(tasklist.value("meetingAt")).as("what was typed stays").isEqualTo(past);
        tasklist.photograph("past");
        tasklist.fill("meetingAt", day.plusDays(4) + "T19:00");
        tasklist.press(BUTTON);
        assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Đã ghi nhận");
        tasklist.awaitGone(title(day));
        tasklist.page().locator(".dsh-announcement button").click();
    }

    private void agreedWhileTheFormIsOpen(TasklistPage tasklist, Visit visit, LocalDate day) {
        tasklist.openTask(title(day));
        changes.agree(visit.id(), "dv-17971-7");
        tasklist.fill("meetingAt", day.plusDays(3) + "T18:30");
        tasklist.press(BUTTON);
        assertThat(tasklist.form().locator("[role=alert]")).containsText("thời gian đã được thống nhất ở nơi khác");
        assertThat(tasklist.value("meetingAt")).isEqualTo(day.plusDays(3) + "T18:30");
        tasklist.photograph("elsewhere");
        Page visits = tasklist.page();
        visits.locator(".dsh-error a").click();
        assertThat(visits.locator("#list")).containsText("Đã thống nhất với chi ủy");
        photograph(visits, "agree-" + visits.viewportSize().width + "-visits");
    }
}
