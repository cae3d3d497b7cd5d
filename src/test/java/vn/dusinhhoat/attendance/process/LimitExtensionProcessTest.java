package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dusinhhoat.attendance.process.ExtensionSteps.moreDays;
import static vn.dusinhhoat.attendance.process.ExtensionSteps.until;
import static vn.dusinhhoat.attendance.process.ExtensionSteps.wanted;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.extension.DocumentKind;
import vn.dusinhhoat.attendance.extension.ExtensionState;
import vn.dusinhhoat.attendance.extension.LimitExtensions;
import vn.dusinhhoat.attendance.extension.WantedExtension;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.OwnerUnit;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** Every path of limit-extension, who may take it and what is refused; what it moves is in {@link ExtendedLimitsTest}. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class, ExtensionSteps.class})
class LimitExtensionProcessTest {

    private static final String OFFICE = "dv-17971-7";
    private static final String BOARD = "dv-17971-4";
    private static final String KIM_LIEN = VisitFixture.COMMUNE;
    private static final LocalDate FRIDAY = VisitFixture.FRIDAY;

    @Autowired
    private EngineSteps engine;
    @Autowired
    private ExtensionSteps steps;
    @Autowired
    private LimitExtensions extensions;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    @BeforeEach
    void before() {
        steps.clear();
        clock.moveTo(java.time.Instant.parse("2026-04-03T02:00:00Z"));
    }

    @AfterEach
    void after() {
        steps.clear();
        clock.reset();
    }

    @Test
    void appliedAfterADecision() {
        Long id = steps.propose(OFFICE, moreDays(5, KIM_LIEN));
        assertThat(steps.task(id)).satisfies(task -> {
            assertThat(task.getName()).isEqualTo("Xác nhận gia hạn");
            assertThat(task.getAssignee()).isEqualTo(OFFICE);
            assertThat(task.getTenantId()).isEqualTo(KIM_LIEN);
        });
        steps.decide(id, OFFICE, "APPLY");
        assertThat(extensions.find(id).orElseThrow().state()).isEqualTo(ExtensionState.APPLYING);
        steps.runJob(id);
        assertThat(steps.passed(id)).contains("start_extensionProposed", "service_checkExtension", "task_confirmExtension",
                "gateway_decision", "service_applyExtension", "end_applied").doesNotContain("service_cancelExtension");
        assertThat(extensions.find(id).orElseThrow()).satisfies(found -> {
            assertThat(found.state()).isEqualTo(ExtensionState.APPLIED);
            assertThat(sql.sql("select actor from audit_event where kind = 'LIMIT_EXTENSION' and subject_id = ?").param(id.toString())
                    .query(String.class).list()).containsExactly(OFFICE);
            assertThat(found.decidedBy()).isEqualTo(OFFICE);
            assertThat(found.document()).isEqualTo("Công văn số 12-CV/TU");
            assertThat(found.finishedAt()).isNotNull();
        });
    }

    @Test
    void cancelledAfterADecision() {
        Long id = steps.propose(OFFICE, moreDays(5, KIM_LIEN));
        steps.decide(id, OFFICE, "CANCEL");
        assertThat(steps.passed(id)).contains("gateway_givenUp", "service_cancelExtension", "end_cancelled").doesNotContain("service_applyExtension");
        assertThat(extensions.find(id).orElseThrow().state()).isEqualTo(ExtensionState.CANCELLED);
    }

    @Test
    void whatNobodyDecidesForSevenDaysIsCancelled() {
        Long id = steps.propose(OFFICE, moreDays(5, KIM_LIEN));
        Job job = management.createJobQuery().processInstanceId(steps.instance(id)).activityId("timer_confirmTooLate").singleResult();
        assertThat(Duration.between(clock.instant(), job.getDuedate().toInstant())).isBetween(Duration.ofDays(7).minusMinutes(5), Duration.ofDays(7));
        management.executeJob(job.getId());
        assertThat(steps.passed(id)).contains("timer_confirmTooLate", "end_cancelled");
        assertThat(extensions.find(id).orElseThrow().state()).isEqualTo(ExtensionState.CANCELLED);
    }

