package vn.dusinhhoat.attendance;

/**
 * The organisation or the duty table has no answer to where a report goes. It becomes an incident with this Vietnamese
 * sentence, which names units and ids but no person; never a silent default.
 */
public class RoutingImpossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RoutingImpossible(String sentence) {
        super(sentence);
    }
}
