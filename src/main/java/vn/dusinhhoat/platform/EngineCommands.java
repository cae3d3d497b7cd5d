package vn.dusinhhoat.platform;

/** Many small changes of engine data as one. */
public interface EngineCommands {

    /** Runs the work as one command of the engine: its changes are written together, in batches, at the end. */
    void together(Runnable work);

    /** The same in a transaction of its own: it stays, or is taken back, whatever becomes of the caller's. */
    void apart(Runnable work);
}
