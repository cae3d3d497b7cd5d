package vn.dusinhhoat.template.layout;

import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;

/** What a part of a layout is made of. */
sealed interface Piece {

    /**
     * An element as it stands in the layout.
     *
     * @param namespaces declared here, by prefix
     */
    record Element(QName name, Map<String, String> namespaces, Map<QName, String> attributes, List<Piece> content) implements Piece {
    }

    /** Characters between elements. */
    record Characters(String text) implements Piece {
    }

    /** The text of a run, cut where something is filled in. */
    record Words(QName element, List<Word> words) implements Piece {
    }

    /**
     * A part that comes for each of the values of a name.
     *
     * @param whenEmpty comes once when there is none, instead
     */
    record Repeated(String name, boolean whenEmpty, List<Piece> content) implements Piece {
    }

    /** Of a run's text: as it stands, or the name of what is filled in. */
    record Word(String text, boolean place) {
    }
}
