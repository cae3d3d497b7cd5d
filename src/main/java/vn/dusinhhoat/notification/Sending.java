package vn.dusinhhoat.notification;

/** What is left after a batch; asked for on the diagram. */
public enum Sending {
    /** More may be sent at once. */
    MORE,
    /** Some wait for the mail server. */
    LATER,
    /** Nothing to send now: all done, quiet hours, no server set up, or a newer run has taken over. */
    DONE
}
