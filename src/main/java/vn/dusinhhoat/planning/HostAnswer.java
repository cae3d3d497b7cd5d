package vn.dusinhhoat.planning;

/** What a host says of a visit. */
public enum HostAnswer {

    AGREE, OTHER_DATE
}
