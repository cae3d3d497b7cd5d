package vn.dusinhhoat.organization;

/** Told how far a long piece of work has come. */
@FunctionalInterface
public interface Progress {

    /** @param percent from 0 to 100 */
    void at(int percent);
}
