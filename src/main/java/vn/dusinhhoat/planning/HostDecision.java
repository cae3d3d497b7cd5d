package vn.dusinhhoat.planning;

/** How a host answers: to all lines at once, or line by line as marked. */
public enum HostDecision {

    AGREE_ALL, AS_MARKED
}
