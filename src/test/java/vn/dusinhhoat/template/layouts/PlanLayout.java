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
        page.paragraph(LayoutStyles.SECTION, "III- TỔ CHỨC THỰC HIỆN");
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
