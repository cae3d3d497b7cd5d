package vn.dusinhhoat.access.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.access.OrganizationFixture;
import vn.dusinhhoat.access.SystemGroup;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** One-time codes from issue to use, and for whom a clerk may issue them. */
@ApplicationTest
@Import(OrganizationFixture.class)
class AccountCodesTest {

    private static final String COMMUNE = "17971";
    private static final String OTHER_COMMUNE = "16681";
    private static final String PASSWORD = "một câu dài dễ nhớ";

    @Autowired
    private AccountCodes codes;
    @Autowired
    private AccountList accounts;
    @Autowired
    private OrganizationFixture organization;
    @Autowired
    private IdentityService identities;
    @Autowired
    private Caller caller;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient sql;

    private String clerk;
    private String worker;

    @BeforeEach
    void people() {
        clerk = organization.person(OrganizationFixture.newId("vanphong-"), "Hoàng Thị Văn Phòng");
        organization.post(clerk, COMMUNE);
        organization.member(clerk, "office-" + COMMUNE);
        worker = organization.person(OrganizationFixture.newId("dangvien-"), "Đặng Văn Ổn");
        organization.post(worker, COMMUNE);
        organization.changed();
        loginAs(clerk);
    }

    @AfterEach
    void reset() {
        identities.clearAuthentication();
        clock.reset();
    }

    @Test
    void aCodeBringsTheFirstPasswordOnce() {
        assertThat(stateOf(worker)).isEqualTo(AccountState.NO_CODE);
        AccountCodes.Issued issued = issue(worker);
        assertThat(issued.code()).matches("[A-HJKMNP-Z2-9]{5}-[A-HJKMNP-Z2-9]{5}");
        assertThat(issued).returns("Đặng Văn Ổn", AccountCodes.Issued::fullName).returns("Xã Kim Liên", AccountCodes.Issued::unit)
                .returns(LocalDate.now(clock).plusDays(14), AccountCodes.Issued::lastDay);
        assertThat(sql.sql("select code_hash from account_code where user_id = ?").param(worker).query(String.class).single())
                .hasSize(64).doesNotContain(issued.code());
        AccountList.Line line = accounts.find(worker, null, 0).items().get(0);
        assertThat(line.state()).isEqualTo(AccountState.CODE_ISSUED);
        assertThat(line.lastDay()).isEqualTo(issued.lastDay());

        String asTyped = issued.code().toLowerCase().replace("-", " ");
        assertThatThrownBy(() -> codes.redeem(worker, asTyped, "matkhau123456")).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("Mật khẩu mới chưa dùng được");
        assertThatThrownBy(() -> codes.redeem(worker, asTyped, "Đặng Văn Ổn 2026")).isInstanceOf(RuleViolation.class);
        assertThat(codes.redeem(worker, asTyped, PASSWORD)).isTrue();
        assertThat(opens(worker, PASSWORD)).isTrue();
        assertThat(stateOf(worker)).isEqualTo(AccountState.ACTIVE);
        assertThat(codes.redeem(worker, issued.code(), "một câu khác cũng dài")).as("used").isFalse();
        assertThat(sql.sql("select string_agg(kind, ' ' order by id) from account_event where user_id = ?").param(worker)
                .query(String.class).single()).isEqualTo("CREATED CODE_ISSUED PASSWORD_SET");
        assertThat(sql.sql("select kind || ' ' || coalesce(detail, '') from audit_event where subject_type = 'account' and subject_id = ? order by id")
                .param(worker).query(String.class).list()).containsExactly("CODE_ISSUED ", "RIGHTS_CHANGE PASSWORD_SET");
    }

    @Test
    void aResetLeavesTheOldPasswordUntilTheCodeIsUsed() {
        codes.redeem(worker, issue(worker).code(), PASSWORD);
        String first = issue(worker).code();
        String second = issue(worker).code();
        assertThat(opens(worker, PASSWORD)).isTrue();
        assertThat(codes.redeem(worker, first, "một câu khác cũng dài")).as("voided by the second").isFalse();
        assertThat(codes.redeem(worker, second, "một câu khác cũng dài")).isTrue();
        assertThat(opens(worker, PASSWORD)).isFalse();
    }

