package vn.dusinhhoat.platform;

import java.util.List;

/** Pages of what is in memory already. */
public final class Pages {

    private Pages() {
    }

    /** The page, counted from 0; empty after the last one. */
    public static <T> List<T> page(List<T> all, int page, int size) {
        int from = (int) Math.min(all.size(), (long) page * size);
        return List.copyOf(all.subList(from, Math.min(all.size(), from + size)));
    }
}
