package vn.dusinhhoat.template.plan;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.dusinhhoat.template.DocumentDates;
import vn.dusinhhoat.template.PlanDocument;
import vn.dusinhhoat.template.PlannedVisit;
import vn.dusinhhoat.template.layout.FrameValues;
import vn.dusinhhoat.template.layout.Values;
import vn.dusinhhoat.template.plan.PlanFigures.Area;

/** What is filled into the layout of a yearly plan. */
public final class PlanWord {

    static final String NO_DATE = "Chưa xếp ngày";

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private PlanWord() {
    }

    /** Values of the whole document, by the names in the layout. */
    public static Values of(PlanDocument plan) {
        PlanFigures figures = PlanFigures.of(plan.visits(), plan.cells());
        Values values = FrameValues.of(plan.frame()).text("Năm", String.valueOf(plan.year()))
                .paragraphs("Mở đầu", "Đoạn mở đầu", plan.introduction())
                .paragraphs("Tổ chức thực hiện", "Đoạn tổ chức thực hiện", plan.arrangements())
                .text("Số đồng chí", count(figures.members())).text("Số lượt", count(figures.visits().size()))
                .text("Số chi bộ", count(figures.cells().size())).text("Số chi bộ đến dự", count(figures.visitedCells()))
                .text("Số chi bộ chưa có lượt dự", count(figures.cells().size() - figures.visitedCells()))
                .text("Số đảng ủy", count(figures.hosts()))
                .shown("Có địa bàn đặc thù", plan.specialShown());
        values.each("Nhóm chi bộ", plan.specialShown() ? List.of(group("Địa bàn đặc thù, phức tạp", figures.area(true)),
                group("Địa bàn khác", figures.area(false))) : List.of());
        List<Values> areas = areas(figures);
        List<Values> members = members(figures);
        return values.each("Các tháng", months(figures)).shown("Có địa bàn", !areas.isEmpty()).each("Các địa bàn", areas)
                .shown("Có đồng chí", !members.isEmpty()).each("Các đồng chí", members);
    }

    private static Values group(String name, Area area) {
        return new Values().text("Tên nhóm", name).text("Số chi bộ của nhóm", count(area.cells()))
                .text("Số chi bộ được dự", count(area.visited())).text("Số lượt của nhóm", count(area.visits()))
                .text("Lượt mỗi chi bộ", String.format(VIETNAMESE, "%,.2f", area.visitsPerCell()))
                .text("Tháng dự đầu tiên", area.firstMonth() == null ? "Chưa có" : inTable(area.firstMonth()))
                .text("Số chi bộ chưa được dự", count(area.neverVisited()));
    }

    private static List<Values> months(PlanFigures figures) {
        List<Values> months = new ArrayList<>();
        for (Map.Entry<YearMonth, List<PlannedVisit>> month : figures.byMonth().entrySet()) {
            months.add(new Values().text("Thứ tự tháng", String.valueOf(months.size() + 1))
                    .text("Tên tháng", month.getKey() == null ? NO_DATE : "Tháng" + DocumentDates.month(month.getKey()).substring("tháng".length()))
                    .text("Số lượt trong tháng", count(month.getValue().size()))
                    .each("Lượt dự", lines(month.getValue())));
        }
        return months;
    }

    private static List<Values> lines(List<PlannedVisit> visits) {
        List<Values> lines = new ArrayList<>(visits.size());
        for (PlannedVisit visit : visits) {
            LocalDateTime at = visit.meetingAt();
            lines.add(new Values().text("Thứ tự", String.valueOf(lines.size() + 1))
                    .text("Ngày dự", at == null ? NO_DATE : DAY.format(at))
                    .text("Giờ dự", at == null ? visit.period() : DocumentDates.time(at.toLocalTime()))
                    .text("Đồng chí", visit.member()).text("Chức vụ", visit.post()).text("Kỳ", visit.period())
                    .text("Chi bộ", visit.cell().name()).text("Đảng ủy", visit.cell().host()).text("Nội dung", visit.theme()));
        }
        return lines;
    }

    private static List<Values> areas(PlanFigures figures) {
        List<Values> areas = new ArrayList<>();
        for (Area area : figures.byHost()) {
            areas.add(new Values().text("Thứ tự địa bàn", String.valueOf(areas.size() + 1)).text("Đảng ủy của địa bàn", area.host())
                    .text("Số chi bộ của địa bàn", count(area.cells())).text("Số chi bộ được dự của địa bàn", count(area.visited()))
                    .text("Số lượt của địa bàn", count(area.visits()))
                    .text("Các lượt của địa bàn", lines(figures.of(area), visit -> day(visit) + ": " + visit.cell().name() + ", đồng chí " + visit.member())));
        }
        return areas;
    }

    private static List<Values> members(PlanFigures figures) {
        List<Values> members = new ArrayList<>();
        for (List<PlannedVisit> visits : figures.byMember()) {
            members.add(new Values().text("Thứ tự đồng chí", String.valueOf(members.size() + 1)).text("Tên đồng chí", visits.get(0).member())
                    .text("Chức vụ của đồng chí", visits.get(0).post()).text("Số lượt của đồng chí", count(visits.size()))
                    .text("Các lượt của đồng chí", lines(visits, visit -> day(visit) + ": " + visit.cell().name() + ", " + visit.cell().host())));
        }
        return members;
    }

    private static String lines(List<PlannedVisit> visits, Function<PlannedVisit, String> line) {
        return visits.stream().map(line).collect(Collectors.joining("\n"));
    }

    /** The hour stands in the tables of the months. */
    private static String day(PlannedVisit visit) {
        return visit.meetingAt() == null ? NO_DATE : DAY.format(visit.meetingAt());
    }

    static String inTable(YearMonth month) {
        return "%02d/%d".formatted(month.getMonthValue(), month.getYear());
    }

    private static String count(int number) {
        return String.format(VIETNAMESE, "%,d", number);
    }
}
