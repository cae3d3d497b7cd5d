package vn.dusinhhoat.access;

/**
 * A person's name as the engine's user holds it. Camunda shows "first last": the Vietnamese order is family name first,
 * given name last.
 */
public record DisplayName(String first, String last) {

    /** @param fullName Vietnamese full name, given name last */
    public static DisplayName of(String fullName) {
        int lastSpace = fullName.lastIndexOf(' ');
        return new DisplayName(lastSpace < 0 ? "" : fullName.substring(0, lastSpace), fullName.substring(lastSpace + 1));
    }
}