    @Test
    void aDeletedCaseLeavesNothingWaiting() {
        Long id = steps.propose(OFFICE, moreDays(5, KIM_LIEN));
        runtime.deleteProcessInstance(steps.instance(id), "test");
        assertThat(extensions.find(id).orElseThrow().state()).isEqualTo(ExtensionState.CANCELLED);
    }

    @Test
    void staffExtendForTheirOwnUnitAndAllBelow() {
        String other = steps.otherCommune();
        for (String clerk : List.of(OFFICE, BOARD)) {
            assertThat(communes(clerk, "")).containsExactly(KIM_LIEN);
            refused(clerk, moreDays(5, other), "ngoài phạm vi của đồng chí");
            refused(clerk, moreDays(5, KIM_LIEN, other), "ngoài phạm vi của đồng chí");
        }
        for (String kind : List.of("ORGANISATION_BOARD", "OFFICE")) {
            String clerk = steps.staffOf(steps.provinceCode(), kind);
            assertThat(communes(clerk, "kim lien")).contains(KIM_LIEN);
            assertThat(extensions.find(steps.propose(clerk, moreDays(5, KIM_LIEN, other))).orElseThrow().scopeUnitName()).contains("Nghệ An");
        }
        assertThat(extensions.find(steps.propose("quantri", moreDays(5, KIM_LIEN, other))).orElseThrow().scopeUnitName()).contains("Nghệ An");
    }

