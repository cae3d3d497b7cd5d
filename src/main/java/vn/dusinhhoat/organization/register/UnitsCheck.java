package vn.dusinhhoat.organization.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dusinhhoat.organization.Labelled;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.organization.register.Sheets.People;
import vn.dusinhhoat.organization.register.Sheets.Units;

/** Whether the units form one tree whose spans fit together. */
final class UnitsCheck {

    private final Register stored;
    private final Register wanted;
    private final LocalDate today;
    private final Faults faults;
    private final Map<String, Integer> openChildren = new HashMap<>();
    private final Map<String, Integer> residents = new HashMap<>();

    UnitsCheck(Register stored, Register wanted, LocalDate today, Faults faults) {
        this.stored = stored;
        this.wanted = wanted;
        this.today = today;
        this.faults = faults;
    }

    void run() {
        for (Row unit : wanted.of(Units.SHEET)) {
            if (unit.line() == null && unit.get(Units.PARENT) != null && unit.get(Units.TO) == null) {
                openChildren.merge(unit.get(Units.PARENT), 1, Integer::sum);
            }
        }
        for (Row person : wanted.of(People.SHEET)) {
            if (person.line() == null && person.get(People.ENDED) == null) {
                residents.merge(person.get(People.HOME), 1, Integer::sum);
            }
        }
        wanted.of(Units.SHEET).stream().filter(unit -> unit.line() != null).forEach(this::check);
        checkOneProvince();
    }

    private void check(Row unit) {
        UnitLevel level = unit.get(Units.LEVEL);
        if (level != null) {
            checkLevel(unit, level);
            checkParent(unit, level);
            checkMeeting(unit, level);
        }
        checkName(unit);
        checkSuccessor(unit);
        checkEnd(unit);
    }

    private void checkLevel(Row unit, UnitLevel level) {
        if (unit.get(Units.KIND) != null && unit.get(Units.KIND).level() != level) {
            faults.add(unit, Units.KIND, "Loại không thuộc cấp " + level.label(), "Chọn loại đúng với cấp, hoặc sửa cấp.");
        }
        Row before = stored.same(unit);
        if (before != null && before.get(Units.LEVEL) != level) {
            faults.add(unit, Units.LEVEL, "Tổ chức đã có với cấp " + before.get(Units.LEVEL).label(),
                    "Không đổi cấp của tổ chức đã có; lập tổ chức mới với mã mới.");
        }
    }

    private void checkParent(Row unit, UnitLevel level) {
        String parentCode = unit.get(Units.PARENT);
        if (level == UnitLevel.PROVINCE) {
            if (parentCode != null) {
                faults.add(unit, Units.PARENT, "Cấp tỉnh không có cấp trên trong hệ thống", "Để trống ô này.");
            }
            return;
        }
        Row parent = wanted.unit(parentCode);
        if (parentCode == null) {
            faults.add(unit, Units.PARENT, "Chưa ghi tổ chức cấp trên", "Ghi mã của tổ chức cấp trên.");
        } else if (parent == null) {
            faults.add(unit, Units.PARENT, "Không có tổ chức mang mã này", "Sửa mã, hoặc thêm tổ chức đó vào trang Tổ chức.");
        } else if (isAboveItself(unit)) {
            faults.add(unit, Units.PARENT, "Tổ chức trở thành cấp trên của chính nó", "Sửa mã cấp trên cho hết vòng lặp.");
        } else if (parent.get(Units.LEVEL) != null && !level.parents().contains(parent.get(Units.LEVEL))) {
            faults.add(unit, Units.PARENT, "Cấp trên là cấp " + parent.get(Units.LEVEL).label() + ", không đặt được ở đây",
                    "Ghi mã của tổ chức cấp " + level.parents().stream().sorted().map(Labelled::label)
                            .collect(Collectors.joining(" hoặc cấp ")) + ".");
        } else if (endsBefore(parent, unit)) {
            faults.add(unit, Units.PARENT, "Cấp trên kết thúc ngày " + parent.show(Units.TO) + ", trước tổ chức này",
                    "Ghi Đến ngày cho tổ chức này, hoặc chuyển sang cấp trên khác.");
        }
    }

    private static boolean endsBefore(Row parent, Row child) {
        LocalDate end = parent.get(Units.TO);
        return end != null && (child.get(Units.TO) == null || child.get(Units.TO).isAfter(end));
    }

    private boolean isAboveItself(Row unit) {
        Set<String> seen = new HashSet<>();
        for (Row each = unit; each != null && each.get(Units.LEVEL) != UnitLevel.PROVINCE; each = wanted.unit(each.get(Units.PARENT))) {
            if (!seen.add(each.get(Units.CODE))) {
                return each.get(Units.CODE).equals(unit.get(Units.CODE));
            }
        }
        return false;
    }

