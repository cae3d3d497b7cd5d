package vn.dusinhhoat.organization.imports;

/**
 * How many rows an import changes in one unit and its cells.
 *
 * @param unitCode code of the unit; empty when a row belongs to none
 */
public record UnitChanges(String unitCode, String unitName, int newCount, int changedCount, int endedCount) {
}
