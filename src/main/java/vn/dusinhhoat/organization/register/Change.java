package vn.dusinhhoat.organization.register;

/**
 * What an import does to one row.
 *
 * @param unitCode code of the unit above the cell that it is about
 * @param unitName name of that unit
 * @param sheet    name of the sheet
 * @param label    whom or what it is about, Vietnamese
 * @param detail   what becomes of which value; may be empty
 */
public record Change(String unitCode, String unitName, String sheet, Action action, String label, String detail) {

    /** Kinds of change. */
    public enum Action { NEW, CHANGED, ENDED }
}
