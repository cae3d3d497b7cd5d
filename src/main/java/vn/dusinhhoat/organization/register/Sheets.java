package vn.dusinhhoat.organization.register;

import static vn.dusinhhoat.organization.register.Column.optional;
import static vn.dusinhhoat.organization.register.Column.required;
import static vn.dusinhhoat.organization.register.Contents.choice;
import static vn.dusinhhoat.organization.register.Contents.code;
import static vn.dusinhhoat.organization.register.Contents.day;
import static vn.dusinhhoat.organization.register.Contents.email;
import static vn.dusinhhoat.organization.register.Contents.number;
import static vn.dusinhhoat.organization.register.Contents.phone;
import static vn.dusinhhoat.organization.register.Contents.text;
import static vn.dusinhhoat.organization.register.Contents.time;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import vn.dusinhhoat.organization.AddresseeKind;
import vn.dusinhhoat.organization.AreaAttribute;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.organization.ExemptionKind;
import vn.dusinhhoat.organization.PostKind;
import vn.dusinhhoat.organization.UnitKind;
import vn.dusinhhoat.organization.UnitLevel;

/** The sheets of the register, in the order in which they are read, checked and applied. */
final class Sheets {

    private static final int CODE = 20;
    private static final int LOGIN = 64;
    private static final String PERSON_CODE = "Mã đảng viên";
    private static final String UNIT_CODE = "Mã tổ chức";
    private static final String FROM = "Từ ngày";
    private static final String TO = "Đến ngày";

    static final List<Sheet> ALL = List.of(Units.SHEET, Bodies.SHEET, Attributes.SHEET, People.SHEET, Posts.SHEET,
            Members.SHEET, Areas.SHEET, Exemptions.SHEET, Addressees.SHEET);

    private Sheets() {
    }

    private static Column<String> personCode() {
        return required(PERSON_CODE, code(CODE), "mã ở trang Đảng viên");
    }

    private static Column<String> unitCode(String note) {
        return required(UNIT_CODE, code(CODE), note);
    }

    private static Column<LocalDate> from() {
        return required(FROM, day(), "ngày bắt đầu");
    }

    private static Column<LocalDate> to() {
        return optional(TO, day(), "ngày cuối cùng; để trống khi đang còn");
    }

    private static Column<Strike> strike() {
        return optional("Bỏ dòng", choice(Strike.class), "ghi Bỏ để xóa một dòng đã nhập nhầm");
    }

    /** Party organisations. */
    static final class Units {
        static final Column<String> CODE = unitCode("không đổi về sau; dùng mã đơn vị hành chính, chi bộ thêm số thứ tự");
        static final Column<UnitLevel> LEVEL = required("Cấp", choice(UnitLevel.class), "");
        static final Column<UnitKind> KIND = required("Loại", choice(UnitKind.class), "");
        static final Column<String> NAME = required("Tên", text(200), "tên chính thức, ví dụ Xã Kim Liên, Chi bộ xóm Sen 1");
        static final Column<LocalDate> NAME_FROM = optional("Tên áp dụng từ ngày", day(), "khi đổi tên; để trống là ngày cập nhật");
        static final Column<String> PARENT = optional("Mã tổ chức cấp trên", code(Sheets.CODE), "để trống ở cấp tỉnh");
        static final Column<LocalDate> FROM = from();
        static final Column<LocalDate> TO = to();
        static final Column<String> SUCCESSOR = optional("Mã tổ chức kế thừa", code(Sheets.CODE), "tổ chức nhận bàn giao khi kết thúc");
        static final Column<Integer> MEETING_DAY = optional("Ngày họp hằng tháng", number(1, 31), "của chi bộ");
        static final Column<LocalTime> MEETING_TIME = optional("Giờ họp", time(), "của chi bộ");
        static final Sheet SHEET = new Sheet("Tổ chức", "Tỉnh, huyện (nếu có), xã và chi bộ.",
                List.of(CODE, LEVEL, KIND, NAME, NAME_FROM, PARENT, FROM, TO, SUCCESSOR, MEETING_DAY, MEETING_TIME))
                .keyedBy(CODE).about(CODE).lasting(FROM, TO);

