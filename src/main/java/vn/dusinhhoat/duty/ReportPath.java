package vn.dusinhhoat.duty;

/** Which of the two report tasks of the diagram a visit takes; its length in days is written there (III.1b, III.2c). */
public enum ReportPath {

    /** Strictest first: a person with several posts reports under the strictest limit (ruling A2). */
    ONE_DAY, THREE_DAYS
}