    private void checkMeeting(Row unit, UnitLevel level) {
        if (level != UnitLevel.CELL) {
            if (unit.get(Units.MEETING_DAY) != null) {
                faults.add(unit, Units.MEETING_DAY, "Chỉ chi bộ có ngày họp", "Để trống ô này.");
            }
            if (unit.get(Units.MEETING_TIME) != null) {
                faults.add(unit, Units.MEETING_TIME, "Chỉ chi bộ có giờ họp", "Để trống ô này.");
            }
        }
    }

    private void checkName(Row unit) {
        LocalDate from = unit.get(Units.NAME_FROM);
        Row before = stored.same(unit);
        if (from == null || unit.get(Units.NAME) == null) {
            return;
        }
        if (from.isAfter(today) && (before != null || from.isAfter(unit.get(Units.FROM) == null ? from : unit.get(Units.FROM)))) {
            faults.add(unit, Units.NAME_FROM, "Tên mới chưa có hiệu lực", "Cập nhật vào ngày tên có hiệu lực.");
        } else if (before != null && before.get(Units.NAME).equals(unit.get(Units.NAME))
                && !from.equals(before.get(Units.NAME_FROM))) {
            faults.add(unit, Units.NAME_FROM, "Tên không đổi nhưng ngày áp dụng khác ngày đã ghi ("
                    + before.show(Units.NAME_FROM) + ")", "Để trống ô này.");
        } else if (before != null && from.isBefore(before.get(Units.NAME_FROM))) {
            faults.add(unit, Units.NAME_FROM, "Sớm hơn ngày của tên hiện nay (" + before.show(Units.NAME_FROM) + ")",
                    "Ghi ngày muộn hơn; nếu chỉ sửa lỗi chính tả thì ghi đúng ngày của tên hiện nay.");
        } else if (unit.get(Units.FROM) != null && from.isBefore(unit.get(Units.FROM))) {
            faults.add(unit, Units.NAME_FROM, "Sớm hơn ngày thành lập", "Ghi từ ngày " + unit.show(Units.FROM) + " trở đi.");
        }
    }

    private void checkSuccessor(Row unit) {
        String code = unit.get(Units.SUCCESSOR);
        if (code == null) {
            return;
        }
        Row successor = wanted.unit(code);
        if (unit.get(Units.TO) == null) {
            faults.add(unit, Units.SUCCESSOR, "Tổ chức chưa kết thúc", "Ghi Đến ngày, hoặc để trống mã kế thừa.");
        } else if (successor == null) {
            faults.add(unit, Units.SUCCESSOR, "Không có tổ chức mang mã này", "Sửa mã, hoặc thêm tổ chức đó vào trang Tổ chức.");
        } else if (succeedsItself(unit)) {
            faults.add(unit, Units.SUCCESSOR, "Tổ chức kế thừa chính nó", "Sửa mã kế thừa cho hết vòng lặp.");
        } else if (successor.get(Units.LEVEL) == UnitLevel.CELL != (unit.get(Units.LEVEL) == UnitLevel.CELL)) {
            faults.add(unit, Units.SUCCESSOR, "Chi bộ chỉ được chi bộ kế thừa", "Ghi mã tổ chức kế thừa cùng loại.");
        }
    }

    private boolean succeedsItself(Row unit) {
        Set<String> seen = new HashSet<>();
        for (Row each = unit; each != null; each = wanted.unit(each.get(Units.SUCCESSOR))) {
            if (!seen.add(each.get(Units.CODE))) {
                return true;
            }
        }
        return false;
    }

    private void checkEnd(Row unit) {
        if (unit.get(Units.TO) == null) {
            return;
        }
        int children = openChildren.getOrDefault(unit.get(Units.CODE), 0);
        if (children > 0) {
            faults.add(unit, Units.TO, "Còn " + children + " tổ chức trực thuộc đang hoạt động",
                    "Thêm các tổ chức đó vào trang Tổ chức: ghi Đến ngày hoặc cấp trên mới.");
        }
        int people = residents.getOrDefault(unit.get(Units.CODE), 0);
        if (people > 0 && unit.get(Units.SUCCESSOR) == null) {
            faults.add(unit, Units.TO, "Còn " + people + " đảng viên sinh hoạt tại chi bộ này",
                    "Ghi Mã tổ chức kế thừa, hoặc ghi chi bộ mới cho các đồng chí ở trang Đảng viên.");
        }
    }

    private void checkOneProvince() {
        var provinces = wanted.of(Units.SHEET).stream()
                .filter(unit -> unit.get(Units.LEVEL) == UnitLevel.PROVINCE && unit.get(Units.TO) == null).toList();
        if (provinces.size() > 1) {
            provinces.forEach(unit -> faults.add(unit, Units.LEVEL, "Có " + provinces.size() + " tổ chức cấp tỉnh",
                    "Mỗi hệ thống chỉ có một tỉnh; giữ lại một."));
        } else if (provinces.isEmpty()) {
            faults.add(Fault.ofSheet(Units.SHEET.name(), "", "Chưa có tổ chức cấp tỉnh",
                    "Thêm một dòng có Cấp là Tỉnh và để trống mã cấp trên."));
        }
    }
}
