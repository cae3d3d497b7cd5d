package vn.dusinhhoat.supervision;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Where the system itself stands still: never a person's lateness.
 *
 * @param stuck how many altogether
 * @param items each kind, also those of which there is none
 */
public record StuckParts(int stuck, List<Item> items) {

    /**
     * One kind of standstill.
     *
     * @param oldestAt since when; null when there is none
     * @param advice   what to do, in Vietnamese
     * @param link     within Cockpit; null when it is not there
     */
    public record Item(String code, String label, int count, OffsetDateTime oldestAt, String advice, String link) {
    }
}
