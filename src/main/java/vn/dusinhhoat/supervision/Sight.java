package vn.dusinhhoat.supervision;

import java.util.List;
import java.util.Set;

/**
 * What somebody sees of the board and may do on it.
 *
 * @param everything whether units matter at all: not to administrators
 * @param units      codes of the units whose cases the caller sees
 * @param actsFor    codes of the units whose staff the caller belongs to, and of all below
 * @param groups     of the caller, among them the bodies they belong to
 * @param hidden     user ids whose own lateness is not for the caller to see (ruling B5): members of a Thường trực, except
 *                   to themselves and to its permanent deputy
 */
public record Sight(String userId, boolean everything, List<String> units, Set<String> actsFor, List<String> groups, List<String> hidden) {

    /** Whether the caller may act anywhere. */
    public boolean acts() {
        return everything || !actsFor.isEmpty();
    }

    /** Staff of the unit or of one above; administrators move limits and tasks, but urge and excuse nobody. */
    boolean mayDo(BoardAction action, String unitCode) {
        return unitCode != null && actsFor.contains(unitCode)
                || everything && (action == BoardAction.EXTEND || action == BoardAction.HAND_OVER);
    }
}
