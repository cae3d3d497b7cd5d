package vn.dusinhhoat.platform;

/** Many small changes of engine data as one. */
public interface EngineCommands {

    /** Runs the work as one command of the engine: its changes are written together, in batches, at the end. */
    void together(Runnable work);

    /**
     * Runs the work as one command of the engine in a new transaction: its failure leaves the caller's transaction as it
     * was, its success stays when that one fails. Takes a second database connection while it runs.
     */
    void apart(Runnable work);
}
