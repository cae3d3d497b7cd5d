package vn.dusinhhoat.platform;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The unit that owns what is being started. A running case belongs to the tenant of its owner for ever (ADR 0005);
 * cases that it calls belong to the same.
 */
public final class OwnerUnit {

    private static final ThreadLocal<String> CODE = new ThreadLocal<>();

    private OwnerUnit() {
    }

    /** Does the work for the unit with this code. */
    public static <T> T startFor(String unitCode, Supplier<T> work) {
        String before = CODE.get();
        CODE.set(unitCode);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CODE.remove();
            } else {
                CODE.set(before);
            }
        }
    }

    /** Code of the unit, if something is being started for one. */
    public static Optional<String> current() {
        return Optional.ofNullable(CODE.get());
    }
}