    @Test
    void aCodeEndsWithItsLastDayAndAfterFiveWrongTries() {
        String code = issue(worker).code();
        LocalDate lastDay = LocalDate.now(clock).plusDays(14);
        clock.moveTo(lastDay.atTime(23, 59).atZone(clock.getZone()).toInstant());
        assertThat(stateOf(worker)).isEqualTo(AccountState.CODE_ISSUED);
        clock.moveTo(lastDay.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
        assertThat(codes.redeem(worker, code, PASSWORD)).isFalse();
        assertThat(stateOf(worker)).isEqualTo(AccountState.NO_CODE);

        String next = issue(worker).code();
        for (int wrong = 0; wrong < 4; wrong++) {
            assertThat(codes.redeem(worker, "AAAAA-AAAAA", PASSWORD)).isFalse();
        }
        assertThat(stateOf(worker)).isEqualTo(AccountState.CODE_ISSUED);
        assertThat(codes.redeem(worker, "AAAAA-AAAAA", PASSWORD)).isFalse();
        assertThat(codes.redeem(worker, next, PASSWORD)).as("void").isFalse();
        assertThat(stateOf(worker)).isEqualTo(AccountState.NO_CODE);
        assertThat(codes.redeem("khong-co-ai", next, PASSWORD)).isFalse();
    }

    @Test
    void theCodeOfSomebodyWhoEndedIsWorthNothing() {
        String code = issue(worker).code();
        organization.endPerson(worker, LocalDate.now(clock).minusDays(1));
        identities.clearAuthentication();
        organization.changed();
        assertThat(codes.redeem(worker, code, PASSWORD)).isFalse();
        organization.endPerson(worker, null);
        organization.changed();
        assertThat(codes.redeem(worker, code, PASSWORD)).isFalse();
    }

    @Test
    void s8TheClerkUnlocksWithoutTouchingThePassword() {
        codes.redeem(worker, issue(worker).code(), PASSWORD);
        for (int attempt = 0; attempt < 10; attempt++) {
            opens(worker, "sai-mat-khau-nay");
            clock.moveTo(clock.instant().plus(Duration.ofSeconds(61)));
        }
        assertThat(opens(worker, PASSWORD)).isFalse();
        assertThat(stateOf(worker)).isEqualTo(AccountState.LOCKED);
        codes.unlock(worker);
        assertThat(stateOf(worker)).isEqualTo(AccountState.ACTIVE);
        assertThat(opens(worker, PASSWORD)).isTrue();
    }

    @Test
    void aClerkReachesTheOwnSubtreeOnly() {
        String outsider = organization.person(OrganizationFixture.newId("ngoai-"), "Ngô Văn Ngoài");
        organization.post(outsider, OTHER_COMMUNE);
        String both = organization.person(OrganizationFixture.newId("haichuc-"), "Hồ Hai Chức");
        organization.post(both, COMMUNE);
        organization.post(both, "40");
        String resident = organization.person(OrganizationFixture.newId("taiday-"), "Tạ Ở Đây");
        identities.clearAuthentication();
        organization.changed();
        loginAs(clerk);

        assertThat(codes.issue(List.of(worker, resident))).hasSize(2);
        for (String beyond : List.of(outsider, both, "tinhuyvien", "quantri", "khong-co-ai")) {
            assertThatThrownBy(() -> codes.issue(List.of(worker, beyond))).as(beyond).isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("Có 1 tài khoản ngoài phạm vi");
            assertThatThrownBy(() -> codes.unlock(beyond)).as(beyond).isInstanceOf(RuleViolation.class);
        }
        loginAs("thuongtrucxa");
        assertThatThrownBy(() -> codes.issue(List.of(worker))).as("a leader is no clerk").isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> accounts.find("", null, 0)).isInstanceOf(RuleViolation.class);
        loginAs("giamsat");
        assertThat(accounts.isForCaller()).as("in the group by hand, of no body").isFalse();
        loginAs(clerkOfProvince());
        assertThat(codes.issue(List.of(worker, outsider, both, "tinhuyvien"))).hasSize(4);
        loginAs("quantri");
        assertThat(codes.issue(List.of(both))).hasSize(1);
        assertThatThrownBy(() -> codes.issue(List.of("giamsat"))).as("no person").isInstanceOf(RuleViolation.class);
    }

    @Test
    void nobodyBecomesAdministratorThroughAResetByAClerk() {
        identities.clearAuthentication();
        identities.createMembership(worker, SystemGroup.ADMINISTRATORS.id());
        loginAs(clerk);
        assertThatThrownBy(() -> issue(worker)).isInstanceOf(RuleViolation.class);
        loginAs("quantri");
        assertThat(issue(worker).userId()).isEqualTo(worker);
    }

    @Test
    void theListIsFoundWithoutToneMarksByStateAndPage() {
        assertThat(accounts.find("van on", null, 0).items()).extracting(AccountList.Line::userId).contains(worker);
        assertThat(accounts.find(worker.substring(0, 10), AccountState.NO_CODE, 0).items()).extracting(AccountList.Line::userId)
                .contains(worker);
        assertThat(accounts.find("", AccountState.LOCKED, 0).items()).isEmpty();
        assertThat(accounts.find("", null, 0)).returns(true, AccountList.Page::more)
                .satisfies(page -> assertThat(page.items()).hasSize(20));
        assertThat(accounts.find("%", null, 0).items()).isEmpty();
        loginAs("quantri");
        assertThat(accounts.find("", null, 3).items()).hasSize(20);
    }

    private boolean opens(String userId, String password) {
        return caller.asSystem(() -> identities.checkPassword(userId, password));
    }

    private String clerkOfProvince() {
        return sql.sql("""
                select p.user_id from person p join body_member m on m.person_id = p.id join body b on b.id = m.body_id
                where b.group_id = 'organisationboard-40' order by p.id limit 1""").query(String.class).single();
    }

    private AccountCodes.Issued issue(String userId) {
        return codes.issue(List.of(userId)).get(0);
    }

    private AccountState stateOf(String userId) {
        return accounts.find(userId, null, 0).items().get(0).state();
    }

    private void loginAs(String userId) {
        identities.clearAuthentication();
        Set<String> groups = Set.copyOf(identities.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList());
        identities.setAuthentication(userId, List.copyOf(groups), List.of());
    }
}