        private Units() {
        }
    }

    /** Names of bodies that are not the usual ones. */
    static final class Bodies {
        static final Column<String> UNIT = unitCode("");
        static final Column<BodyKind> KIND = required("Cơ quan", choice(BodyKind.class), "");
        static final Column<String> NAME = required("Tên", text(250), "ví dụ Ban Xây dựng Đảng Đảng ủy xã Kim Liên");
        static final Sheet SHEET = new Sheet("Cơ quan", "Tên các cơ quan của cấp ủy; không ghi thì hệ thống đặt tên thường dùng.",
                List.of(UNIT, KIND, NAME)).keyedBy(UNIT, KIND).about(UNIT);

        private Bodies() {
        }
    }

    static final class Attributes {
        static final Column<String> UNIT = unitCode("xã hoặc chi bộ");
        static final Column<AreaAttribute> KIND = required("Đặc điểm", choice(AreaAttribute.class), "");
        static final Column<Integer> WEIGHT = required("Trọng số", number(1, 5), "5 là cần ưu tiên nhất");
        static final Column<LocalDate> FROM = from();
        static final Column<LocalDate> TO = to();
        static final Column<Strike> STRIKE = strike();
        static final Sheet SHEET = new Sheet("Đặc điểm địa bàn", "Chỉ cán bộ xây dựng kế hoạch xem được.",
                List.of(UNIT, KIND, WEIGHT, FROM, TO, STRIKE)).keyedBy(UNIT, KIND, FROM).about(UNIT).lasting(FROM, TO).struckBy(STRIKE);

        private Attributes() {
        }
    }

    static final class People {
        static final Column<String> CODE = required(PERSON_CODE, code(Sheets.CODE), "không đổi về sau, không dùng lại cho người khác");
        static final Column<String> NAME = required("Họ và tên", text(120), "");
        static final Column<String> LOGIN = optional("Tên đăng nhập", code(Sheets.LOGIN),
                "để trống: hệ thống đặt cho đồng chí có chức vụ; không đổi về sau");
        static final Column<String> PHONE = optional("Điện thoại", phone(), "");
        static final Column<String> EMAIL = optional("Email", email(), "");
        static final Column<String> HOME = required("Mã chi bộ nơi sinh hoạt", code(Sheets.CODE), "mã chi bộ ở trang Tổ chức");
        static final Column<String> NON_RESIDENTIAL_REASON = optional("Lý do không sinh hoạt ở khu dân cư", text(200),
                "bắt buộc khi chi bộ nơi sinh hoạt không phải chi bộ khu dân cư");
        static final Column<LocalDate> ENDED = optional("Ngày kết thúc", day(),
                "ngày cuối cùng; từ hôm sau tài khoản bị khóa");
        static final Sheet SHEET = new Sheet("Đảng viên", "Các đồng chí dự sinh hoạt, tiếp nhận báo cáo, làm đầu mối, chi ủy viên.",
                List.of(CODE, NAME, LOGIN, PHONE, EMAIL, HOME, NON_RESIDENTIAL_REASON, ENDED)).keyedBy(CODE).lasting(null, ENDED);

        private People() {
        }
    }

