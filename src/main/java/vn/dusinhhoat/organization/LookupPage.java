package vn.dusinhhoat.organization;

import java.util.List;

/**
 * One page of hits.
 *
 * @param items what was found, in Vietnamese order
 * @param more  whether a further page has something
 */
public record LookupPage<T>(List<T> items, boolean more) {

    /** Hits on a page. */
    public static final int SIZE = 20;

    static <T> LookupPage<T> of(List<T> oneMoreThanAPage) {
        boolean more = oneMoreThanAPage.size() > SIZE;
        return new LookupPage<>(more ? List.copyOf(oneMoreThanAPage.subList(0, SIZE)) : oneMoreThanAPage, more);
    }
}
