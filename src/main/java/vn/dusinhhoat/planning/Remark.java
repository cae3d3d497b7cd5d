package vn.dusinhhoat.planning;

/** What is to be said of a line: a fault keeps the plan from being sent, a cost is only told. */
public record Remark(Kind kind, String text) {

    /** How grave it is. */
    public enum Kind { FAULT, COST }

    static Remark fault(String text) {
        return new Remark(Kind.FAULT, text);
    }

    static Remark cost(String text) {
        return new Remark(Kind.COST, text);
    }

    boolean isFault() {
        return kind == Kind.FAULT;
    }
}
