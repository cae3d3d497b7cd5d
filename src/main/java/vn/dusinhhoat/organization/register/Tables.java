package vn.dusinhhoat.organization.register;

import java.util.List;
import java.util.Map;
import vn.dusinhhoat.organization.register.Sheets.Addressees;
import vn.dusinhhoat.organization.register.Sheets.Areas;
import vn.dusinhhoat.organization.register.Sheets.Attributes;
import vn.dusinhhoat.organization.register.Sheets.Bodies;
import vn.dusinhhoat.organization.register.Sheets.Exemptions;
import vn.dusinhhoat.organization.register.Sheets.Members;
import vn.dusinhhoat.organization.register.Sheets.People;
import vn.dusinhhoat.organization.register.Sheets.Posts;
import vn.dusinhhoat.organization.register.Sheets.Units;

/** How each sheet is kept in the tables. */
final class Tables {

    /** SQL and the columns whose values fill its placeholders, in order. */
    record Statement(String sql, List<Column<?>> parameters) {

        static Statement of(String sql, Column<?>... parameters) {
            return new Statement(sql, List.of(parameters));
        }

        Object[] valuesOf(Row row) {
            return parameters.stream()
                    .map(column -> column.toDatabase(row.values()[row.sheet().indexOf(column)])).toArray();
        }
    }

    /**
     * One sheet's table.
     *
     * @param select gives the sheet's columns in their order, except the one that strikes a row
     * @param delete null where rows are never taken back
     */
    record Table(String select, Statement insert, Statement update, Statement delete) {
    }

    private static final String PERSON = "(select id from person where code = ?)";
    private static final String UNIT = "(select id from party_unit where code = ?)";
    private static final String BODY = "(select id from body where unit_id = " + UNIT + " and kind = ?)";

    static final Statement NAME_OF_UNIT = Statement.of("""
            insert into unit_name (unit_id, name, valid_from) values (%s, ?, ?)
            on conflict (unit_id, valid_from) do update set name = excluded.name""".formatted(UNIT),
            Units.CODE, Units.NAME, Units.NAME_FROM);
    /** Apart from the insertion: the successor may come later on the same sheet. */
    static final Statement END_OF_UNIT = Statement.of("update party_unit set valid_to = ?, successor_id = %s where code = ?"
            .formatted(UNIT), Units.TO, Units.SUCCESSOR, Units.CODE);

