package vn.dusinhhoat.organization;

/** A constant that people know by a Vietnamese name. */
public interface Labelled {

    /** Name in code and tables. */
    String name();

    /** Vietnamese name, NFC. */
    String label();
}
