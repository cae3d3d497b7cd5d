package vn.dusinhhoat.organization.register;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dusinhhoat.organization.register.Sheets.Bodies;
import vn.dusinhhoat.organization.register.Sheets.Units;
import vn.dusinhhoat.template.SheetSpec;
import vn.dusinhhoat.template.SheetSpec.ColumnSpec;
import vn.dusinhhoat.template.SheetSpec.Format;
import vn.dusinhhoat.template.WorkbookWriter;

/** The register as a workbook: the one that people fill is the one the present organisation is given out in. */
final class RegisterWorkbook {

    static final String INSTRUCTIONS = "Hướng dẫn";
    static final String LISTS = "Danh mục";
    private static final int NARROW = 16;
    private static final int WIDE = 34;

    private RegisterWorkbook() {
    }

    /** @param register its rows are filled in; an empty one gives the template */
    static void write(Register register, OutputStream out) throws IOException {
        try (WorkbookWriter workbook = new WorkbookWriter()) {
            workbook.textSheet(INSTRUCTIONS, instructions());
            workbook.listSheet(LISTS, lists());
            for (Sheet sheet : Sheets.ALL) {
                workbook.sheet(new SheetSpec(sheet.name(), sheet.columns().stream().map(RegisterWorkbook::spec).toList()));
                for (Row row : rowsOf(register, sheet)) {
                    workbook.line(cells(row));
                }
            }
            workbook.writeTo(out);
        }
    }

    /** Bodies with the usual name are left out: they would hold on to it when their unit gets another. */
    private static List<Row> rowsOf(Register register, Sheet sheet) {
        if (sheet != Bodies.SHEET) {
            return List.copyOf(register.of(sheet));
        }
        boolean twoLevels = Completion.isTwoLevels(register);
        return register.of(sheet).stream().filter(body -> {
            Row unit = register.unit(body.get(Bodies.UNIT));
            return !body.get(Bodies.NAME).equals(Completion.usualName(unit, body.get(Bodies.KIND), twoLevels));
        }).toList();
    }

    private static Object[] cells(Row row) {
        Object[] cells = new Object[row.values().length];
        for (int index = 0; index < cells.length; index++) {
            Object value = row.values()[index];
            Column<?> column = row.sheet().columns().get(index);
            cells[index] = value == null || format(column) != Format.TEXT ? value : column.show(value);
        }
        return cells;
    }

    private static ColumnSpec spec(Column<?> column) {
        boolean wide = column == Units.NAME || column.header().startsWith("Tên") || column.header().startsWith("Họ")
                || column.header().startsWith("Chức danh") || column.header().startsWith("Lý do");
        return new ColumnSpec(column.header(), column.required(), format(column), wide ? WIDE : NARROW, choices(column));
    }

    private static Format format(Column<?> column) {
        Class<?> type = column.content().databaseType();
        return type == LocalDate.class ? Format.DATE : type == LocalTime.class ? Format.TIME
                : type == Integer.class ? Format.NUMBER : Format.TEXT;
    }

    private static List<String> choices(Column<?> column) {
        return column.content() instanceof Contents.Choice<?> choice ? choice.labels() : List.of();
    }

    private static Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (Sheet sheet : Sheets.ALL) {
            for (Column<?> column : sheet.columns()) {
                if (!choices(column).isEmpty() && !lists.containsValue(choices(column))) {
                    lists.put(column.header() + " (" + sheet.name() + ")", choices(column));
                }
            }
        }
        return lists;
    }

    private static List<String> instructions() {
        List<String> lines = new ArrayList<>(List.of(
                "Mẫu cập nhật tổ chức đảng, đảng viên",
                "Mỗi trang là một loại dữ liệu. Không đổi tên trang, tên cột; không gộp ô, không dùng công thức, không ẩn dòng.",
                "Cột tiêu đề màu vàng phải ghi. Mã, số điện thoại ở dạng văn bản (Text) để không mất số 0 ở đầu.",
                "Chỉ ghi những dòng cần thêm hoặc sửa: dòng không có trong tệp thì dữ liệu đã có giữ nguyên."
                        + " Muốn kết thúc thì ghi Đến ngày; muốn xóa một dòng ghi nhầm thì ghi Bỏ ở cột Bỏ dòng.",
                "Ô để trống ở một dòng đã có nghĩa là xóa giá trị cũ, trừ các ô có ghi chú riêng dưới đây.", ""));
        for (Sheet sheet : Sheets.ALL) {
            lines.add("Trang " + sheet.name() + ": " + sheet.purpose());
            for (Column<?> column : sheet.columns()) {
                lines.add("    " + column.header() + (column.required() ? " (phải ghi)" : "") + ": " + column.content().hint()
                        + (column.note().isEmpty() ? "" : "; " + column.note()) + ".");
            }
            lines.add("");
        }
        return lines;
    }
}
