package vn.dusinhhoat.organization.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.organization.PostKind;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.organization.register.Sheets.Addressees;
import vn.dusinhhoat.organization.register.Sheets.Areas;
import vn.dusinhhoat.organization.register.Sheets.Attributes;
import vn.dusinhhoat.organization.register.Sheets.Bodies;
import vn.dusinhhoat.organization.register.Sheets.Exemptions;
import vn.dusinhhoat.organization.register.Sheets.Members;
import vn.dusinhhoat.organization.register.Sheets.Posts;
import vn.dusinhhoat.organization.register.Sheets.Units;

/** Whether facts with a span refer to what exists, are the right way round and do not overlap. */
final class SpansCheck {

    private static final Map<Sheet, Column<String>> PERSON_OF = Map.of(Posts.SHEET, Posts.PERSON, Members.SHEET, Members.PERSON,
            Areas.SHEET, Areas.PERSON, Exemptions.SHEET, Exemptions.PERSON);
    private static final List<Sheet> OF_A_UNIT = List.of(Bodies.SHEET, Attributes.SHEET, Posts.SHEET, Members.SHEET,
            Areas.SHEET, Addressees.SHEET);

    private final Register wanted;
    private final Faults faults;

    SpansCheck(Register wanted, Faults faults) {
        this.wanted = wanted;
        this.faults = faults;
    }

    void run() {
        for (Sheet sheet : Sheets.ALL) {
            wanted.of(sheet).stream().filter(row -> row.line() != null).forEach(this::check);
            if (sheet.from() != null && sheet.key().contains(sheet.from())) {
                checkOverlaps(sheet);
            }
        }
    }

    private void check(Row row) {
        Sheet sheet = row.sheet();
        if (sheet.from() != null && row.get(sheet.from()) != null && row.get(sheet.to()) != null
                && row.get(sheet.to()).isBefore(row.get(sheet.from()))) {
            faults.add(row, sheet.to(), "Sớm hơn Từ ngày (" + row.show(sheet.from()) + ")", "Sửa một trong hai ngày.");
        }
        Column<String> person = PERSON_OF.get(sheet);
        if (person != null && row.get(person) != null && wanted.person(row.get(person)) == null) {
            faults.add(row, person, "Không có đảng viên mang mã này", "Sửa mã, hoặc thêm đồng chí vào trang Đảng viên.");
        }
        if (OF_A_UNIT.contains(sheet) && row.get(sheet.unit()) != null) {
            Row unit = wanted.unit(row.get(sheet.unit()));
            if (unit == null) {
                faults.add(row, sheet.unit(), "Không có tổ chức mang mã này", "Sửa mã, hoặc thêm tổ chức đó vào trang Tổ chức.");
            } else if (unit.get(Units.LEVEL) != null) {
                checkFits(row, unit.get(Units.LEVEL));
            }
        }
    }

    private void checkFits(Row row, UnitLevel level) {
        if (row.sheet() == Posts.SHEET) {
            checkPost(row, level);
        } else if (row.sheet() == Bodies.SHEET) {
            checkBody(row, Bodies.KIND, level);
        } else if (row.sheet() == Members.SHEET) {
            checkBody(row, Members.BODY, level);
        } else if (row.sheet() == Areas.SHEET && level == UnitLevel.PROVINCE) {
            faults.add(row, Areas.UNIT, "Địa bàn phụ trách là cả tỉnh", "Ghi mã huyện, xã hoặc chi bộ.");
        }
    }

    private void checkPost(Row post, UnitLevel level) {
        if (level == UnitLevel.CELL) {
            faults.add(post, Posts.UNIT, "Mã này là của chi bộ", "Ghi mã tỉnh, huyện hoặc xã; chi ủy viên ghi ở trang Thành viên cơ quan.");
        } else if (post.get(Posts.KIND) == PostKind.COMMUNE_WORKER && level != UnitLevel.COMMUNE) {
            faults.add(post, Posts.KIND, "Diện này chỉ có ở cấp xã", "Ghi mã xã, hoặc chọn Cấp ủy viên.");
        }
    }

    private void checkBody(Row row, Column<BodyKind> column, UnitLevel level) {
        BodyKind kind = row.get(column);
        if (kind != null && (kind == BodyKind.CELL_COMMITTEE) != (level == UnitLevel.CELL)) {
            faults.add(row, column, "Cấp " + level.label() + " không có cơ quan này",
                    level == UnitLevel.CELL ? "Chi bộ chỉ có Chi ủy." : "Chi ủy chỉ ghi cho mã chi bộ.");
        }
    }

    /** Same fact, same time: only its first day may tell two lines apart. */
    private void checkOverlaps(Sheet sheet) {
        Map<List<Object>, List<Row>> sameFact = new HashMap<>();
        for (Row row : wanted.of(sheet)) {
            List<Object> key = sheet.key().stream().filter(column -> column != sheet.from())
                    .map(column -> row.values()[sheet.indexOf(column)]).toList();
            sameFact.computeIfAbsent(key, any -> new ArrayList<>(1)).add(row);
        }
        for (List<Row> rows : sameFact.values()) {
            rows.sort(Comparator.comparing((Row row) -> row.get(sheet.from())));
            for (int index = 1; index < rows.size(); index++) {
                checkApart(sheet, rows.get(index - 1), rows.get(index));
            }
        }
    }

    private void checkApart(Sheet sheet, Row earlier, Row later) {
        LocalDate end = earlier.get(sheet.to());
        if (end == null || !end.isBefore(later.get(sheet.from()))) {
            Row told = later.line() != null ? later : earlier;
            Row other = told == later ? earlier : later;
            faults.add(told, sheet.from(), "Trùng thời gian với " + (other.line() == null ? "dữ liệu đã có" : "dòng " + other.line())
                    + " (từ " + other.show(sheet.from()) + (other.get(sheet.to()) == null ? "" : " đến " + other.show(sheet.to())) + ")",
                    "Ghi Đến ngày cho dòng trước, hoặc sửa Từ ngày.");
        }
    }
}