    private static final Map<Sheet, Table> ALL = Map.of(
            Units.SHEET, new Table("""
                    select u.code, u.level, u.kind, u.name,
                           (select max(n.valid_from) from unit_name n where n.unit_id = u.id),
                           p.code, u.valid_from, u.valid_to, s.code, u.meeting_day, u.meeting_time
                    from party_unit u left join party_unit p on p.id = u.parent_id
                         left join party_unit s on s.id = u.successor_id
                    order by array_position(array['PROVINCE', 'DISTRICT', 'COMMUNE', 'CELL'], u.level::text), u.id""",
                    Statement.of("""
                            insert into party_unit (code, level, kind, name, parent_id, valid_from, meeting_day, meeting_time)
                            values (?, ?, ?, ?, %s, ?, ?, ?)""".formatted(UNIT), Units.CODE, Units.LEVEL, Units.KIND,
                            Units.NAME, Units.PARENT, Units.FROM, Units.MEETING_DAY, Units.MEETING_TIME),
                    Statement.of("""
                            update party_unit set kind = ?, name = ?, parent_id = %s, valid_from = ?, meeting_day = ?,
                                   meeting_time = ? where code = ?""".formatted(UNIT), Units.KIND, Units.NAME, Units.PARENT,
                            Units.FROM, Units.MEETING_DAY, Units.MEETING_TIME, Units.CODE), null),
            Bodies.SHEET, new Table("""
                    select u.code, b.kind, b.name from body b join party_unit u on u.id = b.unit_id order by b.id""",
                    Statement.of("insert into body (unit_id, kind, name, group_id) values (%s, ?, ?, lower(replace(?, '_', '')) || '-' || ?)"
                            .formatted(UNIT), Bodies.UNIT, Bodies.KIND, Bodies.NAME, Bodies.KIND, Bodies.UNIT),
                    Statement.of("update body set name = ? where unit_id = %s and kind = ?".formatted(UNIT),
                            Bodies.NAME, Bodies.UNIT, Bodies.KIND), null),
            Attributes.SHEET, new Table("""
                    select u.code, a.kind, a.weight, a.valid_from, a.valid_to
                    from area_attribute a join party_unit u on u.id = a.unit_id order by a.id""",
                    Statement.of("insert into area_attribute (unit_id, kind, weight, valid_from, valid_to) values (%s, ?, ?, ?, ?)"
                            .formatted(UNIT), Attributes.UNIT, Attributes.KIND, Attributes.WEIGHT, Attributes.FROM, Attributes.TO),
                    Statement.of("update area_attribute set weight = ?, valid_to = ? where unit_id = %s and kind = ? and valid_from = ?"
                            .formatted(UNIT), Attributes.WEIGHT, Attributes.TO, Attributes.UNIT, Attributes.KIND, Attributes.FROM),
                    Statement.of("delete from area_attribute where unit_id = %s and kind = ? and valid_from = ?".formatted(UNIT),
                            Attributes.UNIT, Attributes.KIND, Attributes.FROM)),
            People.SHEET, new Table("""
                    select p.code, p.full_name, p.user_id, p.phone, p.email, u.code, p.non_residential_reason, p.ended_on
                    from person p join party_unit u on u.id = p.home_cell_id order by p.id""",
                    Statement.of("""
                            insert into person (code, full_name, user_id, phone, email, home_cell_id, non_residential_reason, ended_on)
                            values (?, ?, ?, ?, ?, %s, ?, ?)""".formatted(UNIT), People.CODE, People.NAME, People.LOGIN,
                            People.PHONE, People.EMAIL, People.HOME, People.NON_RESIDENTIAL_REASON, People.ENDED),
                    Statement.of("""
                            update person set full_name = ?, user_id = ?, phone = ?, email = ?, home_cell_id = %s,
                                   non_residential_reason = ?, ended_on = ? where code = ?""".formatted(UNIT),
                            People.NAME, People.LOGIN, People.PHONE, People.EMAIL, People.HOME,
                            People.NON_RESIDENTIAL_REASON, People.ENDED, People.CODE), null),
            Posts.SHEET, new Table("""
                    select p.code, u.code, t.kind, t.title, t.decision_number, t.decision_date, t.valid_from, t.valid_to
                    from post t join person p on p.id = t.person_id join party_unit u on u.id = t.unit_id order by t.id""",
                    Statement.of("""
                            insert into post (person_id, unit_id, kind, title, decision_number, decision_date, valid_from, valid_to)
                            values (%s, %s, ?, ?, ?, ?, ?, ?)""".formatted(PERSON, UNIT), Posts.PERSON, Posts.UNIT, Posts.KIND,
                            Posts.TITLE, Posts.DECISION, Posts.DECIDED, Posts.FROM, Posts.TO),
                    Statement.of("""
                            update post set title = ?, decision_number = ?, decision_date = ?, valid_to = ?
                            where person_id = %s and unit_id = %s and kind = ? and valid_from = ?""".formatted(PERSON, UNIT),
                            Posts.TITLE, Posts.DECISION, Posts.DECIDED, Posts.TO, Posts.PERSON, Posts.UNIT, Posts.KIND, Posts.FROM),
                    Statement.of("delete from post where person_id = %s and unit_id = %s and kind = ? and valid_from = ?"
                            .formatted(PERSON, UNIT), Posts.PERSON, Posts.UNIT, Posts.KIND, Posts.FROM)),
            Members.SHEET, new Table("""
                    select p.code, u.code, b.kind, m.role, m.valid_from, m.valid_to
                    from body_member m join person p on p.id = m.person_id join body b on b.id = m.body_id
                         join party_unit u on u.id = b.unit_id order by m.id""",
                    Statement.of("insert into body_member (person_id, body_id, role, valid_from, valid_to) values (%s, %s, ?, ?, ?)"
                            .formatted(PERSON, BODY), Members.PERSON, Members.UNIT, Members.BODY, Members.ROLE,
                            Members.FROM, Members.TO),
                    Statement.of("update body_member set role = ?, valid_to = ? where person_id = %s and body_id = %s and valid_from = ?"
                            .formatted(PERSON, BODY), Members.ROLE, Members.TO, Members.PERSON, Members.UNIT, Members.BODY,
                            Members.FROM),
                    Statement.of("delete from body_member where person_id = %s and body_id = %s and valid_from = ?"
                            .formatted(PERSON, BODY), Members.PERSON, Members.UNIT, Members.BODY, Members.FROM)),
            Areas.SHEET, new Table("""
                    select p.code, u.code, a.valid_from, a.valid_to
                    from area_in_charge a join person p on p.id = a.person_id join party_unit u on u.id = a.unit_id order by a.id""",
                    Statement.of("insert into area_in_charge (person_id, unit_id, valid_from, valid_to) values (%s, %s, ?, ?)"
                            .formatted(PERSON, UNIT), Areas.PERSON, Areas.UNIT, Areas.FROM, Areas.TO),
                    Statement.of("update area_in_charge set valid_to = ? where person_id = %s and unit_id = %s and valid_from = ?"
                            .formatted(PERSON, UNIT), Areas.TO, Areas.PERSON, Areas.UNIT, Areas.FROM),
                    Statement.of("delete from area_in_charge where person_id = %s and unit_id = %s and valid_from = ?"
                            .formatted(PERSON, UNIT), Areas.PERSON, Areas.UNIT, Areas.FROM)),
            Exemptions.SHEET, new Table("""
                    select p.code, e.kind, e.valid_from, e.valid_to
                    from person_exemption e join person p on p.id = e.person_id order by e.id""",
                    Statement.of("insert into person_exemption (person_id, kind, valid_from, valid_to) values (%s, ?, ?, ?)"
                            .formatted(PERSON), Exemptions.PERSON, Exemptions.KIND, Exemptions.FROM, Exemptions.TO),
                    Statement.of("update person_exemption set valid_to = ? where person_id = %s and kind = ? and valid_from = ?"
                            .formatted(PERSON), Exemptions.TO, Exemptions.PERSON, Exemptions.KIND, Exemptions.FROM),
                    Statement.of("delete from person_exemption where person_id = %s and kind = ? and valid_from = ?"
                            .formatted(PERSON), Exemptions.PERSON, Exemptions.KIND, Exemptions.FROM)),
            Addressees.SHEET, new Table("""
                    select a.code, a.name, a.kind, u.code, a.email, a.ended_on
                    from addressee a join party_unit u on u.id = a.unit_id order by a.id""",
                    Statement.of("insert into addressee (code, name, kind, unit_id, email, ended_on) values (?, ?, ?, %s, ?, ?)"
                            .formatted(UNIT), Addressees.CODE, Addressees.NAME, Addressees.KIND, Addressees.UNIT,
                            Addressees.EMAIL, Addressees.ENDED),
                    Statement.of("update addressee set name = ?, kind = ?, unit_id = %s, email = ?, ended_on = ? where code = ?"
                            .formatted(UNIT), Addressees.NAME, Addressees.KIND, Addressees.UNIT, Addressees.EMAIL,
                            Addressees.ENDED, Addressees.CODE), null));

    private Tables() {
    }

    static Table of(Sheet sheet) {
        return ALL.get(sheet);
    }
}
