package vn.dusinhhoat.organization.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.organization.imports.ImportDecision;
import vn.dusinhhoat.organization.imports.ImportState;
import vn.dusinhhoat.organization.imports.OrganizationImports;
import vn.dusinhhoat.organization.imports.UploadedFile;
import vn.dusinhhoat.organization.register.TestWorkbook;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;
import vn.dusinhhoat.testing.OwnerSql;

/** Every path of organization-import. */
@ApplicationTest
class OrganizationImportProcessTest {

    private static final String ADMIN = "quantri";

    @Autowired
    private OrganizationImports imports;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private HistoryService history;
    @Autowired
    private IdentityService identities;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;
    @Autowired
    private MovableClock clock;

    @AfterEach
    void closeWhatIsOpen() {
        identities.clearAuthentication();
        clock.reset();
        imports.latest().stream().filter(found -> found.state() != ImportState.APPLIED && found.state() != ImportState.CANCELLED)
                .forEach(found -> imports.cancel(found.id()));
        runtime.createProcessInstanceQuery().processDefinitionKey("organization-import").list()
                .forEach(each -> runtime.deleteProcessInstance(each.getId(), "test"));
    }

    @Test
    void aRightFileIsPreviewedAndApplied() {
        Long id = upload(commune("98001", "Xã Thử Nghiệm").bytes());
        runJob(id);
        assertThat(imports.get(id).state()).isEqualTo(ImportState.READY);
        assertThat(imports.units(id)).singleElement().satisfies(unit -> {
            assertThat(unit.unitName()).isEqualTo("Xã Thử Nghiệm");
            assertThat(unit.newCount()).isEqualTo(imports.get(id).newCount()).isPositive();
        });
        assertThat(task(id).getAssignee()).isEqualTo(ADMIN);
        assertThat(units("98001")).isZero();
        decide(id, ImportDecision.APPLY);
        runJob(id);
        assertThat(units("98001")).isEqualTo(1);
        assertThat(passed(id)).contains("task_applyWorkbook", "service_applyWorkbook", "end_applied").doesNotContain("task_fixWorkbook");
        assertThat(imports.get(id)).satisfies(found -> {
            assertThat(found.state()).isEqualTo(ImportState.APPLIED);
            assertThat(changesInTheAudit()).isPositive();
            assertThat(found.decidedBy()).isEqualTo(ADMIN);
            assertThat(found.finishedAt()).isNotNull();
        });
        assertThat(sql.sql("select distinct actor from organization_change where label like '%98001%'").query(String.class).list())
                .containsExactly(ADMIN);
    }

