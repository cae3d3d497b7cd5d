package vn.dusinhhoat.template.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.template.DocumentDates;
import vn.dusinhhoat.template.DocumentFrame;
import vn.dusinhhoat.template.PlanDocument;
import vn.dusinhhoat.template.PlannedCell;
import vn.dusinhhoat.template.PlannedVisit;
import vn.dusinhhoat.template.SheetSpec;
import vn.dusinhhoat.template.SheetSpec.ColumnSpec;
import vn.dusinhhoat.template.SheetSpec.Format;
import vn.dusinhhoat.template.WorkbookWriter;
import vn.dusinhhoat.template.plan.PlanFigures.Area;

/** A yearly plan as a workbook: every line, and the same by month, area and member, special areas against others. */
public final class PlanWorkbook {

    private static final String YES = "Có";
    private static final Column NUMBER = column("TT", Format.NUMBER, 6);
    private static final Column MEMBER = column("Đồng chí", Format.TEXT, 28);
    private static final Column POST = column("Chức vụ", Format.TEXT, 34);
    private static final Column CELL = column("Chi bộ đến dự", Format.TEXT, 30);
    private static final Column HOST = column("Đảng ủy nơi có chi bộ", Format.TEXT, 30);
    private static final Column VISITS = column("Số lượt dự", Format.NUMBER, 12);
    private static final Column VISITED = column("Số chi bộ được dự", Format.NUMBER, 12);
    private static final Column SPECIAL = new Column(column("Địa bàn đặc thù", Format.TEXT, 12).spec(), true);
    private static final Column SPECIAL_CELLS = new Column(column("Số chi bộ ở địa bàn đặc thù", Format.NUMBER, 16).spec(), true);
    private static final Column SPECIAL_VISITS = new Column(column("Số lượt ở địa bàn đặc thù", Format.NUMBER, 16).spec(), true);
    private static final Column FIRST_MONTH = column("Tháng dự đầu tiên", Format.TEXT, 14);

    private final PlanDocument plan;
    private final PlanFigures figures;
    private final WorkbookWriter workbook;
    private List<Column> columns;

    private PlanWorkbook(PlanDocument plan, WorkbookWriter workbook) {
        this.plan = plan;
        this.figures = PlanFigures.of(plan.visits(), plan.cells());
        this.workbook = workbook;
    }

    /** Writes the workbook; the stream stays open. */
    public static void write(PlanDocument plan, OutputStream out) throws IOException {
        try (WorkbookWriter workbook = new WorkbookWriter()) {
            PlanWorkbook sheets = new PlanWorkbook(plan, workbook);
            sheets.visits();
            sheets.months();
            sheets.areas();
            sheets.members();
            if (plan.specialShown()) {
                sheets.specialAgainstOthers();
            }
            sheets.neverVisited();
            workbook.textSheet("Thông tin", sheets.information());
            workbook.writeTo(out);
        }
    }

    private void visits() {
        begin("Tất cả lượt dự" + (plan.frame().draft() ? " (dự thảo)" : ""), NUMBER, column("Tháng", Format.TEXT, 12),
                column("Ngày dự", Format.DATE, 13), column("Giờ dự", Format.TIME, 10), column("Kỳ", Format.TEXT, 24), MEMBER, POST, CELL,
                HOST, SPECIAL, column("Nội dung", Format.TEXT, 40));
        int number = 0;
        for (PlannedVisit visit : figures.visits()) {
            LocalDateTime at = visit.meetingAt();
            line(++number, month(PlanFigures.month(visit)), at == null ? null : at.toLocalDate(), at == null ? null : at.toLocalTime(),
                    visit.period(), visit.member(), visit.post(), visit.cell().name(), visit.cell().host(),
                    visit.cell().special() ? YES : null, visit.theme());
        }
        workbook.asList();
    }

    private void months() {
        begin("Theo tháng", column("Tháng", Format.TEXT, 16), VISITS, column("Số đồng chí", Format.NUMBER, 12), VISITED, SPECIAL_VISITS);
        for (Map.Entry<YearMonth, List<PlannedVisit>> month : figures.byMonth().entrySet()) {
            List<PlannedVisit> its = month.getValue();
            line(month(month.getKey()), its.size(), PlanFigures.distinct(its, PlannedVisit::memberKey),
                    PlanFigures.distinct(its, visit -> visit.cell().key()), inSpecialAreas(its));
        }
        workbook.asList();
    }

