package vn.dusinhhoat.duty.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dusinhhoat.duty.rotation.Visitor.Span;

/** Rulings A3 and A12, II.1a, II.2d. */
class RotationTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 20, 5, 0);
    private static final LocalDate THIRD = LocalDate.of(2026, 12, 3);
    private static final Span DECEMBER = new Span(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31));

    @Test
    void oneVisitorPerMeetingWhereNumbersAllow() {
        List<Assignment> assigned = rotation(visitors(5), cells(5, 0, THIRD), NOW).assign();
        assertThat(assigned).hasSize(5).extracting(Assignment::cellId).doesNotHaveDuplicates();
    }

    @Test
    void whoIsLeftOverGoesToSpecialAreas() {
        List<Candidate> cells = new ArrayList<>(cells(4, 0, THIRD));
        cells.add(cell(100, 5, THIRD));
        List<Assignment> assigned = rotation(visitors(6), cells, NOW).assign();
        assertThat(assigned.stream().filter(each -> each.cellId() == 100)).hasSize(2);
    }

    @Test
    void specialAreasComeFirstWhenThereAreFewVisitors() {
        List<Candidate> cells = new ArrayList<>(cells(20, 0, THIRD));
        cells.add(cell(100, 5, THIRD));
        cells.add(cell(101, 2, THIRD));
        assertThat(new Rotation(visitors(2), cells, NOW, new SpecialShare(8)).assign()).as("the first of four periods").extracting(Assignment::cellId)
                .containsExactlyInAnyOrder(100L, 101L);
    }

    @Test
    void neverTheOwnCellAndNeverADayThatIsTaken() {
        Visitor atHome = new Visitor(1L, 1L, 1L, List.of(DECEMBER), Set.of(), Map.of(), Set.of());
        Rotation own = rotation(List.of(atHome), List.of(cell(1, 5, THIRD)), NOW);
        assertThat(own.assign()).isEmpty();
        assertThat(own.whyNot(atHome)).contains("khác chi bộ nơi đồng chí sinh hoạt");
        Visitor elsewhere = new Visitor(1L, 1L, 9L, List.of(DECEMBER), Set.of(THIRD), Map.of(), Set.of());
        Rotation busy = rotation(List.of(elsewhere), List.of(cell(1, 0, THIRD)), NOW);
        assertThat(busy.assign()).isEmpty();
        assertThat(busy.whyNot(elsewhere)).contains("trùng ngày");
    }

    /** Most cells meet on the same evening, and most visitors are then at their own: the few others go there. */
    @Test
    void asManyMeetingsAsPossibleHaveAVisitor() {
        List<Candidate> cells = new ArrayList<>(cells(4, 5, THIRD));
        LongStream.rangeClosed(11, 14).forEach(n -> cells.add(cell(n, 0, LocalDate.of(2026, 12, 15))));
        List<Visitor> visitors = new ArrayList<>();
        LongStream.rangeClosed(1, 8).forEach(n -> visitors.add(new Visitor(n, n, 9_999L, List.of(DECEMBER),
                n <= 4 ? Set.of(THIRD) : Set.of(), Map.of(), Set.of())));
        assertThat(rotation(visitors, cells, NOW).assign()).hasSize(8).extracting(Assignment::cellId).doesNotHaveDuplicates();
    }

    @Test
    void onlyInTheAreaInCharge() {
        Visitor visitor = new Visitor(1L, 1L, 9L, List.of(DECEMBER), Set.of(), Map.of(), Set.of(77L));
        List<Candidate> cells = List.of(cell(1, 5, THIRD), new Candidate(2L, List.of(77L, 40L), 0, List.of(THIRD.atTime(19, 30))));
        assertThat(rotation(List.of(visitor), cells, NOW).assign()).extracting(Assignment::cellId).containsExactly(2L);
        Rotation none = rotation(List.of(visitor), List.of(cell(1, 5, THIRD)), NOW);
        assertThat(none.assign()).isEmpty();
        assertThat(none.whyNot(visitor)).contains("phụ trách");
    }

    @Test
    void whereTheVisitorHasNotBeenForLongest() {
        Visitor again = new Visitor(1L, 1L, 9L, List.of(DECEMBER), Set.of(), Map.of(1L, LocalDate.of(2026, 11, 3)), Set.of());
        Visitor fresh = new Visitor(2L, 2L, 9L, List.of(DECEMBER), Set.of(), Map.of(2L, LocalDate.of(2026, 11, 3)), Set.of());
        assertThat(rotation(List.of(again, fresh), cells(2, 0, THIRD), NOW).assign())
                .extracting(each -> each.dutyId() + " " + each.cellId()).containsExactlyInAnyOrder("1 2", "2 1");
    }

    /** The system stood still over the whole month: the meeting is over, its visitor says what was. */
    @Test
    void meetingsThatAreOverCountOnlyWhenThereIsNoOther() {
        LocalDateTime late = LocalDateTime.of(2026, 12, 28, 8, 0);
        Assignment over = rotation(visitors(1), cells(1, 0, THIRD), late).assign().get(0);
        assertThat(over.late()).isTrue();
        Candidate both = new Candidate(1L, List.of(40L), 0, List.of(THIRD.atTime(19, 30), LocalDate.of(2026, 12, 31).atTime(19, 30)));
        assertThat(rotation(visitors(1), List.of(both), late).assign().get(0).meetingAt().getDayOfMonth()).isEqualTo(31);
    }

    @Test
    void aPartOfThePeriodOnly() {
        Visitor joining = new Visitor(1L, 1L, 9L, List.of(new Span(LocalDate.of(2026, 12, 10), LocalDate.of(2026, 12, 31))), Set.of(), Map.of(), Set.of());
        List<Candidate> cells = List.of(cell(1, 5, THIRD), cell(2, 0, LocalDate.of(2026, 12, 15)));
        assertThat(rotation(List.of(joining), cells, NOW).assign()).extracting(Assignment::cellId).containsExactly(2L);
    }

    /** A longer period spreads its visits over its months. */
    @Test
    void sixMonthsAreSpread() {
        Span half = new Span(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 6, 30));
        List<Visitor> visitors = LongStream.rangeClosed(1, 60).mapToObj(n -> new Visitor(n, n, 9_999L, List.of(half), Set.of(), Map.of(), Set.of())).toList();
        List<Candidate> cells = LongStream.rangeClosed(1, 100).mapToObj(n -> new Candidate(n, List.of(40L), 0,
                LongStream.range(0, 6).mapToObj(month -> LocalDateTime.of(2027, 1, 3, 19, 30).plusMonths(month)).toList())).toList();
        Map<Integer, Long> months = rotation(visitors, cells, NOW).assign().stream()
                .collect(Collectors.groupingBy(each -> each.meetingAt().getMonthValue(), Collectors.counting()));
        assertThat(months).hasSize(6).allSatisfy((month, visits) -> assertThat(visits).isEqualTo(10));
    }

    /** Hard rules on random communes; and a year of months: nobody stays away from special areas, nobody comes to one cell only. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aYearOfACommune(long seed) {
        Random random = new Random(seed);
        int cellCount = 5 + random.nextInt(30);
        int people = 3 + random.nextInt(40);
        Map<Long, Integer> visits = new HashMap<>();
        Map<Long, Map<Long, LocalDate>> last = new HashMap<>();
        List<LocalDate> lastOfCell = new ArrayList<>();
        Map<Long, Integer> weights = new HashMap<>();
        Map<Long, Integer> days = new HashMap<>();
        for (long n = 1; n <= cellCount; n++) {
            weights.put(n, n % 7 == 0 ? 5 : 0);
            days.put(n, 1 + random.nextInt(28));
        }
        Map<Long, LocalDate> lastVisit = new HashMap<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate first = LocalDate.of(2027, month, 1);
            List<Candidate> cells = new ArrayList<>();
            weights.forEach((id, weight) -> {
                Candidate cell = new Candidate(id, List.of(40L), weight, List.of(first.withDayOfMonth(days.get(id)).atTime(19, 30)));
                if (lastVisit.containsKey(id)) {
                    cell.visitedOn(lastVisit.get(id));
                }
                cells.add(cell);
            });
            List<Visitor> visitors = LongStream.rangeClosed(1, people).mapToObj(person -> {
                long home = 1 + person % cellCount;
                return new Visitor(person, person, home, List.of(new Span(first, first.plusMonths(1).minusDays(1))),
                        Set.of(first.withDayOfMonth(days.get(home))), new HashMap<>(last.getOrDefault(person, Map.of())), Set.of());
            }).toList();
            List<Assignment> assigned = rotation(visitors, cells, first.minusDays(11).atTime(5, 0)).assign();
            Set<Long> placed = new HashSet<>();
            for (Assignment each : assigned) {
                long home = 1 + each.dutyId() % cellCount;
                assertThat(placed.add(each.dutyId())).isTrue();
                assertThat(each.cellId()).isNotEqualTo(home);
                assertThat(each.meetingAt().toLocalDate()).isNotEqualTo(first.withDayOfMonth(days.get(home)));
                visits.merge(each.cellId(), 1, Integer::sum);
                last.computeIfAbsent(each.dutyId(), person -> new HashMap<>()).put(each.cellId(), each.meetingAt().toLocalDate());
                lastVisit.put(each.cellId(), each.meetingAt().toLocalDate());
            }
            assertThat(assigned).hasSize(people);
        }
        if (cellCount < 7) {
            return;
        }
        double special = weights.keySet().stream().filter(id -> weights.get(id) > 0).mapToInt(id -> visits.getOrDefault(id, 0)).average().orElse(1);
        double ordinary = weights.keySet().stream().filter(id -> weights.get(id) == 0).mapToInt(id -> visits.getOrDefault(id, 0)).average().orElse(0);
        assertThat(special).isGreaterThanOrEqualTo(ordinary);
        if (people * 12 > cellCount * 2) {
            assertThat(visits).hasSize(cellCount);
        }
    }

    private static Rotation rotation(List<Visitor> visitors, List<Candidate> cells, LocalDateTime now) {
        return new Rotation(visitors, cells, now, new SpecialShare(visitors.size()));
    }

    private static List<Visitor> visitors(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(n -> new Visitor(n, n, 9_999L, List.of(DECEMBER), Set.of(), Map.of(), Set.of())).toList();
    }

    private static List<Candidate> cells(int count, int weight, LocalDate day) {
        return LongStream.rangeClosed(1, count).mapToObj(n -> cell(n, weight, day)).toList();
    }

    private static Candidate cell(long id, int weight, LocalDate day) {
        return new Candidate(id, List.of(40L), weight, List.of(day.atTime(19, 30)));
    }
}
