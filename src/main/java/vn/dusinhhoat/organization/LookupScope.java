package vn.dusinhhoat.organization;

import java.util.Set;

/**
 * What of the organisation somebody may look up.
 *
 * @param everything an administrator sees all
 * @param unitCodes  codes of the units somebody belongs to or leads; of no effect with {@code everything}
 */
public record LookupScope(boolean everything, Set<String> unitCodes) {
}
