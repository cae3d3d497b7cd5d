package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.TimeZones;

/** A member adds a visit in a period and takes it out again, on a desk and on a phone; what was typed meanwhile stays. */
class FurtherPlanVisitJourneyIT extends WalkInTurns {

    private static final String MEMBER = VisitFixture.PROVINCE_MEMBER;
    private static final String PLANS = "/camunda/plans/";

    @Autowired
    private TaskService tasks;
    @Autowired
    private IdentityService identities;
    @Autowired
    private JdbcClient sql;
    private final int year = LocalDate.now(TimeZones.VIETNAM).getYear() + 1;
    private PlanJourneyFacts facts;

    @BeforeEach
    void campaign() {
        facts = new PlanJourneyFacts(sql, tasks, identities);
        facts.yearIsFree(year, port);
        facts.dutiesBegin(LocalDate.of(year, 1, 1));
        String board = facts.memberOf(facts.province(), "ORGANISATION_BOARD", MEMBER, VisitFixture.PROVINCE_RECEIVER);
        onPage(PLANS, DESK, board, "further-open", page -> {
            page.getByText("Mở đợt xây dựng kế hoạch năm " + year).click();
            page.locator("#opens").getByText("Mở đợt", EXACTLY).click();
            assertThat(page.locator("#message")).containsText("Đã mở đợt xây dựng kế hoạch năm " + year);
        });
    }

    @AfterEach
    void reset() {
        facts.yearIsFree(year, port);
        facts.dutiesEnd();
    }

    @Test
    void aVisitIsAddedAndTakenOutAgain() {
        inTasklist(DESK, MEMBER, "further-desk", tasklist -> {
            Locator lines = open(tasklist);
            lines.first().locator("[name=theme]").fill("Nghe chi bộ bàn việc làng");
            lines.first().getByText("Thêm cuộc sinh hoạt", EXACTLY).click();
            assertThat(lines).hasCount(3);
            assertThat(lines.first().locator("[name=theme]")).hasValue("Nghe chi bộ bàn việc làng");
            assertThat(lines.nth(1)).containsText("Cuộc sinh hoạt thêm");
            assertThat(lines.nth(1)).containsText("Chưa chọn chi bộ");
            look(tasklist, "further-added");
            lines.nth(1).getByText("Chọn chi bộ", EXACTLY).click();
            lines.nth(1).locator(".dsh-cells li").filter(new Locator.FilterOptions().setHasNotText("Phải sửa")).nth(4)
                    .getByText("Chọn", EXACTLY).click();
            assertThat(lines.nth(1)).not().containsText("Phải sửa");
            assertThat(tasklist.form().locator(".dsh-status")).containsText("Đã lưu lúc");
            look(tasklist, "further-chosen");
        });
        inTasklist(PHONE, MEMBER, "further-phone", tasklist -> {
            Locator lines = open(tasklist);
            assertThat(lines).hasCount(3);
            look(tasklist, "further-phone");
            lines.nth(1).getByText("Bỏ cuộc này", EXACTLY).click();
            assertThat(lines).hasCount(2);
            assertThat(tasklist.form()).not().containsText("Cuộc sinh hoạt thêm");
        });
    }

    private Locator open(TasklistPage tasklist) {
        tasklist.openTask("Xây dựng kế hoạch cá nhân năm " + year);
        return tasklist.form().locator(".dsh-line");
    }
}
