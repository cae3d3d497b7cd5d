package vn.dusinhhoat.revision.gate;

/** One kind of rule for diagrams. */
interface DiagramRule {

    /** Adds what is wrong. */
    void check(Diagram diagram, Findings findings);
}
