package vn.dusinhhoat.organization.workbook;

/** The file is nothing we read. Both sentences are Vietnamese. */
public final class NotAWorkbook extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    NotAWorkbook(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    NotAWorkbook(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
