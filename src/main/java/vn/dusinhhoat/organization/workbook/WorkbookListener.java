package vn.dusinhhoat.organization.workbook;

/** Told what a workbook holds, in the order of the file. */
public interface WorkbookListener {

    /** A sheet begins; the answer says whether to read it. */
    boolean sheet(String name, boolean hidden);

    /** A line with at least one cell; the answer says whether to go on with this sheet. */
    boolean row(RawRow row);

    /** Cells of the present sheet were merged. */
    void merged(String range);

    /** The present sheet has been read. */
    void end();
}
