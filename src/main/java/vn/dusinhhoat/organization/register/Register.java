package vn.dusinhhoat.organization.register;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The organisation as rows: what the tables have, or what they would have after an import. */
final class Register {

    private final Map<Sheet, Map<List<Object>, Row>> rows = new LinkedHashMap<>();

    Register() {
        Sheets.ALL.forEach(sheet -> rows.put(sheet, new LinkedHashMap<>()));
    }

    /** A copy that may be changed without touching the original. */
    Register copy() {
        Register copy = new Register();
        rows.forEach((sheet, own) -> copy.rows.get(sheet).putAll(own));
        return copy;
    }

    void put(Row row) {
        rows.get(row.sheet()).put(row.key(), row);
    }

    void remove(Row row) {
        rows.get(row.sheet()).remove(row.key());
    }

    Collection<Row> of(Sheet sheet) {
        return rows.get(sheet).values();
    }

    /** The row with this key; null when there is none. */
    Row find(Sheet sheet, Object... key) {
        return rows.get(sheet).get(List.of(key));
    }

    Row same(Row row) {
        return rows.get(row.sheet()).get(row.key());
    }

    /** The unit with this code; null when there is none. */
    Row unit(String code) {
        return code == null ? null : find(Sheets.Units.SHEET, code);
    }

    /** The person with this code; null when there is none. */
    Row person(String code) {
        return code == null ? null : find(Sheets.People.SHEET, code);
    }

    boolean isEmpty() {
        return rows.values().stream().allMatch(Map::isEmpty);
    }
}
