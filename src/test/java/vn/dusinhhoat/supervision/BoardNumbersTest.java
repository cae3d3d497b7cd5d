package vn.dusinhhoat.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.access.OrganizationFixture;
import vn.dusinhhoat.attendance.LateStep;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.supervision.BoardQuery.Sort;
import vn.dusinhhoat.supervision.BoardQuery.When;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/**
 * A year of three communes, made up at random, and counted here in Java from what was made up: every number on the board is
 * that number, for each who looks (III.4b, ruling B5).
 */
@ApplicationTest
@Import(OrganizationFixture.class)
@Transactional
class BoardNumbersTest {

    private static final Instant NOW = Instant.parse("2026-06-17T03:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 17);
    private static final LocalDate FIRST = LocalDate.of(2025, 7, 2);
    private static final int VISITS = 700;
    private static final String SECRETARY = "bt";
    private static final String DEPUTY = "ptt";

    /** What was made up of one visit. */
    private record Made(String unit, Long receiver, String person, boolean leader, String kind, LocalDate meeting, Instant limit, String state,
                        Boolean onTime, LateStep step, String task) {

        boolean isOpen() {
            return task != null;
        }

        boolean isLate() {
            return isOpen() && limit.isBefore(NOW);
        }

        boolean isSoon() {
            return isOpen() && !limit.isBefore(NOW) && limit.atZone(TimeZones.VIETNAM).toLocalDate().isBefore(TODAY.plusDays(4));
        }

        YearMonth month() {
            return YearMonth.from(limit.atZone(TimeZones.VIETNAM));
        }

        boolean isPersonal() {
            return !kind.equals("RECEPTION") && !kind.equals("ABSENCE");
        }
    }

    @Autowired
    private Board board;
    @Autowired
    private Sights sights;
    @Autowired
    private Badges badges;
    @Autowired
    private ReportMonths months;
    @Autowired
    private OrganizationFixture organization;
    @Autowired
    private IdentityService identities;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    private OpenTasks tasks;
    private final Random random = new Random(20260617);
    private final List<Made> year = new ArrayList<>();
    private final List<String> communes = new ArrayList<>();

    @BeforeEach
    void makeAYear() {
        clock.moveTo(NOW);
        tasks = new OpenTasks(sql);
        for (int n = 0; n < 3; n++) {
            String unit = organization.commune("40");
            communes.add(unit);
            String body = "thuongtruc-" + unit;
            for (String role : List.of(SECRETARY, DEPUTY)) {
                organization.person(role + "-" + unit, "Đồng chí " + (role.equals(SECRETARY) ? "Bí Thư" : "Phó Bí Thư"));
                organization.member(role + "-" + unit, body);
            }
            sql.sql("update body_member set role = 'Phó Bí thư Thường trực' where person_id = (select id from person where user_id = ?)")
                    .param(DEPUTY + "-" + unit).update();
            IntStream.range(0, 4).forEach(person -> organization.person("chi-" + person + "-" + unit, "Nguyễn Thị Hòa " + person));
        }
        for (int visit = 0; visit < VISITS; visit++) {
            year.add(made());
        }
        months.run();
    }

    @AfterEach
    void reset() {
        identities.clearAuthentication();
        clock.reset();
    }

    private Made made() {
        String unit = communes.get(random.nextInt(communes.size()));
        String role = List.of(SECRETARY, DEPUTY, "chi-0", "chi-1", "chi-2", "chi-3").get(random.nextInt(6));
        String person = role + "-" + unit;
        boolean leader = role.equals(SECRETARY) || role.equals(DEPUTY);
        Long receiver = sql.sql("select id from body where group_id = ?").param("thuongtruc-" + unit).query(Long.class).single();
        boolean recent = random.nextInt(3) == 0;
        LocalDate meeting = recent ? TODAY.minusDays(random.nextInt(14)) : FIRST.plusDays(random.nextInt(330));
        Instant limit = new Limit(meeting.plusDays(1L + random.nextInt(6)), "").at();
        boolean passed = limit.isBefore(NOW);
        String kind = !recent ? "CLOSED" : List.of("REPORT", "REPORT", "REPORT", "SUPPLEMENT", "RECEPTION", "ABSENCE", "CLOSED").get(random.nextInt(7));
        Long visit = tasks.visit(person, meeting, kind.equals("ABSENCE") ? "ABSENCE_PENDING" : "ATTENDED", receiver);
        return switch (kind) {
            case "REPORT" -> {
                LateStep step = passed && random.nextInt(5) > 0 ? LateStep.values()[random.nextInt(4)] : null;
                tasks.report(visit, "NOT_STARTED", limit, null, step == null ? null : step.name());
                yield new Made(unit, receiver, person, leader, kind, meeting, limit, "NOT_STARTED", null, step,
                        tasks.task("attendance-report", "task_writeReportOneDay", visit, unit, limit, person, List.of()));
            }
            case "SUPPLEMENT" -> {
                tasks.report(visit, "TO_SUPPLEMENT", limit, true, null);
                yield new Made(unit, receiver, person, leader, kind, meeting, limit, "TO_SUPPLEMENT", true, null,
                        tasks.task("attendance-report", "task_supplementReport", visit, unit, limit, person, List.of()));
            }
            case "RECEPTION" -> {
                tasks.report(visit, "SUBMITTED", limit, true, null);
                // Taken by the secretary now and then: it stays the body's.
                String taken = random.nextBoolean() ? SECRETARY + "-" + unit : null;
                yield new Made(unit, receiver, person, leader, kind, meeting, limit, "SUBMITTED", true, null,
                        tasks.task("attendance-report", "task_receiveReport", visit, unit, limit, taken, List.of("thuongtruc-" + unit)));
            }
            case "ABSENCE" -> new Made(unit, receiver, person, leader, kind, meeting, limit, "", null, null,
                    tasks.task("attendance", "task_decideAbsence", visit, unit, limit, null, List.of("thuongtruc-" + unit)));
            default -> closed(unit, receiver, person, leader, meeting, limit, visit);
        };
    }

    private Made closed(String unit, Long receiver, String person, boolean leader, LocalDate meeting, Instant limit, Long visit) {
        int dice = random.nextInt(20);
        String state = dice == 0 ? "NOT_APPLICABLE" : dice == 1 && limit.isBefore(NOW) ? "NOT_REPORTED" : "RECEIVED";
        Boolean onTime = state.equals("RECEIVED") ? Boolean.valueOf(random.nextInt(4) > 0) : null;
        tasks.report(visit, state, limit, onTime, null);
        return new Made(unit, receiver, person, leader, "CLOSED", meeting, limit, state, onTime, null, null);
    }

    @Test
    void everyNumberIsWhatWasMadeUp() {
        Predicate<Made> seen = made -> !(made.leader() && made.isPersonal());
        assertNumbers("giamsat", communes, seen);
        assertNumbers("giamsat", communes.subList(1, 2), seen.and(made -> made.unit().equals(communes.get(1))));
    }

    @Test
    void leadersSeeTheirOwnLatenessAndThePermanentDeputySeesTheirs() {
        String unit = communes.get(0);
        String secretary = SECRETARY + "-" + unit;
        assertNumbers(secretary, List.of(unit), made -> made.unit().equals(unit) && (!made.leader() || !made.isPersonal() || made.person().equals(secretary)));
        assertNumbers(DEPUTY + "-" + unit, List.of(unit), made -> made.unit().equals(unit));
        // In another unit a permanent deputy is one like any other.
        assertNumbers(DEPUTY + "-" + unit, communes, made -> !made.leader() || !made.isPersonal() || made.unit().equals(unit));
    }

    @Test
    void aProcessOfWhichNobodyTellsMoreIsThereUnderTheNamesOfItsDiagram() {
        String unit = communes.get(0);
        Long visit = sql.sql("select max(id) from visit").query(Long.class).single();
        String task = tasks.task("limit-extension", "task_confirmExtension", visit, unit, NOW.minusSeconds(90_000), null, List.of("thuongtruc-" + unit));
        identities.setAuthentication("giamsat", List.of("supervisors"), communes);
        Sight sight = sights.requireForCaller();
        String kind = "limit-extension.task_confirmExtension";
        assertThat(board.view(sight, BoardQuery.ALL).kinds()).filteredOn(each -> each.kind().equals(kind)).singleElement().satisfies(each -> {
            assertThat(each.label()).isEqualTo("Xác nhận gia hạn");
            assertThat(each.late()).isEqualTo(1);
        });
        assertThat(board.view(sight, query(null, kind, When.LATE, null, null)).rows().items()).singleElement().satisfies(row -> {
            assertThat(row.taskId()).isEqualTo(task);
            assertThat(row.isBody()).isTrue();
            assertThat(row.who()).isEqualTo("Thường trực Đảng ủy xã Thử " + unit);
            assertThat(row.dueText()).isEqualTo("Quá hạn 01 ngày");
        });
    }

    private void assertNumbers(String user, List<String> units, Predicate<Made> seen) {
        identities.setAuthentication(user, List.of("supervisors"), units);
        Sight sight = sights.requireForCaller();
        List<Made> expected = year.stream().filter(seen).toList();
        assertThat(count(expected, Made::isLate)).as("something to count").isGreaterThan(10);
        BoardView view = board.view(sight, BoardQuery.ALL);

        assertThat(view.totals().late()).isEqualTo(count(expected, Made::isLate));
        assertThat(view.totals().soon()).isEqualTo(count(expected, Made::isSoon));
        assertThat(view.totals().oldestDueAt().toInstant()).isEqualTo(expected.stream().filter(Made::isLate).map(Made::limit).min(Instant::compareTo).orElseThrow());
        assertThat(view.units().stream().filter(each -> each.late() + each.soon() > 0).collect(Collectors.toMap(BoardView.UnitCount::code, each -> each.late() + "/" + each.soon())))
                .isEqualTo(counted(expected, Made::unit));
        assertThat(view.kinds().stream().collect(Collectors.toMap(BoardView.KindCount::kind, each -> each.late() + "/" + each.soon())))
                .isEqualTo(counted(expected, Made::kind));
        assertSteps(view, expected);
        assertTrend(view, units);
        assertRows(sight, expected);
        assertBadges(sight, expected);
    }

    private static Map<String, String> counted(List<Made> expected, Function<Made, String> by) {
        Map<String, List<Made>> groups = expected.stream().filter(made -> made.isLate() || made.isSoon()).collect(Collectors.groupingBy(by));
        return groups.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                group -> count(group.getValue(), Made::isLate) + "/" + count(group.getValue(), Made::isSoon)));
    }

    private static void assertSteps(BoardView view, List<Made> expected) {
        List<Made> lateReports = expected.stream().filter(made -> made.kind().equals("REPORT") && made.isLate()).toList();
        assertThat(view.steps()).allSatisfy(step -> assertThat(step.count()).as(step.step())
                .isEqualTo(count(lateReports, made -> made.step() != null && made.step().name().equals(step.step()))));
        assertThat(view.receivers().stream().collect(Collectors.toMap(BoardView.ReceiverCount::id, BoardView.ReceiverCount::count)))
                .isEqualTo(lateReports.stream().collect(Collectors.groupingBy(Made::receiver, Collectors.summingInt(made -> 1))));
    }

    /** Without leaders, whoever looks. */
    private void assertTrend(BoardView view, List<String> units) {
        Map<String, String> expected = new TreeMap<>();
        Stream.iterate(YearMonth.of(2025, 7), month -> month.plusMonths(1)).limit(12).forEach(month -> {
            List<Made> owed = year.stream().filter(made -> units.contains(made.unit()) && !made.leader() && made.month().equals(month) && !made.state().isEmpty()
                    && !made.state().equals("NOT_APPLICABLE") && (made.onTime() != null || made.limit().isBefore(NOW))).toList();
            expected.put(month.toString(), owed.size() + ": " + count(owed, made -> Boolean.TRUE.equals(made.onTime())) + " "
                    + count(owed, made -> Boolean.FALSE.equals(made.onTime()) || made.onTime() == null && made.state().equals("NOT_STARTED")) + " "
                    + count(owed, made -> made.state().equals("NOT_REPORTED")));
        });
        assertThat(view.trend().months().stream().collect(Collectors.toMap(ReportMonths.Month::month, month -> month.owed() + ": " + month.onTime() + " "
                + month.late() + " " + month.unreported()))).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(view.trend().asOf().toInstant()).isBetween(NOW, NOW.plusSeconds(600));
    }

    private void assertRows(Sight sight, List<Made> expected) {
        Map<BoardQuery, Predicate<Made>> queries = Map.of(
                BoardQuery.ALL, made -> true,
                query(null, null, When.LATE, null, null), Made::isLate,
                query(null, "SUPPLEMENT", When.SOON, null, null), made -> made.kind().equals("SUPPLEMENT") && made.isSoon(),
                query(sight.units().get(0), null, null, null, null), made -> made.unit().equals(sight.units().get(0)),
                query(null, null, null, LateStep.URGED, null), made -> made.isLate() && made.step() == LateStep.URGED,
                query(null, null, null, null, "hoa 2"), made -> made.person().startsWith("chi-2") && made.isPersonal());
        queries.forEach((query, fits) -> {
            List<String> wanted = expected.stream().filter(made -> made.isLate() || made.isSoon()).filter(fits).map(Made::task).toList();
            List<BoardView.RowView> rows = board.all(sight, query, 10_000);
            assertThat(rows).as(query.toString()).extracting(BoardView.RowView::taskId).containsExactlyInAnyOrderElementsOf(wanted);
            assertThat(board.view(sight, query).rows().total()).as(query.toString()).isEqualTo(wanted.size());
            assertThat(rows).extracting(BoardView.RowView::dueAt).isSorted();
        });
    }

    private static BoardQuery query(String unit, String kind, When when, LateStep step, String text) {
        return new BoardQuery(unit, kind, when, step, null, null, text, Sort.DUE, false, 0, true);
    }

    private void assertBadges(Sight sight, List<Made> expected) {
        String definition = sql.sql("select id_ from act_re_procdef where key_ = 'attendance-report' order by version_ desc limit 1").query(String.class).single();
        Map<String, String> kinds = Map.of("task_writeReportOneDay", "REPORT", "task_supplementReport", "SUPPLEMENT", "task_receiveReport", "RECEPTION");
        assertThat(badges.of(sight, definition)).hasSize(kinds.size()).allSatisfy(badge -> {
            List<Made> open = expected.stream().filter(made -> made.isOpen() && made.kind().equals(kinds.get(badge.element()))).toList();
            assertThat(badge.waiting()).isEqualTo(open.size());
            assertThat(badge.late()).isEqualTo(count(open, Made::isLate));
            assertThat(badge.soon()).isEqualTo(count(open, Made::isSoon));
            assertThat(badge.oldestDueAt().toInstant()).isEqualTo(open.stream().map(Made::limit).min(Instant::compareTo).orElseThrow());
        });
    }

    private static int count(List<Made> made, Predicate<Made> which) {
        return (int) made.stream().filter(which).count();
    }
}