    private void areas() {
        begin("Theo địa bàn", HOST, column("Số chi bộ", Format.NUMBER, 12), VISITED, column("Số chi bộ chưa được dự", Format.NUMBER, 14),
                VISITS, column("Số đồng chí", Format.NUMBER, 12), SPECIAL_CELLS, FIRST_MONTH);
        for (Area host : figures.byHost()) {
            line(host.host(), host.cells(), host.visited(), host.neverVisited(), host.visits(), host.members(), host.special(),
                    month(host.firstMonth(), null));
        }
        workbook.asList();
    }

    private void members() {
        begin("Theo đồng chí", NUMBER, MEMBER, POST, VISITS, VISITED, SPECIAL_VISITS, column("Các tháng có lịch", Format.TEXT, 40));
        int number = 0;
        for (List<PlannedVisit> visits : figures.byMember()) {
            PlannedVisit first = visits.get(0);
            String months = visits.stream().map(PlanFigures::month).filter(Objects::nonNull).distinct().map(PlanWord::inTable)
                    .collect(Collectors.joining(", "));
            line(++number, first.member(), first.post(), visits.size(), PlanFigures.distinct(visits, visit -> visit.cell().key()),
                    inSpecialAreas(visits), months);
        }
        workbook.asList();
    }

    private void specialAgainstOthers() {
        begin("Đặc thù và địa bàn khác", column("Nhóm chi bộ", Format.TEXT, 30), column("Số chi bộ", Format.NUMBER, 12), VISITED,
                column("Số chi bộ chưa được dự", Format.NUMBER, 14), VISITS, column("Số lượt mỗi chi bộ", Format.RATIO, 14), FIRST_MONTH);
        group("Địa bàn đặc thù, phức tạp", figures.area(true));
        group("Địa bàn khác", figures.area(false));
        workbook.asList();
        begin("Chi bộ địa bàn đặc thù", column("Chi bộ", Format.TEXT, 30), HOST, VISITS, FIRST_MONTH);
        for (PlannedCell cell : figures.cells()) {
            if (cell.special()) {
                List<PlannedVisit> visits = figures.of(cell);
                line(cell.name(), cell.host(), visits.size(), month(visits.isEmpty() ? null : PlanFigures.month(visits.get(0)), null));
            }
        }
        workbook.asList();
    }

    private void group(String name, Area area) {
        line(name, area.cells(), area.visited(), area.neverVisited(), area.visits(), area.visitsPerCell(), month(area.firstMonth(), null));
    }

    private void neverVisited() {
        begin("Chi bộ chưa có lượt dự", NUMBER, column("Chi bộ", Format.TEXT, 30), HOST, SPECIAL);
        int number = 0;
        for (PlannedCell cell : figures.neverVisited(plan.specialShown())) {
            line(++number, cell.name(), cell.host(), cell.special() ? YES : null);
        }
        workbook.asList();
    }

    private List<String> information() {
        DocumentFrame frame = plan.frame();
        List<String> lines = new ArrayList<>(List.of(shown(frame.letterhead().issuingBody()), shown(frame.type() + ": " + frame.summary())));
        if (frame.draft()) {
            lines.add("Dự thảo, chưa có hiệu lực");
        } else {
            lines.add(shown("Số " + Objects.requireNonNullElse(frame.letterhead().number(), "……") + "-" + frame.letterhead().symbol() + ", "
                    + DocumentDates.day(frame.letterhead().date())));
        }
        return lines;
    }

    private static int inSpecialAreas(List<PlannedVisit> visits) {
        return (int) visits.stream().filter(visit -> visit.cell().special()).count();
    }

    private static String month(YearMonth month) {
        return month(month, PlanWord.NO_DATE);
    }

    private static String month(YearMonth month, String otherwise) {
        return month == null ? otherwise : PlanWord.inTable(month);
    }

    private void begin(String name, Column... all) {
        columns = List.of(all);
        workbook.sheet(new SheetSpec(name, columns.stream().filter(this::isShown).map(Column::spec).toList()));
    }

    private void line(Object... values) {
        List<Object> cells = new ArrayList<>();
        for (int index = 0; index < values.length; index++) {
            if (isShown(columns.get(index))) {
                cells.add(values[index] instanceof String text ? shownOrNothing(text) : values[index]);
            }
        }
        workbook.line(cells.toArray());
    }

    private boolean isShown(Column column) {
        return plan.specialShown() || !column.forPlanners();
    }

    /** A cell without text is empty, so that filters offer it as such. */
    private static String shownOrNothing(String text) {
        String shown = shown(text);
        return shown.isBlank() ? null : shown;
    }

    private static String shown(String text) {
        return OutsideText.shown(text);
    }

    private static Column column(String header, Format format, int width) {
        return new Column(new ColumnSpec(header, false, format, width, List.of()), false);
    }

    /** A column; those that tell special areas from others are left out of copies for hosts. */
    private record Column(ColumnSpec spec, boolean forPlanners) {
    }
}
