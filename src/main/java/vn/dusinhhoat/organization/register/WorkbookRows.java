package vn.dusinhhoat.organization.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dusinhhoat.organization.workbook.RawCell;
import vn.dusinhhoat.organization.workbook.RawRow;
import vn.dusinhhoat.organization.workbook.WorkbookListener;

/** Turns the lines of a workbook into rows, with a fault for every cell that cannot be read. */
final class WorkbookRows implements WorkbookListener {

    private static final int MOST_LINES = 50_000;
    private static final List<String> OTHER_SHEETS = List.of(RegisterWorkbook.INSTRUCTIONS, RegisterWorkbook.LISTS);

    private final Faults faults;
    private final Map<Sheet, Map<List<Object>, Row>> rows = new LinkedHashMap<>();
    private final List<Sheet> seen = new ArrayList<>();
    private Sheet sheet;
    private Map<Integer, Column<?>> columns;
    private int lines;

    WorkbookRows(Faults faults) {
        this.faults = faults;
    }

    @Override
    public boolean sheet(String name, boolean hidden) {
        sheet = Sheets.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
        columns = null;
        lines = 0;
        if (sheet == null) {
            if (!OTHER_SHEETS.contains(name)) {
                faults.add(Fault.ofSheet(name, "", "Trang này không có trong mẫu", "Xóa trang, hoặc đặt lại đúng tên như trong tệp mẫu."));
            }
            return false;
        }
        seen.add(sheet);
        if (hidden) {
            faults.add(Fault.ofSheet(name, "", "Trang đang ẩn", "Bỏ ẩn trang và kiểm tra lại nội dung."));
        }
        return true;
    }

    @Override
    public boolean row(RawRow raw) {
        if (raw.cells().isEmpty()) {
            return true;
        }
        if (columns == null) {
            columns = header(raw);
            return columns != null;
        }
        lines++;
        if (lines > MOST_LINES) {
            faults.add(Fault.ofSheet(sheet.name(), "", "Trang có hơn 50.000 dòng", "Tách thành nhiều tệp và cập nhật lần lượt."));
            return false;
        }
        if (raw.hidden()) {
            faults.add(new Fault(sheet.name(), raw.line(), null, "", "Dòng đang ẩn", "Bỏ lọc, bỏ ẩn dòng và kiểm tra lại nội dung."));
        }
        read(raw);
        return true;
    }

    @Override
    public void merged(String range) {
        faults.add(Fault.ofSheet(sheet.name(), range, "Có ô gộp", "Bỏ gộp ô (Unmerge) và ghi đủ giá trị vào từng ô."));
    }

    @Override
    public void end() {
        if (columns == null) {
            faults.add(Fault.ofSheet(sheet.name(), "", "Trang không có dòng tiêu đề", "Chép dòng tiêu đề từ tệp mẫu vào dòng 1."));
        }
    }

    /** Sheets that the workbook lacks. */
    void checkAllSheetsSeen() {
        Sheets.ALL.stream().filter(each -> !seen.contains(each)).forEach(each -> faults.add(Fault.ofSheet(each.name(), "",
                "Tệp thiếu trang này", "Thêm trang từ tệp mẫu; không có dữ liệu thì chỉ để dòng tiêu đề.")));
    }

    List<Row> rows() {
        return rows.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    private Map<Integer, Column<?>> header(RawRow raw) {
        Map<Integer, Column<?>> found = new HashMap<>();
        raw.cells().forEach((position, cell) -> {
            String text = cell.text().strip();
            Column<?> column = sheet.columns().stream().filter(each -> each.header().equals(text)).findFirst().orElse(null);
            if (column == null) {
                faults.add(new Fault(sheet.name(), raw.line(), null, text, "Cột này không có trong mẫu",
                        "Xóa cột, hoặc đặt lại đúng tên cột như trong tệp mẫu."));
            } else if (found.containsValue(column)) {
                faults.add(new Fault(sheet.name(), raw.line(), column.header(), "", "Cột có hai lần", "Giữ lại một cột."));
            } else {
                found.put(position, column);
            }
        });
        sheet.columns().stream().filter(column -> !found.containsValue(column)).forEach(column -> faults.add(new Fault(
                sheet.name(), raw.line(), column.header(), "", "Thiếu cột này", "Thêm cột từ tệp mẫu vào dòng tiêu đề.")));
        return found.isEmpty() ? null : found;
    }

    private void read(RawRow raw) {
        Object[] values = new Object[sheet.columns().size()];
        boolean[] told = new boolean[values.length];
        raw.cells().forEach((position, cell) -> {
            Column<?> column = columns.get(position);
            if (column == null) {
                faults.add(new Fault(sheet.name(), raw.line(), null, cell.text(), "Ô nằm ngoài các cột của mẫu", "Xóa ô này."));
                return;
            }
            int index = sheet.indexOf(column);
            try {
                values[index] = read(column, cell);
            } catch (Unreadable e) {
                told[index] = true;
                values[index] = e.likely() instanceof String ? e.likely() : null;
                faults.add(new Fault(sheet.name(), raw.line(), column.header(), cell.text(), e.getMessage(), e.remedy()));
            }
        });
        for (int index = 0; index < values.length; index++) {
            Column<?> column = sheet.columns().get(index);
            if (column.required() && values[index] == null && !told[index] && columns.containsValue(column)) {
                faults.add(new Fault(sheet.name(), raw.line(), column.header(), "", "Chưa ghi", "Ghi " + column.content().hint() + "."));
            }
        }
        keep(new Row(sheet, raw.line(), values));
    }

    private static Object read(Column<?> column, RawCell cell) throws Unreadable {
        switch (cell.type()) {
            case FORMULA -> throw new Unreadable("Ô chứa công thức", "Chép ô và dán lại chỉ giá trị (Paste values).");
            case ERROR -> throw new Unreadable("Ô chứa lỗi của Excel", "Ghi lại giá trị đúng.");
            case BOOLEAN -> throw new Unreadable("Ô chứa giá trị đúng/sai", "Ghi lại bằng chữ như trong mẫu.");
            default -> {
                return column.content().read(cell);
            }
        }
    }

    private void keep(Row row) {
        if (!row.hasKey()) {
            return;
        }
        Row first = rows.computeIfAbsent(sheet, any -> new LinkedHashMap<>()).putIfAbsent(row.key(), row);
        if (first != null) {
            faults.add(row, sheet.key().get(0), "Trùng với dòng " + first.line(), "Giữ lại một dòng, hoặc sửa mã, ngày cho khác nhau.");
        }
    }
}
