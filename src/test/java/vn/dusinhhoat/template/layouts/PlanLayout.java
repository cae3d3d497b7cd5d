package vn.dusinhhoat.template.layouts;

import java.util.List;
import vn.dusinhhoat.template.layouts.LayoutTables.Column;
import vn.dusinhhoat.template.layouts.LayoutTables.Line;

/** The layout of a level's plan of a year. */
final class PlanLayout {

    private PlanLayout() {
    }

    static LayoutPage make() {
        LayoutPage page = new LayoutPage();
        page.head();
        page.paragraph(LayoutStyles.BODY, "{{#Mở đầu}}{{Đoạn mở đầu}}{{/Mở đầu}}");
        page.paragraph(LayoutStyles.SECTION, "I- TỔNG HỢP CHUNG");
        page.paragraph(LayoutStyles.BODY, "Trong năm {{Năm}}, {{Số đồng chí}} đồng chí dự {{Số lượt}} lượt sinh hoạt tại {{Số chi bộ đến dự}} trên"
                + " tổng số {{Số chi bộ}} chi bộ khu dân cư, thuộc {{Số đảng ủy}} đảng ủy; {{Số chi bộ chưa có lượt dự}} chi bộ chưa có lượt dự"
                + " trong kế hoạch.");
        special(page);
        page.paragraph(LayoutStyles.SECTION, "II- LỊCH DỰ SINH HOẠT THEO THÁNG");
        page.paragraph(LayoutStyles.BODY, "{{^Các tháng}}Chưa có lượt dự nào.{{/Các tháng}}");
        months(page);
        page.paragraph(LayoutStyles.SECTION, "III- TỔNG HỢP THEO ĐỊA BÀN");
        page.paragraph(LayoutStyles.BODY, "{{^Có địa bàn}}Chưa có chi bộ khu dân cư nào.{{/Có địa bàn}}");
        areas(page);
        page.paragraph(LayoutStyles.SECTION, "IV- TỔNG HỢP THEO ĐỒNG CHÍ");
        page.paragraph(LayoutStyles.BODY, "{{^Có đồng chí}}Chưa có lượt dự nào.{{/Có đồng chí}}");
        members(page);
        page.paragraph(LayoutStyles.SECTION, "V- TỔ CHỨC THỰC HIỆN");
        page.paragraph(LayoutStyles.BODY, "{{#Tổ chức thực hiện}}{{Đoạn tổ chức thực hiện}}{{/Tổ chức thực hiện}}");
        page.foot();
        return page;
    }

    private static void special(LayoutPage page) {
        page.paragraph(LayoutStyles.BODY, "{{#Có địa bàn đặc thù}}");
        page.paragraph(LayoutStyles.BODY, "Địa bàn đặc thù, phức tạp so với địa bàn khác như sau:");
        page.paragraph(LayoutStyles.GAP, "");
        LayoutTables.list(page.document(), "Nhóm chi bộ", List.of(
                LayoutTables.column("Nhóm chi bộ", 50, LayoutStyles.TABLE, "{{Tên nhóm}}"),
                LayoutTables.column("Số chi bộ", 16, LayoutStyles.TABLE_CENTER, "{{Số chi bộ của nhóm}}"),
                LayoutTables.column("Được dự", 18, LayoutStyles.TABLE_CENTER, "{{Số chi bộ được dự}}"),
                LayoutTables.column("Chưa được dự", 20, LayoutStyles.TABLE_CENTER, "{{Số chi bộ chưa được dự}}"),
                LayoutTables.column("Số lượt dự", 18, LayoutStyles.TABLE_CENTER, "{{Số lượt của nhóm}}"),
                LayoutTables.column("Số lượt mỗi chi bộ", 22, LayoutStyles.TABLE_CENTER, "{{Lượt mỗi chi bộ}}"),
                LayoutTables.column("Tháng dự đầu tiên", 21, LayoutStyles.TABLE_CENTER, "{{Tháng dự đầu tiên}}")));
        page.paragraph(LayoutStyles.BODY, "{{/Có địa bàn đặc thù}}");
    }

    private static void areas(LayoutPage page) {
        page.paragraph(LayoutStyles.GAP, "{{#Có địa bàn}}");
        LayoutTables.longList(page.document(), "Các địa bàn", List.of(
                LayoutTables.column("TT", 11, LayoutStyles.TABLE_CENTER, "{{Thứ tự địa bàn}}"),
                LayoutTables.column("Đảng ủy nơi có chi bộ", 40, LayoutStyles.TABLE_NAME, "{{Đảng ủy của địa bàn}}"),
                LayoutTables.column("Số chi bộ", 15, LayoutStyles.TABLE_CENTER, "{{Số chi bộ của địa bàn}}"),
                LayoutTables.column("Được dự", 16, LayoutStyles.TABLE_CENTER, "{{Số chi bộ được dự của địa bàn}}"),
                LayoutTables.column("Số lượt dự", 16, LayoutStyles.TABLE_CENTER, "{{Số lượt của địa bàn}}"),
                LayoutTables.column("Ngày, chi bộ, đồng chí đến dự", 67, LayoutStyles.TABLE, "{{Các lượt của địa bàn}}")));
        page.paragraph(LayoutStyles.GAP, "{{/Có địa bàn}}");
    }

    private static void members(LayoutPage page) {
        page.paragraph(LayoutStyles.GAP, "{{#Có đồng chí}}");
        LayoutTables.longList(page.document(), "Các đồng chí", List.of(
                LayoutTables.column("TT", 11, LayoutStyles.TABLE_CENTER, "{{Thứ tự đồng chí}}"),
                new Column("Đồng chí", 54, List.of(new Line(LayoutStyles.TABLE_NAME, "{{Tên đồng chí}}"),
                        new Line(LayoutStyles.TABLE, "{{Chức vụ của đồng chí}}"))),
                LayoutTables.column("Số lượt dự", 16, LayoutStyles.TABLE_CENTER, "{{Số lượt của đồng chí}}"),
                LayoutTables.column("Ngày, chi bộ đến dự", 84, LayoutStyles.TABLE, "{{Các lượt của đồng chí}}")));
        page.paragraph(LayoutStyles.GAP, "{{/Có đồng chí}}");
    }

    private static void months(LayoutPage page) {
        page.paragraph(LayoutStyles.MONTH, "{{#Các tháng}}");
        page.paragraph(LayoutStyles.MONTH, "{{Thứ tự tháng}}. {{Tên tháng}} ({{Số lượt trong tháng}} lượt dự)");
        LayoutTables.list(page.document(), "Lượt dự", List.of(
                LayoutTables.column("TT", 11, LayoutStyles.TABLE_CENTER, "{{Thứ tự}}"),
                new Column("Thời gian", 24, List.of(new Line(LayoutStyles.TABLE_CENTER, "{{Ngày dự}}"), new Line(LayoutStyles.TABLE_CENTER, "{{Giờ dự}}"))),
                new Column("Đồng chí", 44, List.of(new Line(LayoutStyles.TABLE_NAME, "{{Đồng chí}}"), new Line(LayoutStyles.TABLE, "{{Chức vụ}}"))),
                LayoutTables.column("Chi bộ đến dự", 28, LayoutStyles.TABLE, "{{Chi bộ}}"),
                LayoutTables.column("Đảng ủy nơi có chi bộ", 28, LayoutStyles.TABLE, "{{Đảng ủy}}"),
                LayoutTables.column("Nội dung", 30, LayoutStyles.TABLE, "{{Nội dung}}")));
        page.paragraph(LayoutStyles.MONTH, "{{/Các tháng}}");
    }
}
