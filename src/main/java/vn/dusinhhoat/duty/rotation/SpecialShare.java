package vn.dusinhhoat.duty.rotation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many of the visits that one unit plans in one go are at special areas (II.1a, ruling A12). A special cell counts as much
 * as (1 + weight) others, so it is visited that many times as often, and the others get what is theirs however many special
 * cells there are. Special cells come first: as long as some of them have no visit, the earlier periods go to them; further
 * visits to them are spread over the periods that are left. A visit planned alone has no share: it goes by turn.
 */
public final class SpecialShare {

    private final int visits;
    private int toCome;
    private int given;
    private final Set<Long> visited = new HashSet<>();

    /** @param visits of the unit in all periods that are planned together */
    public SpecialShare(int visits) {
        this.visits = visits;
        this.toCome = visits;
    }

    boolean isNone() {
        return visits <= 1;
    }

    /**
     * Of the next period's visits those that are at special cells, unless the others have no meeting left.
     *
     * @param cells    of the unit in that period
     * @param ofPeriod its visits
     */
    int next(List<Candidate> cells, int ofPeriod) {
        int left = Math.max(0, inAll(cells) - given);
        int withoutVisit = (int) cells.stream().filter(cell -> cell.isSpecial() && !visited.contains(cell.cellId())).count();
        int spread = toCome == 0 ? left : (int) ((long) left * ofPeriod / toCome);
        toCome = Math.max(0, toCome - ofPeriod);
        return Math.max(spread, Math.min(left, withoutVisit));
    }

    /** Rounded up. */
    private int inAll(List<Candidate> cells) {
        long special = cells.stream().filter(Candidate::isSpecial).mapToLong(cell -> 1 + cell.weight()).sum();
        long all = special + cells.stream().filter(cell -> !cell.isSpecial()).count();
        return all == 0 ? 0 : (int) ((visits * special + all - 1) / all);
    }

    void give(Candidate cell) {
        if (cell.isSpecial()) {
            given++;
            visited.add(cell.cellId());
        }
    }
}
