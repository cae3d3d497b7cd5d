package vn.dusinhhoat.template.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dusinhhoat.template.PlannedCell;
import vn.dusinhhoat.template.PlannedVisit;
import vn.dusinhhoat.template.plan.PlanFigures.Area;

/** A plan by month, area and member, and special areas against others (rulings A5 and A12). */
class PlanFiguresTest {

    private static final PlannedCell BORDER = new PlannedCell("1", "Chi bộ bản Huồi Giảng 1", "Đảng ủy xã Mường Lống", true);
    private static final PlannedCell RELIGIOUS = new PlannedCell("2", "Chi bộ xóm 2", "Đảng ủy xã Đông Hiếu", true);
    private static final PlannedCell PLAIN = new PlannedCell("3", "Chi bộ xóm 2", "Đảng ủy xã Kim Liên", false);
    private static final PlannedCell FAR = new PlannedCell("4", "Chi bộ xóm 9", "Đảng ủy xã Kim Liên", false);
    private static final PlannedCell OUTSIDE = new PlannedCell("5", "Chi bộ khối 1", "Đảng ủy phường Trường Vinh", false);

    private final PlanFigures figures = PlanFigures.of(List.of(visit("an", PLAIN, LocalDateTime.of(2027, 3, 3, 19, 30)),
            visit("an", BORDER, LocalDateTime.of(2027, 1, 5, 19, 0)), visit("binh", BORDER, LocalDateTime.of(2027, 3, 5, 19, 0)),
            visit("cuong", OUTSIDE, null)), List.of(BORDER, RELIGIOUS, PLAIN, FAR));

    @Test
    void membersHostsAndCellsAreCountedOnceEach() {
        assertThat(figures.members()).isEqualTo(3);
        assertThat(figures.hosts()).isEqualTo(3);
        assertThat(figures.visitedCells()).isEqualTo(3);
        assertThat(figures.cells()).as("a cell that only a line names counts too").hasSize(5);
    }

    @Test
    void monthsAreInOrderAndWhatHasNoDateComesLast() {
        assertThat(figures.byMonth().keySet()).containsExactly(YearMonth.of(2027, 1), YearMonth.of(2027, 3), null);
        assertThat(figures.byMonth().get(YearMonth.of(2027, 3))).extracting(PlannedVisit::memberKey).containsExactly("an", "binh");
    }

    @Test
    void membersOfTheSameNameAreTwo() {
        PlanFigures namesakes = PlanFigures.of(List.of(new PlannedVisit("1", "Nguyễn Văn An", "", "", null, PLAIN, ""),
                new PlannedVisit("2", "Nguyễn Văn An", "", "", null, PLAIN, "")), List.of());
        assertThat(namesakes.members()).isEqualTo(2);
        assertThat(namesakes.byMember()).hasSize(2);
        assertThat(namesakes.visitedCells()).isOne();
    }

    @Test
    void areasAreInVietnameseOrder() {
        assertThat(figures.byHost()).extracting(Area::host).containsExactly("Đảng ủy phường Trường Vinh", "Đảng ủy xã Đông Hiếu",
                "Đảng ủy xã Kim Liên", "Đảng ủy xã Mường Lống");
        Area kimLien = figures.byHost().get(2);
        assertThat(kimLien).isEqualTo(new Area("Đảng ủy xã Kim Liên", 2, 0, 1, 1, 1, YearMonth.of(2027, 3)));
        assertThat(kimLien.neverVisited()).isOne();
    }

    @Test
    void specialAreasComeFirstAndMoreOften() {
        Area special = figures.area(true);
        assertThat(special).isEqualTo(new Area(null, 2, 2, 1, 2, 2, YearMonth.of(2027, 1)));
        assertThat(special.visitsPerCell()).isEqualTo(1.0);
        Area others = figures.area(false);
        assertThat(others).isEqualTo(new Area(null, 3, 0, 2, 2, 2, YearMonth.of(2027, 3)));
        assertThat(others.visitsPerCell()).isBetween(0.66, 0.67);
    }

    @Test
    void cellsThatNobodyGoesToAreListed() {
        assertThat(figures.neverVisited(true)).containsExactly(RELIGIOUS, FAR);
        PlanFigures nobody = PlanFigures.of(List.of(), List.of(PLAIN, BORDER, FAR));
        assertThat(nobody.neverVisited(true)).containsExactly(BORDER, PLAIN, FAR);
        assertThat(nobody.neverVisited(false)).as("hosts are not told by the order").containsExactly(PLAIN, FAR, BORDER);
    }

    @Test
    void anEmptyPlanHasFiguresToo() {
        PlanFigures empty = PlanFigures.of(List.of(), List.of());
        assertThat(empty.members()).isZero();
        assertThat(empty.byMonth()).isEmpty();
        assertThat(empty.area(true)).isEqualTo(new Area(null, 0, 0, 0, 0, 0, null));
        assertThat(empty.area(true).visitsPerCell()).isZero();
    }

    private static PlannedVisit visit(String member, PlannedCell cell, LocalDateTime at) {
        return new PlannedVisit(member, member, "Ủy viên", "Quý I", at, cell, "");
    }
}
