package vn.dusinhhoat.organization.register;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The served template, filled as people fill it. */
public final class TestWorkbook {

    public static final String UNITS = "Tổ chức";
    public static final String PEOPLE = "Đảng viên";
    public static final String POSTS = "Chức vụ";
    public static final String MEMBERS = "Thành viên cơ quan";
    public static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    private final XSSFWorkbook workbook;
    private final CellStyle date;
    private final CellStyle time;

    private TestWorkbook(byte[] content) {
        try {
            workbook = new XSSFWorkbook(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
        time = workbook.createCellStyle();
        time.setDataFormat(workbook.createDataFormat().getFormat("hh:mm"));
    }

    /** The template with its headings only. */
    public static TestWorkbook template() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            RegisterWorkbook.write(new Register(), out);
            return new TestWorkbook(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TestWorkbook of(byte[] content) {
        return new TestWorkbook(content);
    }

    /** A province with one commune, two cells, a secretary and a worker: small, complete and right. */
    public static TestWorkbook smallProvince() {
        return template()
                .unit("40", "Tỉnh", "Tỉnh", "Tỉnh Nghệ An", null)
                .unit("17971", "Xã", "Xã", "Xã Kim Liên", "40")
                .cell("17971-1", "Xóm", "Chi bộ xóm Sen 1", "17971", 3, LocalTime.of(19, 30))
                .cell("17971-2", "Trường học", "Chi bộ Trường Tiểu học Làng Sen", "17971", 5, null)
                .person("kl-001", "Nguyễn Thị Đào", "17971-1")
                .person("kl-002", "Trần Văn Ước", "17971-1")
                .line(POSTS, "Mã đảng viên", "kl-001", "Mã tổ chức", "17971", "Diện", "Cấp ủy viên", "Chức danh",
                        "Bí thư Đảng ủy xã", "Số quyết định", "12-QĐ/TU", "Ngày quyết định", JULY, "Từ ngày", JULY)
                .line(POSTS, "Mã đảng viên", "kl-002", "Mã tổ chức", "17971", "Diện", "Đảng viên công tác tại xã",
                        "Chức danh", "Công chức xã", "Từ ngày", JULY)
                .line(MEMBERS, "Mã đảng viên", "kl-001", "Mã tổ chức", "17971", "Cơ quan", "Thường trực", "Vai trò",
                        "Bí thư", "Từ ngày", JULY)
                .line(MEMBERS, "Mã đảng viên", "kl-002", "Mã tổ chức", "17971-1", "Cơ quan", "Chi ủy", "Vai trò",
                        "Bí thư", "Từ ngày", JULY);
    }

    public TestWorkbook unit(String code, String level, String kind, String name, String parent) {
        return line(UNITS, "Mã tổ chức", code, "Cấp", level, "Loại", kind, "Tên", name, "Mã tổ chức cấp trên", parent,
                "Từ ngày", JULY);
    }

    public TestWorkbook cell(String code, String kind, String name, String parent, Integer day, LocalTime at) {
        return line(UNITS, "Mã tổ chức", code, "Cấp", "Chi bộ", "Loại", kind, "Tên", name, "Mã tổ chức cấp trên", parent,
                "Từ ngày", JULY, "Ngày họp hằng tháng", day, "Giờ họp", at);
    }

    public TestWorkbook person(String code, String name, String home) {
        return line(PEOPLE, "Mã đảng viên", code, "Họ và tên", name, "Mã chi bộ nơi sinh hoạt", home);
    }

    /** A new line with values by heading. */
    public TestWorkbook line(String sheetName, Object... headingsAndValues) {
        Sheet sheet = workbook.getSheet(sheetName);
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int index = 0; index < headingsAndValues.length; index += 2) {
            if (headingsAndValues[index + 1] != null) {
                fill(row.createCell(column(sheetName, (String) headingsAndValues[index])), headingsAndValues[index + 1]);
            }
        }
        return this;
    }

    /** Another value in a line; lines are counted from 1, the headings are line 1. */
    public TestWorkbook set(String sheetName, int line, String heading, Object value) {
        Row row = workbook.getSheet(sheetName).getRow(line - 1);
        int column = column(sheetName, heading);
        if (value == null) {
            row.removeCell(row.getCell(column));
        } else {
            fill(row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK), value);
        }
        return this;
    }

    private void fill(Cell cell, Object value) {
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(date);
        } else if (value instanceof LocalTime at) {
            cell.setCellValue(DateUtil.convertTime(at + ":00"));
            cell.setCellStyle(time);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean yes) {
            cell.setCellValue(yes);
        } else {
            cell.setCellValue((String) value);
        }
    }

    private int column(String sheetName, String heading) {
        for (Cell cell : workbook.getSheet(sheetName).getRow(0)) {
            if (cell.getStringCellValue().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new IllegalArgumentException("no column " + heading + " on sheet " + sheetName);
    }

    /** For what the other methods do not offer. */
    public XSSFWorkbook poi() {
        return workbook;
    }

    public byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path save(Path folder) {
        Path file = folder.resolve("to-chuc.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

}