    @Test
    void aFaultyFileIsMendedAndCheckedAgain() {
        Long id = upload(commune("98002", "Xã  Hai Dấu Cách").bytes());
        runJob(id);
        assertThat(imports.get(id).state()).isEqualTo(ImportState.FAULTY);
        assertThat(imports.faults(id, 0)).singleElement().satisfies(fault -> assertThat(fault.problem()).startsWith("Thừa dấu cách"));
        assertThat(task(id).getName()).isEqualTo("Sửa lỗi dữ liệu");
        assertThatThrownBy(() -> decide(id, ImportDecision.CHECK)).hasMessageContaining("Chưa có tệp đã sửa");
        assertThatThrownBy(() -> decide(id, ImportDecision.APPLY)).hasMessageContaining("Chưa rõ quyết định");
        imports.replaceFile(id, new UploadedFile("sua.xlsx", commune("98002", "Xã Một Dấu Cách").bytes()));
        decide(id, ImportDecision.CHECK);
        runJob(id);
        assertThat(imports.get(id).state()).isEqualTo(ImportState.READY);
        assertThat(imports.faults(id, 0)).isEmpty();
        decide(id, ImportDecision.CANCEL);
        assertThat(passed(id)).contains("task_fixWorkbook", "task_applyWorkbook", "service_cancelImport", "end_cancelled");
        assertThat(imports.get(id).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(units("98002")).isZero();
    }

    @Test
    void mendingMayBeGivenUp() {
        Long id = upload("không phải xlsx".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        runJob(id);
        decide(id, ImportDecision.CANCEL);
        assertThat(passed(id)).contains("gateway_fixGivenUp", "end_cancelled");
    }

    @Test
    void whatNobodyMendsForSevenDaysIsCancelled() {
        Long id = upload("không phải xlsx".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        runJob(id);
        runTimer(id, "timer_fixTooLate");
        assertThat(imports.get(id).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(passed(id)).contains("timer_fixTooLate", "end_cancelled");
    }

    @Test
    void whatNobodyDecidesForSevenDaysIsCancelled() {
        Long id = upload(commune("98003", "Xã Quá Hạn").bytes());
        runJob(id);
        runTimer(id, "timer_applyTooLate");
        assertThat(imports.get(id).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(passed(id)).contains("timer_applyTooLate", "end_cancelled");
        assertThat(units("98003")).isZero();
    }

    @Test
    void whatWasChangedMeanwhileIsCheckedAndShownAgain() {
        Long id = upload(commune("98004", "Xã Đổi Giữa Chừng").bytes());
        runJob(id);
        sql.sql("update organization_revision set number = number + 1").update();
        decide(id, ImportDecision.APPLY);
        runJob(id);
        assertThat(units("98004")).isZero();
        runJob(id);
        assertThat(task(id).getName()).isEqualTo("Xác nhận cập nhật");
        assertThat(passed(id)).contains("gateway_applied").doesNotContain("end_applied");
    }

    @Test
    void theSecondOfTwoImportsIsTold() {
        upload(commune("98005", "Xã Thứ Nhất").bytes());
        long before = runtime.createProcessInstanceQuery().processDefinitionKey("organization-import").count();
        assertThatThrownBy(() -> upload(commune("98006", "Xã Thứ Hai").bytes())).isInstanceOf(RuleViolation.class)
                .hasMessageMatching("Tài khoản quantri đang cập nhật tổ chức, bắt đầu lúc .*: hoàn tất hoặc hủy lượt đó rồi tải tệp lên lại\\.");
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("organization-import").count()).isEqualTo(before);
        assertThat(imports.latest()).filteredOn(found -> found.state() == ImportState.UPLOADED).hasSize(1);
    }

    @Test
    void whileOneIsBeingAppliedTheNextIsRefused() {
        Long id = upload(commune("98008", "Xã Đang Ghi").bytes());
        runJob(id);
        decide(id, ImportDecision.APPLY);
        assertThat(imports.get(id).state()).isEqualTo(ImportState.APPLYING);
        assertThatThrownBy(() -> upload(commune("98006", "Xã Thứ Hai").bytes())).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("đang cập nhật tổ chức");
    }

    private long changesInTheAudit() {
        return sql.sql("select count(*) from audit_event where kind = 'ORGANIZATION_CHANGE' and actor is not null").query(Long.class).single();
    }

    @Test
    void whatFailsInTheMiddleLeavesNothingBehind() {
        owner.sql("create function fail_98009() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$").update();
        owner.sql("create trigger fail_98009 before insert on organization_change for each row when (new.label like '%98009%')"
                + " execute function fail_98009()").update();
        try {
            Long id = upload(commune("98009", "Xã Ghi Dở").bytes());
            long written = changesInTheAudit();
            runJob(id);
            decide(id, ImportDecision.APPLY);
            assertThatThrownBy(() -> runJob(id)).hasStackTraceContaining("broken");
            assertThat(units("98009")).isZero();
            assertThat(changesInTheAudit()).as("no entry without its change").isEqualTo(written);
            assertThat(sql.sql("select count(*) from act_id_tenant where id_ = '98009'").query(Long.class).single()).isZero();
            assertThat(imports.get(id).state()).isEqualTo(ImportState.APPLYING);
        } finally {
            owner.sql("drop trigger fail_98009 on organization_change").update();
            owner.sql("drop function fail_98009").update();
        }
    }

    @Test
    void aLoginTakenMeanwhileIsFoundBeforeAnythingIsStored() {
        Long id = upload(TestWorkbook.template().line(TestWorkbook.PEOPLE, "Mã đảng viên", "trung-1", "Họ và tên", "Lê Văn Trùng",
                "Tên đăng nhập", "trung-ten", "Mã chi bộ nơi sinh hoạt", "17971-1").bytes());
        runJob(id);
        identities.saveUser(identities.newUser("trung-ten"));
        try {
            decide(id, ImportDecision.APPLY);
            runJob(id);
            runJob(id);
            assertThat(imports.get(id).state()).isEqualTo(ImportState.FAULTY);
            assertThat(imports.faults(id, 0)).singleElement().satisfies(fault -> assertThat(fault.column()).isEqualTo("Tên đăng nhập"));
        } finally {
            identities.deleteUser("trung-ten");
        }
    }

    @Test
    void aCaseWithoutAFileDoesNotStart() {
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("organization-import")).hasMessageContaining("Chưa có tệp");
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("organization-import").count()).isZero();
    }

    @Test
    void foreignDecisionsAreRefusedAndTheTaskStays() {
        Long id = upload(commune("98007", "Xã Giữ Nguyên").bytes());
        runJob(id);
        for (Object decision : new Object[] {"DROP", 1, true, "CHECK"}) {
            assertThatThrownBy(() -> as(() -> tasks.complete(task(id).getId(), Map.of("decision", decision))))
                    .hasMessageMatching("(?s)(?:Chưa rõ quyết định|Biểu mẫu gửi kèm).*");
        }
        assertThat(task(id)).isNotNull();
    }

    private static TestWorkbook commune(String code, String name) {
        return TestWorkbook.template().unit(code, "Xã", "Xã", name, "40");
    }

    private Long upload(byte[] content) {
        Long[] id = new Long[1];
        as(() -> id[0] = imports.upload(new UploadedFile("to-chuc.xlsx", content), ADMIN));
        return id[0];
    }

    private void decide(Long id, ImportDecision decision) {
        as(() -> tasks.complete(task(id).getId(), Map.of("decision", decision.name())));
    }

    private void as(Runnable action) {
        identities.setAuthentication(ADMIN, List.of("camunda-admin"));
        try {
            action.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    private Task task(Long id) {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(id)).processDefinitionKey("organization-import").singleResult();
    }

    private void runJob(Long id) {
        management.executeJob(management.createJobQuery().processInstanceId(instance(id)).messages().singleResult().getId());
    }

    private void runTimer(Long id, String timer) {
        Job job = management.createJobQuery().processInstanceId(instance(id)).activityId(timer).singleResult();
        assertThat(Duration.between(clock.instant(), job.getDuedate().toInstant())).isBetween(Duration.ofDays(7).minusMinutes(5), Duration.ofDays(7));
        clock.moveTo(job.getDuedate().toInstant());
        management.executeJob(job.getId());
    }

    private String instance(Long id) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(String.valueOf(id))
                .processDefinitionKey("organization-import").singleResult().getId();
    }

    private List<String> passed(Long id) {
        String instance = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(String.valueOf(id))
                .processDefinitionKey("organization-import").singleResult().getId();
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).finished().list().stream()
                .map(HistoricActivityInstance::getActivityId).toList();
    }

    private long units(String code) {
        return sql.sql("select count(*) from party_unit where code = :code").param("code", code).query(Long.class).single();
    }
}
