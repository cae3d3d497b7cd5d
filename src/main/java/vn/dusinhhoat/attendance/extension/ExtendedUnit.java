package vn.dusinhhoat.attendance.extension;

/**
 * How many limits an extension moves in one commune.
 *
 * @param moved       limits that have not passed
 * @param ladderStays limits that have passed: the ladder stays where it is
 * @param onTime      reports sent late that would count as on time
 */
public record ExtendedUnit(String unitCode, String unitName, int moved, int ladderStays, int onTime) {
}
