package vn.dusinhhoat.organization.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dusinhhoat.organization.LoginsInUse;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.organization.register.Sheets.People;
import vn.dusinhhoat.organization.register.Sheets.Units;

/** Whether every person has a home cell and a login name of their own (rulings A4, B3; row S12). */
final class PeopleCheck {

    private final Register stored;
    private final Register wanted;
    private final Faults faults;
    private final LoginsInUse logins;

    PeopleCheck(Register stored, Register wanted, Faults faults, LoginsInUse logins) {
        this.stored = stored;
        this.wanted = wanted;
        this.faults = faults;
        this.logins = logins;
    }

    void run() {
        wanted.of(People.SHEET).stream().filter(person -> person.line() != null).forEach(this::checkHome);
        checkLogins();
    }

    private void checkHome(Row person) {
        String code = person.get(People.HOME);
        if (code == null) {
            return;
        }
        Row home = wanted.unit(code);
        if (home == null) {
            faults.add(person, People.HOME, "Không có chi bộ mang mã này", "Sửa mã, hoặc thêm chi bộ vào trang Tổ chức.");
        } else if (home.get(Units.LEVEL) != null && home.get(Units.LEVEL) != UnitLevel.CELL) {
            faults.add(person, People.HOME, "Mã này là của " + home.show(Units.NAME) + ", không phải chi bộ",
                    "Ghi mã của chi bộ nơi đồng chí sinh hoạt.");
        } else if (home.get(Units.TO) != null && home.get(Units.SUCCESSOR) == null && person.get(People.ENDED) == null) {
            faults.add(person, People.HOME, "Chi bộ đã kết thúc ngày " + home.show(Units.TO), "Ghi mã của chi bộ mới.");
        } else if (home.get(Units.KIND) != null && home.get(Units.KIND).level() == UnitLevel.CELL) {
            checkReason(person, home.get(Units.KIND).isResidential());
        }
    }

    private void checkReason(Row person, boolean residential) {
        boolean reason = person.get(People.NON_RESIDENTIAL_REASON) != null;
        if (!residential && !reason) {
            faults.add(person, People.NON_RESIDENTIAL_REASON, "Chi bộ nơi sinh hoạt không phải chi bộ khu dân cư, chưa có lý do",
                    "Ghi lý do, hoặc ghi mã chi bộ khu dân cư.");
        } else if (residential && reason) {
            faults.add(person, People.NON_RESIDENTIAL_REASON, "Chi bộ nơi sinh hoạt là chi bộ khu dân cư", "Để trống ô này.");
        }
    }

    private void checkLogins() {
        Map<String, List<Row>> byLogin = new HashMap<>();
        for (Row person : wanted.of(People.SHEET)) {
            if (person.get(People.LOGIN) != null) {
                byLogin.computeIfAbsent(person.get(People.LOGIN), login -> new ArrayList<>()).add(person);
            }
        }
        Set<String> fresh = byLogin.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(person -> person.line() != null))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        Set<String> taken = logins.takenByOthers(fresh);
        byLogin.forEach((login, people) -> people.forEach(person -> checkLogin(person, people.size() > 1, taken.contains(login))));
    }

    private void checkLogin(Row person, boolean twice, boolean taken) {
        Row before = stored.same(person);
        String old = before == null ? null : before.get(People.LOGIN);
        if (old != null && !old.equals(person.get(People.LOGIN))) {
            faults.add(person, People.LOGIN, "Đồng chí đã có tên đăng nhập " + old, "Để trống ô này; tên đăng nhập không đổi.");
        } else if (twice) {
            faults.add(person, People.LOGIN, "Hai người trùng tên đăng nhập", "Ghi tên đăng nhập khác cho một trong hai người.");
        } else if (taken) {
            faults.add(person, People.LOGIN, "Tên đăng nhập này là của tài khoản khác trong hệ thống", "Ghi tên đăng nhập khác.");
        }
    }
}
