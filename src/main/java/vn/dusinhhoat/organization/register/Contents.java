package vn.dusinhhoat.organization.register;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.dusinhhoat.organization.Labelled;
import vn.dusinhhoat.organization.workbook.RawCell.Type;
import vn.dusinhhoat.organization.workbook.RawCell;
import vn.dusinhhoat.platform.OutsideText;

/** The kinds of content that the sheets have. */
final class Contents {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST = LocalDate.of(1930, 2, 3);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
    private static final Pattern PHONE = Pattern.compile("(0|\\+84)[0-9]{9,10}");

    private Contents() {
    }

    /** Codes and ids: plain, because they become ids of groups and units in the engine (row S17). */
    static Content<String> code(int longest) {
        return new Text(longest, "chữ thường không dấu, chữ số, dấu - hoặc . ở giữa, tối đa " + longest + " ký tự", value -> {
            if (!CODE.matcher(value).matches()) {
                return "Mã có ký tự không dùng được";
            }
            return null;
        }, "Chỉ dùng chữ thường không dấu, chữ số, dấu - hoặc . ở giữa.");
    }

    static Content<String> text(int longest) {
        return new Text(longest, "chữ, tối đa " + longest + " ký tự", value -> null, "");
    }

    static Content<String> email() {
        return new Text(254, "địa chỉ thư điện tử, ví dụ ten@nghean.gov.vn",
                value -> EMAIL.matcher(value).matches() ? null : "Địa chỉ thư điện tử không đúng", "Ghi như: ten@nghean.gov.vn.");
    }

    static Content<String> phone() {
        return new Text(20, "số điện thoại dạng văn bản, ví dụ 0912345678",
                value -> PHONE.matcher(value).matches() ? null : "Số điện thoại không đúng",
                "Ghi liền, bắt đầu bằng 0 hoặc +84, ví dụ 0912345678.");
    }

    static Content<LocalDate> day() {
        return new Day();
    }

    static Content<LocalTime> time() {
        return new TimeOfDay();
    }

    static Content<Integer> number(int smallest, int largest) {
        return new WholeNumber(smallest, largest);
    }

    static <E extends Enum<E> & Labelled> Content<E> choice(Class<E> type) {
        return new Choice<>(type);
    }

    /** How a number in place of a word looks without the file's ".0". */
    private static String plain(RawCell cell) {
        return cell.text().endsWith(".0") ? cell.text().substring(0, cell.text().length() - 2) : cell.text();
    }

    private record Text(int longest, String hint, UnaryOperator<String> check, String remedy) implements Content<String> {

        @Override
        public String read(RawCell cell) throws Unreadable {
            if (cell.type() != Type.TEXT) {
                throw new Unreadable("Ô đang ở dạng số hoặc ngày, có thể đã mất số 0 ở đầu",
                        "Đổi định dạng ô sang Văn bản (Text) rồi gõ lại.", plain(cell));
            }
            String value = cell.text();
            if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
                throw new Unreadable("Chữ có dấu ở dạng tổ hợp, máy khác sẽ không tìm thấy",
                        "Gõ lại bằng bộ gõ Unicode dựng sẵn.", Normalizer.normalize(value, Normalizer.Form.NFC));
            }
            String tidy = value.replaceAll("[\\p{Z}\\s]+", " ").strip();
            if (!tidy.equals(value)) {
                throw new Unreadable("Thừa dấu cách hoặc có dấu xuống dòng", "Xóa dấu cách ở đầu, ở cuối và dấu cách kép.", tidy);
            }
            if (!OutsideText.shown(value).equals(value)) {
                throw new Unreadable("Có ký tự không nhìn thấy", "Xóa ô và gõ lại.");
            }
            if (value.length() > longest) {
                throw new Unreadable("Dài quá " + longest + " ký tự", "Rút gọn còn tối đa " + longest + " ký tự.");
            }
            String problem = check.apply(value);
            if (problem != null) {
                throw new Unreadable(problem, remedy, value);
            }
            return value;
        }

        @Override
        public Class<?> databaseType() {
            return String.class;
        }

