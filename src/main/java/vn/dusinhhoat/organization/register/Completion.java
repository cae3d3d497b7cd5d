package vn.dusinhhoat.organization.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.organization.CommitteeNames;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.organization.register.Sheets.Bodies;
import vn.dusinhhoat.organization.register.Sheets.Members;
import vn.dusinhhoat.organization.register.Sheets.People;
import vn.dusinhhoat.organization.register.Sheets.Posts;
import vn.dusinhhoat.organization.register.Sheets.Units;

/** Fills in what a workbook may leave open: day of a new name, login names, the usual bodies. */
final class Completion {

    private final Register stored;
    private final Register wanted;
    private final LocalDate today;

    /** @param wanted what the tables would have; completed in place */
    Completion(Register stored, Register wanted, LocalDate today) {
        this.stored = stored;
        this.wanted = wanted;
        this.today = today;
    }

    void complete() {
        openCellCommittees();
        completeNames();
        completeLogins();
        boolean twoLevels = isTwoLevels(wanted);
        boolean hadTwoLevels = isTwoLevels(stored);
        for (Row unit : List.copyOf(wanted.of(Units.SHEET))) {
            if (unit.get(Units.LEVEL) != null && unit.get(Units.KIND) != null && unit.get(Units.NAME) != null) {
                completeBodies(unit, twoLevels, hadTwoLevels);
            }
        }
    }

    /** Whether the organisation has no districts (any more). */
    static boolean isTwoLevels(Register register) {
        return register.of(Units.SHEET).stream()
                .noneMatch(unit -> unit.get(Units.LEVEL) == UnitLevel.DISTRICT && unit.get(Units.TO) == null);
    }

    private void completeNames() {
        for (Row unit : linesOf(Units.SHEET)) {
            if (unit.get(Units.NAME_FROM) == null) {
                Row before = stored.same(unit);
                wanted.put(unit.with(Units.NAME_FROM, before == null ? unit.get(Units.FROM)
                        : before.get(Units.NAME).equals(unit.get(Units.NAME)) ? before.get(Units.NAME_FROM) : today));
            }
        }
    }

    /** Whoever holds a post or works in a body logs in; a cell's committee need not (ruling B3). */
    private void completeLogins() {
        Set<String> needLogin = new HashSet<>();
        wanted.of(Posts.SHEET).forEach(post -> needLogin.add(post.get(Posts.PERSON)));
        wanted.of(Members.SHEET).stream().filter(member -> member.get(Members.BODY) != BodyKind.CELL_COMMITTEE)
                .forEach(member -> needLogin.add(member.get(Members.PERSON)));
        for (Row person : List.copyOf(wanted.of(People.SHEET))) {
            if (person.get(People.LOGIN) == null) {
                Row before = stored.same(person);
                String kept = before == null ? null : before.get(People.LOGIN);
                String code = person.get(People.CODE);
                wanted.put(person.with(People.LOGIN, kept != null || !needLogin.contains(code) ? kept : "dv-" + code));
            }
        }
    }

    private void completeBodies(Row unit, boolean twoLevels, boolean hadTwoLevels) {
        String code = unit.get(Units.CODE);
        List<BodyKind> usual = unit.get(Units.LEVEL) == UnitLevel.CELL ? List.of() : CommitteeNames.OF_EVERY_UNIT;
        for (BodyKind kind : usual) {
            completeBody(unit, kind, twoLevels, hadTwoLevels);
        }
        if (wanted.find(Bodies.SHEET, code, BodyKind.CELL_COMMITTEE) != null) {
            completeBody(unit, BodyKind.CELL_COMMITTEE, twoLevels, hadTwoLevels);
        }
    }

    /** A body that has the usual name keeps following the name of its unit and the number of levels. */
    private void completeBody(Row unit, BodyKind kind, boolean twoLevels, boolean hadTwoLevels) {
        String code = unit.get(Units.CODE);
        Row own = wanted.find(Bodies.SHEET, code, kind);
        Row unitBefore = stored.same(unit);
        boolean hadUsualName = own != null && own.line() == null && unitBefore != null
                && own.get(Bodies.NAME).equals(usualName(unitBefore, kind, hadTwoLevels));
        if (own == null || hadUsualName) {
            wanted.put(bodyRow(code, kind, usualName(unit, kind, twoLevels)));
        }
    }

    static Row bodyRow(String code, BodyKind kind, String name) {
        return new Row(Bodies.SHEET, null, new Object[] {code, kind, name});
    }

    static String usualName(Row unit, BodyKind kind, boolean twoLevels) {
        return CommitteeNames.of(kind, unit.get(Units.KIND), unit.get(Units.NAME), twoLevels);
    }

    /** The committee of every cell that somebody is named for. */
    private void openCellCommittees() {
        List<Row> members = new ArrayList<>(wanted.of(Members.SHEET));
        for (Row member : members) {
            String code = member.get(Members.UNIT);
            Row unit = wanted.unit(code);
            if (member.get(Members.BODY) == BodyKind.CELL_COMMITTEE && unit != null && unit.get(Units.LEVEL) == UnitLevel.CELL
                    && unit.get(Units.KIND) != null && unit.get(Units.NAME) != null
                    && wanted.find(Bodies.SHEET, code, BodyKind.CELL_COMMITTEE) == null) {
                wanted.put(bodyRow(code, BodyKind.CELL_COMMITTEE, usualName(unit, BodyKind.CELL_COMMITTEE, true)));
            }
        }
    }

    private List<Row> linesOf(Sheet sheet) {
        return wanted.of(sheet).stream().filter(row -> row.line() != null).toList();
    }
}
