package vn.dusinhhoat.duty;

/** How often a visit is due (II.1a); most frequent first (ruling A2). TWO_MONTHLY serves provinces with six visits a year. */
public enum Cadence {

    MONTHLY(1), TWO_MONTHLY(2), QUARTERLY(3), HALF_YEARLY(6);

    private final int months;

    Cadence(int months) {
        this.months = months;
    }

    /** Length of a period; a year has a whole number of them, the first begins in January. */
    public int months() {
        return months;
    }
}
