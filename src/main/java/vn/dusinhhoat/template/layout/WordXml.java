package vn.dusinhhoat.template.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the parts of a Word document are called, and their texts. */
final class WordXml {

    static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String PARAGRAPH = "p";
    static final String ROW = "tr";
    static final String CELL = "tc";
    static final String TEXT = "t";

    private WordXml() {
    }

    static boolean is(Node node, String name) {
        return node instanceof Element && NAMESPACE.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    /** The elements that hold the text of a paragraph or row, in order. */
    static List<Element> texts(Node of) {
        List<Element> texts = new ArrayList<>();
        for (Node child = of.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (is(child, TEXT)) {
                texts.add((Element) child);
            } else {
                texts.addAll(texts(child));
            }
        }
        return texts;
    }

    static String text(Node of) {
        return texts(of).stream().map(Node::getTextContent).collect(Collectors.joining());
    }
}
