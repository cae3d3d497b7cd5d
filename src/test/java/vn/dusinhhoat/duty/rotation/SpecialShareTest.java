package vn.dusinhhoat.duty.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dusinhhoat.duty.rotation.Visitor.Span;

/** Special areas first and more often, and the others get their share (II.1a, ruling A12): years of made-up committees. */
class SpecialShareTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 20, 5, 0);
    private static final long ELSEWHERE = 9_999;
    private static final long OWN_AREA = 77;

    /** A year of a committee: its cells and people, with what has been planned so far. */
    private static final class Year {

        private final int monthsOfPeriod;
        private final int people;
        private final Map<Long, Integer> weights = new HashMap<>();
        private final Map<Long, Integer> days = new HashMap<>();
        private final Map<Long, Long> homes = new HashMap<>();
        private final List<Assignment> planned = new ArrayList<>();
        private final SpecialShare share;

        Year(int cells, int everySpecial, int weight, int people, int monthsOfPeriod, Random random) {
            this.monthsOfPeriod = monthsOfPeriod;
            this.people = people;
            for (long cell = 1; cell <= cells; cell++) {
                weights.put(cell, cell % everySpecial == 0 ? weight : 0);
                days.put(cell, random == null ? 3 : 1 + random.nextInt(28));
            }
            for (long person = 1; person <= people; person++) {
                homes.put(person, random == null ? ELSEWHERE : 1 + random.nextInt(cells));
            }
            this.share = new SpecialShare(people * 12 / monthsOfPeriod);
        }

        Year plan() {
            for (YearMonth first = YearMonth.of(2027, 1); first.getYear() == 2027; first = first.plusMonths(monthsOfPeriod)) {
                List<Assignment> period = new Rotation(visitors(first), candidates(first), NOW, share).assign();
                period.forEach(each -> checkHard(each, period));
                assertThat(period).hasSize(people);
                planned.addAll(period);
            }
            return this;
        }

        private List<Candidate> candidates(YearMonth first) {
            return weights.keySet().stream().map(cell -> {
                Candidate candidate = new Candidate(cell, areas(cell), weights.get(cell), IntStream.range(0, monthsOfPeriod)
                        .mapToObj(month -> first.plusMonths(month).atDay(days.get(cell)).atTime(19, 30)).toList());
                planned.stream().filter(each -> each.cellId().equals(cell)).forEach(each -> candidate.visitedOn(each.meetingAt().toLocalDate()));
                return candidate;
            }).toList();
        }

        /** Every second cell is in the area that each third person is in charge of. */
        private static List<Long> areas(Long cell) {
            return cell % 2 == 0 ? List.of(OWN_AREA, 40L) : List.of(78L, 40L);
        }

        private List<Visitor> visitors(YearMonth first) {
            return LongStream.rangeClosed(1, people).mapToObj(person -> new Visitor(person, person, homes.get(person),
                    List.of(new Span(first.atDay(1), first.plusMonths(monthsOfPeriod - 1).atEndOfMonth())), busy(person, first),
                    planned.stream().filter(each -> each.dutyId() == person).collect(Collectors.toMap(Assignment::cellId,
                            each -> each.meetingAt().toLocalDate(), (a, b) -> a.isAfter(b) ? a : b)),
                    inCharge(person))).toList();
        }

        private static Set<Long> inCharge(long person) {
            return person % 3 == 0 ? Set.of(OWN_AREA) : Set.of();
        }

        private Set<LocalDate> busy(long person, YearMonth first) {
            return days.containsKey(homes.get(person)) ? IntStream.range(0, monthsOfPeriod)
                    .mapToObj(month -> first.plusMonths(month).atDay(days.get(homes.get(person)))).collect(Collectors.toSet()) : Set.of();
        }

        private void checkHard(Assignment each, List<Assignment> period) {
            Long person = each.dutyId();
            assertThat(each.cellId()).as("own cell").isNotEqualTo(homes.get(person));
            assertThat(each.meetingAt().getDayOfMonth()).as("own evening").isNotEqualTo(days.getOrDefault(homes.get(person), 0));
            assertThat(inCharge(person).isEmpty() || areas(each.cellId()).contains(OWN_AREA)).as("area in charge").isTrue();
            assertThat(period.stream().filter(other -> other.dutyId().equals(person))).hasSize(1);
            planned.stream().filter(before -> before.dutyId().equals(person)).max(Comparator.comparing(Assignment::meetingAt))
                    .ifPresent(last -> assertThat(each.cellId()).as("same cell as last time").isNotEqualTo(last.cellId()));
        }

        int visits(Long cell) {
            return (int) planned.stream().filter(each -> each.cellId().equals(cell)).count();
        }

        List<Long> cells(boolean special) {
            return weights.keySet().stream().filter(cell -> weights.get(cell) > 0 == special).toList();
        }

        double average(boolean special) {
            return cells(special).stream().mapToInt(this::visits).average().orElseThrow();
        }

        double firstMonth(boolean special) {
            return cells(special).stream().filter(cell -> visits(cell) > 0).mapToInt(cell -> planned.stream()
                    .filter(each -> each.cellId().equals(cell)).mapToInt(each -> each.meetingAt().getMonthValue()).min().orElseThrow())
                    .average().orElse(12);
        }
    }

    /** The province: far fewer visits than special cells, and yet the others are visited too. */
    @Test
    void theOthersGetTheirShareThoughThereAreMoreSpecialCellsThanVisits() {
        Year year = new Year(1_000, 5, 2, 60, 6, null).plan();
        int special = year.cells(true).stream().mapToInt(year::visits).sum();
        assertThat(special).as("200 cells that count three times against 800: three sevenths of 120").isEqualTo(52);
        assertThat(year.planned.stream().limit(60).filter(each -> year.weights.get(each.cellId()) > 0)).as("in the first half").hasSize(52);
        assertThat(year.planned).extracting(Assignment::cellId).as("nobody twice").doesNotHaveDuplicates();
        assertThat(year.firstMonth(true)).isLessThan(year.firstMonth(false) - 3);
    }

    @Test
    void aHigherWeightMeansALargerShare() {
        assertThat(new Year(1_000, 5, 5, 60, 6, null).plan().average(true)).isGreaterThan(new Year(1_000, 5, 1, 60, 6, null).plan().average(true));
    }

    /** A district: more visits than cells, so that each is visited, special ones at least as often as any other. */
    @Test
    void everySpecialCellAtLeastAsOftenAsAnyOther() {
        Year year = new Year(40, 5, 2, 24, 3, null).plan();
        int leastOfSpecial = year.cells(true).stream().mapToInt(year::visits).min().orElseThrow();
        int mostOfOthers = year.cells(false).stream().mapToInt(year::visits).max().orElseThrow();
        assertThat(leastOfSpecial).isGreaterThanOrEqualTo(mostOfOthers);
        assertThat(year.cells(false)).as("nobody is left out").allSatisfy(cell -> assertThat(year.visits(cell)).isPositive());
        assertThat(year.firstMonth(true)).isLessThanOrEqualTo(year.firstMonth(false));
    }

    /** What one cell has too much another one misses: repeated visits to special cells are spread over the year. */
    @Test
    void furtherVisitsToSpecialCellsAreSpreadOverThePeriodsLeft() {
        Year year = new Year(190, 6, 2, 40, 3, null).plan();
        List<Long> special = year.cells(true);
        assertThat(IntStream.range(0, 4).mapToObj(quarter -> year.planned.subList(quarter * 40, quarter * 40 + 40).stream()
                .filter(each -> special.contains(each.cellId())).count())).allSatisfy(visits -> assertThat(visits).isPositive());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anyYear(long seed) {
        Random random = new Random(seed);
        int cells = 30 + random.nextInt(150);
        int everySpecial = 3 + random.nextInt(6);
        int weight = 1 + random.nextInt(5);
        int people = 5 + random.nextInt(30);
        int months = List.of(1, 3, 6).get(random.nextInt(3));
        Year year = new Year(cells, everySpecial, weight, people, months, new Random(seed)).plan();
        assertThat(year.average(true)).as("more often").isGreaterThanOrEqualTo(year.average(false));
        assertThat(year.firstMonth(true)).as("first").isLessThanOrEqualTo(year.firstMonth(false));
        assertThat(year.average(false)).as("the others, too").isPositive();
        assertThat(new Year(cells, everySpecial, weight, people, months, new Random(seed)).plan().planned).as("always the same").isEqualTo(year.planned);
    }

    /** Somebody is to be placed alone, again and again: by turn, so that nobody waits for ever. */
    @Test
    void aVisitPlannedAloneGoesByTurn() {
        Candidate special = new Candidate(1L, List.of(40L), 2, List.of(LocalDateTime.of(2026, 12, 3, 19, 30)));
        Candidate other = new Candidate(2L, List.of(40L), 0, List.of(LocalDateTime.of(2026, 12, 3, 19, 30)));
        special.visitedOn(LocalDate.of(2026, 10, 3));
        other.visitedOn(LocalDate.of(2026, 3, 3));
        Visitor visitor = new Visitor(1L, 1L, ELSEWHERE, List.of(new Span(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31))), Set.of(), Map.of(),
                Set.of());
        assertThat(new Rotation(List.of(visitor), List.of(special, other), NOW, new SpecialShare(1)).assign()).extracting(Assignment::cellId)
                .as("eight months against three times one").containsExactly(2L);
    }

    @Test
    void whereTheVisitorWasLastOnlyIfThereIsNoOther() {
        Visitor visitor = new Visitor(1L, 1L, ELSEWHERE, List.of(new Span(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31))), Set.of(),
                Map.of(1L, LocalDate.of(2024, 1, 3), 2L, LocalDate.of(2023, 1, 3)), Set.of());
        List<LocalDateTime> meetings = List.of(LocalDateTime.of(2026, 12, 3, 19, 30));
        Candidate last = new Candidate(1L, List.of(40L), 5, meetings);
        assertThat(new Rotation(List.of(visitor), List.of(last, new Candidate(2L, List.of(40L), 0, meetings)), NOW, new SpecialShare(1)).assign())
                .extracting(Assignment::cellId).containsExactly(2L);
        assertThat(new Rotation(List.of(visitor), List.of(new Candidate(1L, List.of(40L), 5, meetings)), NOW, new SpecialShare(1)).assign())
                .extracting(Assignment::cellId).containsExactly(1L);
    }
}
