package vn.dusinhhoat.organization.register;

import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.organization.register.Sheets.Addressees;
import vn.dusinhhoat.organization.register.Sheets.Areas;
import vn.dusinhhoat.organization.register.Sheets.Attributes;
import vn.dusinhhoat.organization.register.Sheets.Bodies;
import vn.dusinhhoat.organization.register.Sheets.Exemptions;
import vn.dusinhhoat.organization.register.Sheets.Members;
import vn.dusinhhoat.organization.register.Sheets.People;
import vn.dusinhhoat.organization.register.Sheets.Posts;
import vn.dusinhhoat.organization.register.Sheets.Units;

/** Says in words whom and what a change is about. */
final class Descriptions {

    private static final int LONGEST_LABEL = 500;
    private static final int LONGEST_DETAIL = 2_000;

    private final Register register;

    /** @param register what the tables would have after the changes */
    Descriptions(Register register) {
        this.register = register;
    }

    Change describe(RowChange change) {
        Row unit = unitAbove(unitCodeOf(change.after()));
        return new Change(unit == null ? "" : unit.get(Units.CODE), unit == null ? "" : unit.get(Units.NAME),
                change.sheet().name(), change.action(), shorten(label(change.after()), LONGEST_LABEL),
                shorten(change.detail(), LONGEST_DETAIL));
    }

    private String label(Row row) {
        Sheet sheet = row.sheet();
        if (sheet == Units.SHEET) {
            return row.get(Units.NAME) + " (" + row.get(Units.CODE) + ")";
        } else if (sheet == Bodies.SHEET) {
            return row.get(Bodies.NAME);
        } else if (sheet == Attributes.SHEET) {
            return nameOfUnit(row.get(Attributes.UNIT)) + ": " + row.show(Attributes.KIND);
        } else if (sheet == People.SHEET) {
            return row.get(People.NAME) + " (" + row.get(People.CODE) + ")";
        } else if (sheet == Posts.SHEET) {
            return nameOfPerson(row.get(Posts.PERSON)) + ": " + row.get(Posts.TITLE);
        } else if (sheet == Members.SHEET) {
            return nameOfPerson(row.get(Members.PERSON)) + ": " + row.get(Members.ROLE) + ", " + row.show(Members.BODY)
                    + " " + nameOfUnit(row.get(Members.UNIT));
        } else if (sheet == Areas.SHEET) {
            return nameOfPerson(row.get(Areas.PERSON)) + ": phụ trách " + nameOfUnit(row.get(Areas.UNIT));
        } else if (sheet == Exemptions.SHEET) {
            return nameOfPerson(row.get(Exemptions.PERSON)) + ": " + row.show(Exemptions.KIND);
        }
        return row.get(Addressees.NAME) + " (" + row.get(Addressees.CODE) + ")";
    }

    private String nameOfUnit(String code) {
        Row unit = register.unit(code);
        return unit == null ? code : unit.get(Units.NAME);
    }

    private String nameOfPerson(String code) {
        Row person = register.person(code);
        return person == null ? code : person.get(People.NAME);
    }

    private String unitCodeOf(Row row) {
        if (row.sheet().unit() != null) {
            return row.get(row.sheet().unit());
        }
        Row person = row.sheet() == People.SHEET ? row : register.person(row.get(Exemptions.PERSON));
        return person == null ? null : person.get(People.HOME);
    }

    private Row unitAbove(String code) {
        Row unit = register.unit(code);
        return unit != null && unit.get(Units.LEVEL) == UnitLevel.CELL ? register.unit(unit.get(Units.PARENT)) : unit;
    }

    private static String shorten(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
