package vn.dusinhhoat.notification;

import java.util.function.Consumer;

/** Sending, a batch at a time. */
public interface NoticeBatch {

    /**
     * Begins to send what may be sent now and returns at once. Nothing is sent in quiet hours, without a mail server, for a
     * run that a newer one has followed, or while a server that did not answer is left alone.
     *
     * @param runId    process instance of the run
     * @param whenDone told what is left, in another thread; not told when sending breaks off
     */
    void begin(String runId, Consumer<Sending> whenDone);
}
