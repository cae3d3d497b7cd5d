package vn.dusinhhoat.organization.register;

/** A cell does not hold what its column asks for. Both sentences are Vietnamese, for the person who fills the sheet. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Object likely;
    private final String remedy;

    Unreadable(String problem, String remedy) {
        this(problem, remedy, null);
    }

    /** @param likely what was probably meant: other rows that refer to it need no fault of their own; may be null */
    Unreadable(String problem, String remedy, Object likely) {
        super(problem, null, false, false);
        this.remedy = remedy;
        this.likely = likely;
    }

    String remedy() {
        return remedy;
    }

    Object likely() {
        return likely;
    }
}
