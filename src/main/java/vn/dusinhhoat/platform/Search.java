package vn.dusinhhoat.platform;

/**
 * What somebody looks for. It comes in the body: an address is kept in logs of proxies and in browsers, and what is typed
 * may be a person's name (row D5).
 *
 * @param name part of a name; empty finds everything
 * @param page from 0
 */
public record Search(@Typed(value = "tên cần tìm", as = Typed.Shape.LINE) String name, int page) {

    public Search {
        name = name == null ? "" : name;
    }
}