        @Override
        public String show(String value) {
            return value;
        }
    }

    private static final class Day implements Content<LocalDate> {

        @Override
        public LocalDate read(RawCell cell) throws Unreadable {
            LocalDate day;
            if (cell.type() == Type.DATE) {
                day = cell.moment().toLocalDate();
            } else if (cell.type() == Type.TEXT) {
                day = parse(cell.text());
            } else {
                throw new Unreadable("Không phải ngày", "Ghi ngày dạng 01/07/2025, hoặc đổi định dạng ô sang Ngày (Date).");
            }
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw new Unreadable("Ngày ngoài khoảng 1930–2100", "Kiểm tra lại năm.");
            }
            return day;
        }

        private static LocalDate parse(String text) throws Unreadable {
            try {
                return LocalDate.parse(text, DAY);
            } catch (DateTimeParseException e) {
                throw new Unreadable("Ngày không có hoặc không đúng dạng", "Ghi ngày dạng ngày/tháng/năm, ví dụ 01/07/2025.");
            }
        }

        @Override
        public Class<?> databaseType() {
            return LocalDate.class;
        }

        @Override
        public String show(LocalDate value) {
            return DAY.format(value);
        }

        @Override
        public String hint() {
            return "ngày, ví dụ 01/07/2025";
        }
    }

    private static final class TimeOfDay implements Content<LocalTime> {

        @Override
        public LocalTime read(RawCell cell) throws Unreadable {
            if (cell.type() == Type.TIME) {
                return cell.moment().toLocalTime().withSecond(0).withNano(0);
            }
            try {
                if (cell.type() == Type.TEXT) {
                    return LocalTime.parse(cell.text(), TIME);
                }
            } catch (DateTimeParseException e) {
                // Said below.
            }
            throw new Unreadable("Không phải giờ", "Ghi giờ dạng giờ:phút, ví dụ 19:30.");
        }

        @Override
        public Class<?> databaseType() {
            return LocalTime.class;
        }

        @Override
        public String show(LocalTime value) {
            return TIME.format(value);
        }

        @Override
        public String hint() {
            return "giờ, ví dụ 19:30";
        }
    }

    private record WholeNumber(int smallest, int largest) implements Content<Integer> {

        @Override
        public Integer read(RawCell cell) throws Unreadable {
            if (cell.type() == Type.TEXT && cell.text().matches("[0-9]+")) {
                throw new Unreadable("Số đang ở dạng văn bản", "Đổi định dạng ô sang Số (Number) rồi gõ lại.");
            }
            if (cell.type() != Type.NUMBER || cell.number() != Math.rint(cell.number())
                    || cell.number() < smallest || cell.number() > largest) {
                throw new Unreadable("Không phải số nguyên từ " + smallest + " đến " + largest,
                        "Ghi một số từ " + smallest + " đến " + largest + ".");
            }
            return (int) cell.number();
        }

        @Override
        public Class<?> databaseType() {
            return Integer.class;
        }

        @Override
        public String show(Integer value) {
            return String.valueOf(value);
        }

        @Override
        public String hint() {
            return "số nguyên từ " + smallest + " đến " + largest;
        }
    }

    /** One of the labels of an enumeration, in any case. */
    record Choice<E extends Enum<E> & Labelled>(Class<E> type) implements Content<E> {

        @Override
        public E read(RawCell cell) throws Unreadable {
            String text = Normalizer.normalize(cell.text(), Normalizer.Form.NFC);
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> cell.type() == Type.TEXT && constant.label().equalsIgnoreCase(text)).findFirst()
                    .orElseThrow(() -> new Unreadable("Giá trị không có trong danh mục", "Chọn một trong: "
                            + String.join("; ", labels()) + "."));
        }

        List<String> labels() {
            return Arrays.stream(type.getEnumConstants()).map(Labelled::label).toList();
        }

        @Override
        public Class<?> databaseType() {
            return String.class;
        }

        @Override
        public E fromDatabase(Object value) {
            return Enum.valueOf(type, (String) value);
        }

        @Override
        public Object toDatabase(E value) {
            return value.name();
        }

        @Override
        public String show(E value) {
            return value.label();
        }

        @Override
        public String hint() {
            return labels().stream().collect(Collectors.joining("; "));
        }
    }
}