    @Test
    void othersExtendNothing() {
        for (String person : List.of(VisitFixture.COMMUNE_WORKER, VisitFixture.COMMUNE_RECEIVER, VisitFixture.PROVINCE_MEMBER)) {
            assertThat(extensions.mayExtend(person, false)).isFalse();
            refused(person, moreDays(5, KIM_LIEN), "ngoài phạm vi của đồng chí");
        }
        engine.as(VisitFixture.COMMUNE_WORKER, () -> assertThatThrownBy(() -> runtime.startProcessInstanceByKey(ExtensionSteps.KEY, "1"))
                .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class));
    }

    @Test
    void whoHasLeftTheOfficeMeanwhileDecidesNothing() {
        Long id = steps.propose(OFFICE, moreDays(5, KIM_LIEN));
        String member = "body_member set valid_to = %s where valid_to is %s and person_id = (select id from person where user_id = '" + OFFICE + "')";
        sql.sql("update " + member.formatted("date '2026-04-01'", "null")).update();
        try {
            assertThatThrownBy(() -> steps.decide(id, OFFICE, "APPLY")).hasMessageContaining("ngoài phạm vi của đồng chí");
        } finally {
            sql.sql("update " + member.formatted("null", "not null")).update();
        }
        assertThat(steps.task(id)).isNotNull();
    }

    @Test
    void aCaseBeginsOnceAndWithItsFormOnly() {
        Long id = steps.propose(OFFICE, moreDays(5, KIM_LIEN));
        for (String key : new String[] {null, "abc", String.valueOf(id), "999999999"}) {
            engine.as(BOARD, () -> assertThatThrownBy(() -> OwnerUnit.startFor(KIM_LIEN,
                    () -> runtime.startProcessInstanceByKey(ExtensionSteps.KEY, key))).hasMessageContaining("Chưa có nội dung gia hạn"));
            engine.as(BOARD, () -> assertThatThrownBy(() -> runtime.startProcessInstanceByKey(ExtensionSteps.KEY, key))
                    .hasMessageContaining("chỉ bắt đầu bằng biểu mẫu"));
        }
        assertThat(extensions.find(id).orElseThrow().state()).isEqualTo(ExtensionState.OPEN);
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(ExtensionSteps.KEY).count()).isEqualTo(1);
    }

    @Test
    void foreignDecisionsAreRefusedAndTheTaskStays() {
        Long id = steps.propose(OFFICE, moreDays(5, KIM_LIEN));
        for (Object decision : new Object[] {"DROP", 1, true, ""}) {
            assertThatThrownBy(() -> steps.decide(id, OFFICE, decision)).hasMessageMatching("(?s)(?:Chưa rõ quyết định|Biểu mẫu gửi kèm).*");
        }
        String task = steps.task(id).getId();
        engine.as(BOARD, () -> assertThatThrownBy(() -> tasks.complete(task, Map.of("decision", "APPLY"))));
        engine.as("quantri", () -> assertThatThrownBy(() -> tasks.complete(task, Map.of("decision", "APPLY")))
                .hasMessageContaining("đồng chí khác xử lý"));
        assertThat(extensions.find(id).orElseThrow().state()).isEqualTo(ExtensionState.OPEN);
    }

    @Test
    void whatCannotBeSoIsRefusedWithAReason() {
        refused(OFFICE, moreDays(5), "Chưa chọn xã, phường nào");
        refused(OFFICE, wanted(FRIDAY, FRIDAY.minusDays(1), 5, null, KIM_LIEN), "trước \"từ ngày\"");
        refused(OFFICE, wanted(null, FRIDAY, 5, null, KIM_LIEN), "ghi đủ hai ngày");
        refused(OFFICE, wanted(FRIDAY.minusDays(120), FRIDAY, 5, null, KIM_LIEN), "quá xa");
        refused(OFFICE, wanted(FRIDAY, FRIDAY.plusDays(120), 5, null, KIM_LIEN), "quá xa");
        refused(OFFICE, wanted(FRIDAY, FRIDAY, null, null, KIM_LIEN), "một trong hai");
        refused(OFFICE, wanted(FRIDAY, FRIDAY, 5, FRIDAY.plusDays(9), KIM_LIEN), "một trong hai");
        refused(OFFICE, moreDays(0, KIM_LIEN), "từ 1 đến 60");
        refused(OFFICE, moreDays(61, KIM_LIEN), "từ 1 đến 60");
        refused(OFFICE, until(FRIDAY.minusDays(1), KIM_LIEN), "từ hôm nay trở đi");
        refused(OFFICE, until(FRIDAY, KIM_LIEN), "sau buổi họp đầu tiên");
        refused(OFFICE, until(FRIDAY.plusYears(1), KIM_LIEN), "03 tháng tới");
        refused(OFFICE, document(null, "12-CV/TU", FRIDAY, "Lũ"), "Chưa chọn loại văn bản");
        refused(OFFICE, document(DocumentKind.NOTICE, " ", FRIDAY, "Lũ"), "Chưa có số, ký hiệu văn bản");
        refused(OFFICE, document(DocumentKind.NOTICE, "1".repeat(61), FRIDAY, "Lũ"), "dài quá 60 ký tự");
        refused(OFFICE, document(DocumentKind.NOTICE, "1\u0000", FRIDAY, "Lũ"), "ký tự hỏng");
        refused(OFFICE, document(DocumentKind.NOTICE, "1", FRIDAY.plusDays(1), "Lũ"), "không sau ngày hôm nay");
        refused(OFFICE, document(DocumentKind.NOTICE, "1", null, "Lũ"), "Ngày văn bản");
        refused(OFFICE, document(DocumentKind.NOTICE, "1", FRIDAY, ""), "Chưa có lý do");
        refused(OFFICE, document(DocumentKind.NOTICE, "1", FRIDAY, "x".repeat(501)), "dài quá 500 ký tự");
        refused(OFFICE, moreDays(5, "khong-co"), "ngoài phạm vi của đồng chí");
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(ExtensionSteps.KEY).count()).isZero();
    }

    private static WantedExtension document(DocumentKind kind, String number, LocalDate dated, String reason) {
        return new WantedExtension(List.of(KIM_LIEN), FRIDAY, FRIDAY, 5, null, kind, number, dated, reason);
    }

    private void refused(String userId, WantedExtension wanted, String sentence) {
        long before = count();
        assertThatThrownBy(() -> steps.propose(userId, wanted)).isInstanceOf(RuleViolation.class).hasMessageContaining(sentence);
        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return sql.sql("select count(*) from limit_extension").query(Long.class).single();
    }

    private List<String> communes(String userId, String part) {
        return extensions.communes(userId, false, part, 0).items().stream().map(vn.dusinhhoat.organization.OrganizationLookup.Hit::code).toList();
    }
}