    static final class Posts {
        static final Column<String> PERSON = personCode();
        static final Column<String> UNIT = unitCode("nơi giữ chức vụ");
        static final Column<PostKind> KIND = required("Diện", choice(PostKind.class), "");
        static final Column<String> TITLE = required("Chức danh", text(200), "như trong quyết định");
        static final Column<String> DECISION = optional("Số quyết định", text(50), "");
        static final Column<LocalDate> DECIDED = optional("Ngày quyết định", day(), "");
        static final Column<LocalDate> FROM = from();
        static final Column<LocalDate> TO = to();
        static final Column<Strike> STRIKE = strike();
        static final Sheet SHEET = new Sheet("Chức vụ", "Chức vụ làm phát sinh nhiệm vụ dự sinh hoạt; một người có thể có nhiều dòng.",
                List.of(PERSON, UNIT, KIND, TITLE, DECISION, DECIDED, FROM, TO, STRIKE))
                .keyedBy(PERSON, UNIT, KIND, FROM).about(UNIT).lasting(FROM, TO).struckBy(STRIKE);

        private Posts() {
        }
    }

    static final class Members {
        static final Column<String> PERSON = personCode();
        static final Column<String> UNIT = unitCode("");
        static final Column<BodyKind> BODY = required("Cơ quan", choice(BodyKind.class), "");
        static final Column<String> ROLE = required("Vai trò", text(100), "ví dụ Bí thư, Trưởng ban, Chuyên viên");
        static final Column<LocalDate> FROM = from();
        static final Column<LocalDate> TO = to();
        static final Column<Strike> STRIKE = strike();
        static final Sheet SHEET = new Sheet("Thành viên cơ quan", "Ai nhận việc của Thường trực, ban, văn phòng, chi ủy.",
                List.of(PERSON, UNIT, BODY, ROLE, FROM, TO, STRIKE))
                .keyedBy(PERSON, UNIT, BODY, FROM).about(UNIT).lasting(FROM, TO).struckBy(STRIKE);

        private Members() {
        }
    }

    static final class Areas {
        static final Column<String> PERSON = personCode();
        static final Column<String> UNIT = unitCode("huyện, xã hoặc chi bộ được phân công phụ trách");
        static final Column<LocalDate> FROM = from();
        static final Column<LocalDate> TO = to();
        static final Column<Strike> STRIKE = strike();
        static final Sheet SHEET = new Sheet("Địa bàn phụ trách", "Ai được phân công phụ trách địa bàn nào.",
                List.of(PERSON, UNIT, FROM, TO, STRIKE)).keyedBy(PERSON, UNIT, FROM).about(UNIT).lasting(FROM, TO).struckBy(STRIKE);

        private Areas() {
        }
    }

    static final class Exemptions {
        static final Column<String> PERSON = personCode();
        static final Column<ExemptionKind> KIND = required("Diện", choice(ExemptionKind.class), "");
        static final Column<LocalDate> FROM = from();
        static final Column<LocalDate> TO = to();
        static final Column<Strike> STRIKE = strike();
        static final Sheet SHEET = new Sheet("Miễn, tạm dừng", "Khoảng thời gian không có nhiệm vụ; không ghi lý do.",
                List.of(PERSON, KIND, FROM, TO, STRIKE)).keyedBy(PERSON, KIND, FROM).lasting(FROM, TO).struckBy(STRIKE);

        private Exemptions() {
        }
    }

    static final class Addressees {
        static final Column<String> CODE = required("Mã nơi nhận", code(Sheets.CODE), "");
        static final Column<String> NAME = required("Tên", text(200), "ví dụ Ủy ban nhân dân xã Kim Liên");
        static final Column<AddresseeKind> KIND = required("Loại", choice(AddresseeKind.class), "");
        static final Column<String> UNIT = unitCode("tổ chức đảng cùng cấp");
        static final Column<String> EMAIL = optional("Email", email(), "");
        static final Column<LocalDate> ENDED = optional("Ngày kết thúc", day(), "");
        static final Sheet SHEET = new Sheet("Nơi nhận kiến nghị", "Cơ quan, ngành không có tài khoản trong hệ thống.",
                List.of(CODE, NAME, KIND, UNIT, EMAIL, ENDED)).keyedBy(CODE).about(UNIT).lasting(null, ENDED);

        private Addressees() {
        }
    }
}
