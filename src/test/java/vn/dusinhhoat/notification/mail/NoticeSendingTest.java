package vn.dusinhhoat.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.notification.NoticeKind;
import vn.dusinhhoat.notification.NoticesTest;
import vn.dusinhhoat.notification.PlanNotices;
import vn.dusinhhoat.notification.Sending;
import vn.dusinhhoat.notification.UrgingNotices;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.CapturedLog;

/** What goes out, what does not, and that it goes out once (rows R18, T14, C14), against a real SMTP server. */
class NoticeSendingTest extends NoticesTest {

    @Autowired
    private PlanNotices news;
    @Autowired
    private UrgingNotices urging;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private NoticeBatches batches;

    private String beforeMeeting(String... names) {
        for (String name : names) {
            visits.visitOf(reachable(name), FRIDAY);
        }
        at(FRIDAY.minusDays(1), MORNING);
        return write(NoticeKind.BEFORE_MEETING, 1);
    }

    @Test
    void aMailSaysWhatWhereWhenAndUntilWhen() throws Exception {
        Visit visit = withOpenReport(reachable("Nguyễn Thị Ánh Tuyết"));
        at(FRIDAY, EVENING);
        assertThat(batches.send(write(NoticeKind.MEETING_EVENING, 0))).isEqualTo(Sending.DONE);
        assertThat(states()).containsExactly("SENT");
        MimeMessage mail = received().get(0);
        assertThat(mail.getMessageID()).isEqualTo("<" + sql.sql("select message_id from notice").query(String.class).single() + ">");
        assertThat(mail.getSubject()).isEqualTo("Gửi báo cáo dự sinh hoạt: " + cellOf(visit));
        assertThat(((InternetAddress) mail.getFrom()[0])).extracting(InternetAddress::getAddress, InternetAddress::getPersonal)
                .containsExactly("khong-tra-loi@dusinhhoat.example.vn", "Dự sinh hoạt");
        assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo("Nguyễn Thị Ánh Tuyết");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentType()).containsIgnoringCase("text/plain").containsIgnoringCase("utf-8");
        assertThat(text(mail)).contains("Kính gửi đồng chí Nguyễn Thị Ánh Tuyết,", cellOf(visit) + ", ",
                "xã Kim Liên", "19 giờ 30 phút, ngày thứ Sáu, 03/4/2026", "Hạn gửi: hết ngày thứ Hai, 06/4/2026.\n",
                "https://dusinhhoat.example.vn/camunda/app/tasklist/default/#/?task=" + steps.task(visit).getId() + "\n")
                .doesNotContain("{", "}");
    }

    @Test
    void newsOfAPlanGoOutOnceWithTheNextMails() {
        Long person = visits.personId(reachable("Phan Thị Kế Hoạch"));
        at(FRIDAY, MORNING);
        Long campaign = sql.sql("""
                insert into plan_campaign (unit_id, year, kind, state, started_at)
                select id, 2031, 'AMENDMENT', 'ENDED', now() from party_unit where code = '17971' returning id""").query(Long.class).single();
        for (int n = 0; n < 2; n++) {
            transaction.executeWithoutResult(status -> news.write(campaign, PlanNotices.Topic.IN_FORCE, List.of(person)));
        }
        selection.write("tin-1", List.of());
        assertThat(batches.send("tin-1")).isEqualTo(Sending.DONE);
        assertThat(states()).containsExactly("SENT");
        assertThat(text(received().get(0))).contains("Kính gửi đồng chí Phan Thị Kế Hoạch,", "Kế hoạch đã được thống nhất và có hiệu lực.",
                "Kế hoạch năm 2031 của Đảng ủy xã Kim Liên.", "https://dusinhhoat.example.vn/camunda/plans/\n").doesNotContain("{", "}");
        transaction.executeWithoutResult(status -> news.write(campaign, PlanNotices.Topic.CHANGED, List.of(person)));
        at(FRIDAY.plusDays(4), MORNING);
        selection.write("tin-2", List.of());
        batches.send("tin-2");
        assertThat(states()).as("too late to be of use").containsExactly("SENT", "SUPPRESSED");
    }

    @Test
    void whoIsUrgedGetsOneMailADayWithTheWayToTheTask() throws Exception {
        String person = reachable("Nguyễn Văn Được Đôn Đốc");
        Visit visit = withOpenReport(person);
        String task = steps.task(visit).getId();
        at(FRIDAY.plusDays(5), MORNING);
        assertThat(urge(task)).isEqualTo(UrgingNotices.Outcome.WRITTEN);
        assertThat(urge(task)).isEqualTo(UrgingNotices.Outcome.TODAY_ALREADY);
        selection.write("don-doc-1", List.of());
        batches.send("don-doc-1");
        assertThat(states()).containsExactly("SENT");
        MimeMessage mail = received().get(0);
        assertThat(mail.getSubject()).startsWith("Đôn đốc: Báo cáo kết quả dự sinh hoạt");
        assertThat(text(mail)).contains("Kính gửi đồng chí Nguyễn Văn Được Đôn Đốc,", "đã quá hạn.", "Hạn thực hiện: hết ngày thứ Hai, 06/4/2026.\n",
                "https://dusinhhoat.example.vn/camunda/app/tasklist/default/#/?task=" + task + "\n").doesNotContain("{", "}", "null");
        at(FRIDAY.plusDays(6), MORNING);
        assertThat(urge(task)).as("another day").isEqualTo(UrgingNotices.Outcome.WRITTEN);
        visits.fillIn(visit, VisitFixture.COMPLETE);
        steps.complete(steps.task(visit), person);
        selection.write("don-doc-2", List.of());
        batches.send("don-doc-2");
        assertThat(states()).as("done meanwhile").containsExactly("SENT", "SUPPRESSED");
    }

    @Test
    void whoeverCannotBeReachedIsSaid() {
        String person = reachable("Nguyễn Văn Không Thư");
        sql.sql("update person set email = null where user_id = ?").param(person).update();
        assertThat(urge(steps.task(withOpenReport(person)).getId())).isEqualTo(UrgingNotices.Outcome.NOBODY_REACHABLE);
        assertThat(states()).isEmpty();
    }

    @Test
    void aBodysTaskUrgesItsMembersUntilOneOfThemHasIt() {
        String visitor = reachable("Trần Văn Người Dự");
        Visit visit = withOpenReport(visitor);
        visits.fillIn(visit, VisitFixture.COMPLETE);
        steps.complete(steps.task(visit), visitor);
        name(VisitFixture.COMMUNE_RECEIVER, "Lê Thị Thường Trực");
        sql.sql("update person set email = user_id || '@nhac-viec.example.vn' where id in (select person_id from body_member m join body b on b.id = m.body_id"
                + " where b.group_id = 'thuongtruc-17971')").update();
        int members = sql.sql("select count(*) from body_member m join body b on b.id = m.body_id where b.group_id = 'thuongtruc-17971'").query(Integer.class).single();
        urge(steps.task(visit).getId());
        assertThat(states()).hasSize(members).hasSizeGreaterThan(1);
        sql.sql("delete from notice").update();
        steps.claim(steps.task(visit), VisitFixture.COMMUNE_RECEIVER);
        urge(steps.task(visit).getId());
        assertThat(states()).hasSize(1);
    }

    private UrgingNotices.Outcome urge(String task) {
        return transaction.execute(status -> urging.write(task));
    }

    @Test
    void everyKindHasItsText() throws Exception {
        Visit visit = withOpenReport(reachable("Trần Thị Đủ Loại"));
        name("dv-17971-4", "Hoàng Thị Ban Tổ Chức");
        var limit = LocalDate.ofInstant(visits.reportOf(visit).limitAt(), TimeZones.VIETNAM);
        at(limit.minusDays(1), LocalTime.of(21, 0));
        batches.send(write(NoticeKind.BEFORE_LIMIT, 1));
        at(limit, LocalTime.of(16, 0));
        batches.send(write(NoticeKind.AT_LIMIT, 0));
        batches.send(write(NoticeKind.CLERK_DIGEST, 0));
        visits.visitOf(reachable("Vũ Thị Ngày Mai"), limit.plusDays(3));
        at(limit.plusDays(2), MORNING);
        batches.send(write(NoticeKind.BEFORE_MEETING, 1));
        List<String> texts = received().stream().map(NoticeSendingTest::text).toList();
        assertThat(texts).hasSize(4).allSatisfy(text -> assertThat(text).startsWith("Kính gửi đồng chí ").contains("https://")
                .doesNotContain("{", "}", "null", "hết .", " ,"));
        assertThat(texts.get(1)).contains("trong hôm nay");
        assertThat(texts.get(2)).contains("đến hạn hôm nay: ", "quá hạn, chưa gửi:", "Đảng ủy xã Kim Liên");
        assertThat(texts.get(3)).contains("https://dusinhhoat.example.vn/camunda/visits/\n");
    }

    @Test
    void whatWasDoneMeanwhileIsNotRemindedOf() {
        String person = reachable("Lê Thị Vừa Gửi");
        Visit visit = withOpenReport(person);
        at(FRIDAY, EVENING);
        String run = write(NoticeKind.MEETING_EVENING, 0);
        visits.fillIn(visit, VisitFixture.COMPLETE);
        steps.complete(steps.task(visit), person);
        assertThat(batches.send(run)).isEqualTo(Sending.DONE);
        assertThat(states()).containsExactly("SUPPRESSED");
        assertThat(received()).isEmpty();
    }

    @Test
    void aMovedOrEndedVisitAndALeaverAreNotRemindedOf() {
        Visit moved = visits.visitOf(reachable("Đỗ Văn Đổi Lịch"), FRIDAY);
        Visit ended = visits.visitOf(reachable("Kiều Thị Kết Thúc"), FRIDAY);
        String run = beforeMeeting("Phan Văn Vừa Nghỉ");
        sql.sql("update visit set meeting_at = meeting_at + interval '3 days' where id = ?").param(moved.id()).update();
        sql.sql("update visit set state = 'ENDED' where id = ?").param(ended.id()).update();
        sql.sql("update person set ended_on = date '2026-04-01' where full_name = 'Phan Văn Vừa Nghỉ'").update();
        batches.send(run);
        assertThat(states()).hasSize(3).containsOnly("SUPPRESSED");
        assertThat(received()).isEmpty();
    }

    @Test
    void mutedNoticesAreNeverSent() {
        sql.sql("insert into duty_start (unit_id, starts_on, notices_muted, changed_at)"
                + " select id, date '2026-01-01', true, now() from party_unit where code = '17971'").update();
        assertThat(batches.send(beforeMeeting("Tạ Thị Im Lặng"))).isEqualTo(Sending.DONE);
        sql.sql("update duty_start set notices_muted = false").update();
        batches.send(write(NoticeKind.BEFORE_MEETING, 1));
        assertThat(states()).containsExactly("MUTED");
        assertThat(received()).isEmpty();
    }

    @Test
    void whatWasWrittenWithoutAServerIsNotSentWhenThereIsOne() {
        String run = beforeMeeting("Giang Thị Năm Ngoái");
        sql.sql("update notice set state = 'NO_SERVER'").update();
        assertThat(batches.send(run)).isEqualTo(Sending.DONE);
        assertThat(batches.send(write(NoticeKind.BEFORE_MEETING, 1))).isEqualTo(Sending.DONE);
        assertThat(states()).containsExactly("NO_SERVER");
        assertThat(received()).isEmpty();
    }

    @Test
    void eachMailHasATransactionOfItsOwn() {
        String run = beforeMeeting("Vi Thị Thứ Nhất", "Vi Thị Thứ Hai");
        owner.sql("create function fail_second() returns trigger language plpgsql as $$ begin if (select count(*) from notice where state = 'SENT') > 0"
                + " then raise exception 'broken'; end if; return new; end $$").update();
        owner.sql("create trigger fail_second before update on notice for each row execute function fail_second()").update();
        try {
            assertThatThrownBy(() -> batches.send(run)).hasStackTraceContaining("broken");
        } finally {
            owner.sql("drop trigger fail_second on notice").update();
            owner.sql("drop function fail_second").update();
        }
        assertThat(states()).as("the first stays sent").containsExactlyInAnyOrder("SENT", "WAITING");
    }

    @Test
    void inQuietHoursNothingIsSent() {
        visits.visitOf(reachable("Trịnh Văn Yên Tĩnh"), FRIDAY);
        for (LocalTime quiet : List.of(LocalTime.of(21, 30), LocalTime.of(23, 59))) {
            at(FRIDAY.minusDays(1), quiet);
            assertThat(batches.send(write(NoticeKind.BEFORE_MEETING, 1))).isEqualTo(Sending.DONE);
        }
        at(FRIDAY, LocalTime.of(6, 29));
        assertThat(batches.send(write(NoticeKind.AT_LIMIT, 0))).isEqualTo(Sending.DONE);
        assertThat(states()).containsExactly("WAITING");
        at(FRIDAY, LocalTime.of(6, 30));
        batches.send(write(NoticeKind.AT_LIMIT, 0));
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void afterADayWithoutServerEachMailGoesOutOnceAndWhatIsOverDoesNot() {
        stopMail();
        visits.visitOf(reachable("Quách Thị Họp Hôm Nay"), FRIDAY.minusDays(1));
        at(FRIDAY.minusDays(2), MORNING);
        write(NoticeKind.BEFORE_MEETING, 1);
        visits.visitOf(reachable("Hà Văn Họp Ngày Kia"), FRIDAY);
        String run = write(NoticeKind.BEFORE_MEETING, 2);
        try (CapturedLog log = CapturedLog.begin()) {
            for (int minutes = 0; minutes <= 24 * 60; minutes += 5) {
                clock.moveTo(moment(FRIDAY.minusDays(2), MORNING).plus(Duration.ofMinutes(minutes)));
                if (batches.send(run) != Sending.LATER) {
                    assertThat(LocalTime.now(clock)).satisfiesAnyOf(time -> assertThat(time).isAfterOrEqualTo(LocalTime.of(21, 30)),
                            time -> assertThat(time).isBefore(LocalTime.of(6, 30)));
                }
            }
            assertThat(Collections.frequency(List.of(log.text().split("\n| (?=vn\\.)")).stream()
                    .map(line -> line.contains("takes no mail")).toList(), true)).as("one line").isEqualTo(1);
            assertThat(log.text()).doesNotContain("example.vn", "Quách", "Exception");
        }
        assertThat(states()).containsOnly("WAITING");
        assertThat(sql.sql("select failures from notice_sending").query(Integer.class).single()).isBetween(15, 30);
        startMail();
        at(FRIDAY.minusDays(1), LocalTime.of(19, 45));
        assertThat(batches.send(run)).isEqualTo(Sending.DONE);
        batches.send(run);
        assertThat(states()).containsExactlyInAnyOrder("SENT", "SUPPRESSED");
        assertThat(received()).hasSize(1);
        assertThat(sql.sql("select down_since is null from notice_sending").query(Boolean.class).single()).isTrue();
    }

    @Test
    void anAddressRefusedForGoodIsNotTriedAgain() throws Exception {
        stopMail();
        String run = beforeMeeting("Tống Thị Sai Địa Chỉ");
        try (RefusingServer server = new RefusingServer(PORT, "RCPT", "550 5.1.1 <ai-do@nhac-viec.example.vn> unknown")) {
            assertThat(batches.send(run)).isEqualTo(Sending.DONE);
        }
        assertThat(states()).containsExactly("FAILED");
        assertThat(sql.sql("select last_error from notice").query(String.class).single()).isEqualTo("550");
    }

    @Test
    void anAddressThatIsNoneHoldsUpNobody() {
        visits.visitOf(reachable("Lâm Thị Không Địa Chỉ"), FRIDAY);
        sql.sql("update person set email = 'không phải địa chỉ' where email is not null").update();
        String run = beforeMeeting("Mạc Văn Có Địa Chỉ");
        assertThat(batches.send(run)).isEqualTo(Sending.DONE);
        assertThat(states()).containsExactlyInAnyOrder("FAILED", "SENT");
    }

    @Test
    void aMailBoxThatIsFullWaitsAloneAndIsTriedLater() throws Exception {
        stopMail();
        String run = beforeMeeting("Từ Thị Hộp Thư Đầy");
        try (RefusingServer server = new RefusingServer(PORT, "RCPT", "452 4.2.2 full")) {
            assertThat(batches.send(run)).isEqualTo(Sending.LATER);
            assertThat(batches.send(run)).isEqualTo(Sending.LATER);
        }
        assertThat(sql.sql("select attempts || ' ' || last_error from notice").query(String.class).single()).isEqualTo("1 452");
        assertThat(sql.sql("select failures from notice_sending").query(Integer.class).single()).isZero();
        startMail();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(batches.send(run)).isEqualTo(Sending.DONE);
        assertThat(received()).hasSize(1);
    }

    @Test
    void aServerThatRefusesTheSenderIsAServerThatIsDown() throws Exception {
        stopMail();
        String run = beforeMeeting("Ông Thị Người Gửi");
        try (RefusingServer server = new RefusingServer(PORT, "MAIL", "530 5.7.0 log in first")) {
            assertThat(batches.send(run)).isEqualTo(Sending.LATER);
        }
        assertThat(states()).containsExactly("WAITING");
        assertThat(sql.sql("select failures from notice_sending").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void brokenOffBetweenTheServersAnswerAndTheCommitTheSameMailGoesOutAgain() throws Exception {
        String run = beforeMeeting("Nghiêm Thị Đứt Quãng");
        owner.sql("create function fail_commit() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$").update();
        owner.sql("create constraint trigger fail_commit after update on notice deferrable initially deferred for each row execute function fail_commit()").update();
        try {
            assertThatThrownBy(() -> batches.send(run)).hasStackTraceContaining("killed");
        } finally {
            owner.sql("drop trigger fail_commit on notice").update();
            owner.sql("drop function fail_commit").update();
        }
        assertThat(states()).containsExactly("WAITING");
        assertThat(batches.send(run)).isEqualTo(Sending.DONE);
        assertThat(states()).containsExactly("SENT");
        assertThat(received()).hasSize(2);
        assertThat(received().get(0).getMessageID()).isEqualTo(received().get(1).getMessageID());
    }

    @Test
    void sendersAtTheSameTimeSendEachMailOnce() {
        String run = beforeMeeting(IntStream.range(0, 30).mapToObj(n -> "Đồng Thời Thứ " + n).toArray(String[]::new));
        IntStream.range(0, 4).mapToObj(n -> CompletableFuture.runAsync(() -> batches.send(run))).toList().forEach(CompletableFuture::join);
        assertThat(states()).hasSize(30).containsOnly("SENT");
        assertThat(received()).hasSize(30);
    }

    @Test
    void onlyTheNewestRunSends() {
        String old = beforeMeeting("Khương Thị Lượt Sau");
        String newer = write(NoticeKind.BEFORE_MEETING, 1);
        assertThat(batches.send(old)).isEqualTo(Sending.DONE);
        assertThat(states()).containsExactly("WAITING");
        assertThat(batches.send(newer)).isEqualTo(Sending.DONE);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void namesMakeNoHeaderAndNoTemplate() throws Exception {
        Visit visit = visits.visitOf(reachable("Tên\r\nBcc: ke-xau@ke-xau.invalid\r\n\r\n{link} <script>"), FRIDAY);
        String cell = cellOf(visit);
        sql.sql("update party_unit set name = ? where id = ?").params("Chi bộ\r\nX-Gia-Mao: 1 {name}", visit.cellId()).update();
        at(FRIDAY.minusDays(1), MORNING);
        try {
            batches.send(write(NoticeKind.BEFORE_MEETING, 1));
        } finally {
            sql.sql("update party_unit set name = ? where id = ?").params(cell, visit.cellId()).update();
        }
        MimeMessage mail = received().get(0);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Gia-Mao")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Lịch dự sinh hoạt ngày 03/04/2026: Chi bộ X-Gia-Mao: 1 {name}");
        assertThat(text(mail)).startsWith("Kính gửi đồng chí Tên Bcc: ke-xau@ke-xau.invalid {link} <script>,\n");
    }

    private String cellOf(Visit visit) {
        return sql.sql("select name from party_unit where id = ?").param(visit.cellId()).query(String.class).single();
    }

    private static String text(MimeMessage mail) {
        try {
            return ((String) mail.getContent()).replace("\r\n", "\n");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
