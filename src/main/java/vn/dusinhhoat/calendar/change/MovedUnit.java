package vn.dusinhhoat.calendar.change;

/**
 * How many open limits a change moves in one unit.
 *
 * @param kept limits that have passed and stay as they are
 */
public record MovedUnit(String unitCode, String unitName, int moved, int kept) {
}
