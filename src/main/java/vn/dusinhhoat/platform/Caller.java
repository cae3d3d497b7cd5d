package vn.dusinhhoat.platform;

import java.util.Set;
import java.util.function.Supplier;

/** Whose request this is, and what they may see. */
public interface Caller {

    /**
     * User id of who is logged in.
     *
     * @throws IllegalStateException when nobody is
     */
    String userId();

    /**
     * Codes of the units the caller belongs to or leads.
     *
     * @throws IllegalStateException when nobody is logged in
     */
    Set<String> unitCodes();

    /**
     * Whether the caller administers the system.
     *
     * @throws IllegalStateException when nobody is logged in
     */
    boolean isAdministrator();

    /**
     * For what only administrators may know of: to others there is no such thing.
     *
     * @throws NotFound when the caller is none
     * @throws IllegalStateException when nobody is logged in
     */
    default void requireAdministrator() {
        if (!isAdministrator()) {
            throw new NotFound("Không có trang này, hoặc trang chỉ dành cho quản trị hệ thống.");
        }
    }

    /** Looks something up after the caller's right to it has been established by other means. */
    <T> T asSystem(Supplier<T> lookup);
}
