package vn.dusinhhoat.template.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import vn.dusinhhoat.template.layout.Piece.Repeated;

/** From a part of a Word document to the pieces that are filled, whatever the program that saved it did to its runs. */
final class LayoutCompiler {

    private LayoutCompiler() {
    }

    /**
     * The part's root element.
     *
     * @throws UnfitLayout when its marks do not fit together
     */
    static Piece.Element compile(Document part) {
        joinCutMarks(part.getDocumentElement());
        return element(part.getDocumentElement());
    }

    /** Word cuts a text wherever spelling, language or an edit changes; a mark is brought together where it begins. */
    private static void joinCutMarks(Node in) {
        for (Node child = in.getFirstChild(); child != null; child = child.getNextSibling()) {
            joinCutMarks(child);
        }
        if (WordXml.is(in, WordXml.PARAGRAPH)) {
            List<Element> texts = WordXml.texts(in);
            for (int index = 0; index < texts.size(); index++) {
                complete(texts, index);
            }
        }
    }

    private static void complete(List<Element> texts, int index) {
        String text = texts.get(index).getTextContent();
        for (int next = index + 1; next < texts.size() && Marks.unfinished(text) >= 0; next++) {
            String both = text + texts.get(next).getTextContent();
            int start = both.indexOf("{{", Marks.unfinished(text));
            if (start < 0) {
                break;
            }
            int end = both.indexOf("}}", start);
            text = end < 0 ? both : both.substring(0, end + 2);
            texts.get(next).setTextContent(both.substring(text.length()));
        }
        if (text.lastIndexOf("{{") > text.lastIndexOf("}}")) {
            throw new UnfitLayout("Dấu \"" + text.substring(text.lastIndexOf("{{")) + "\" thiếu }} trong cùng một đoạn.");
        }
        texts.get(index).setTextContent(text);
    }

    private static Piece.Element element(Element element) {
        Map<String, String> namespaces = new LinkedHashMap<>();
        Map<QName, String> attributes = new LinkedHashMap<>();
        NamedNodeMap all = element.getAttributes();
        for (int index = 0; index < all.getLength(); index++) {
            Node attribute = all.item(index);
            if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                namespaces.put(attribute.getPrefix() == null ? "" : attribute.getLocalName(), attribute.getNodeValue());
            } else {
                attributes.put(name(attribute), attribute.getNodeValue());
            }
        }
        List<Piece> content = content(element.getFirstChild(), null);
        if (WordXml.is(element, WordXml.CELL) && !endsWithParagraph(content)) {
            throw new UnfitLayout("Ô bảng \"" + WordXml.text(element) + "\" phải kết thúc bằng một đoạn không lặp.");
        }
        return new Piece.Element(name(element), namespaces, attributes, content);
    }

    private static boolean endsWithParagraph(List<Piece> content) {
        for (int index = content.size() - 1; index >= 0; index--) {
            if (!(content.get(index) instanceof Piece.Characters)) {
                return content.get(index) instanceof Piece.Element last && last.name().getLocalPart().equals(WordXml.PARAGRAPH);
            }
        }
        return false;
    }

    private static List<Piece> content(Node first, Node end) {
        List<Piece> pieces = new ArrayList<>();
        for (Node node = first; node != end; node = node.getNextSibling()) {
            Marks.Opening opening = opening(node);
            if (opening != null) {
                node = part(node, opening, pieces);
            } else if (WordXml.is(node, WordXml.TEXT)) {
                pieces.add(new Piece.Words(name(node), Marks.words(node.getTextContent())));
            } else if (node instanceof Element element) {
                pieces.add(element(element));
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                pieces.add(new Piece.Characters(node.getNodeValue()));
            }
        }
        return pieces;
    }

    /** A row's own mark also closes at its end; one that does not belongs to the paragraph that it stands in. */
    private static Marks.Opening opening(Node node) {
        if (WordXml.is(node, WordXml.PARAGRAPH)) {
            return Marks.opening(WordXml.text(node));
        }
        String text = WordXml.is(node, WordXml.ROW) ? WordXml.text(node) : "";
        Marks.Opening opening = Marks.opening(text);
        return opening != null && Marks.closes(text, opening.name()) ? opening : null;
    }

    /** Adds the part that begins at a node and answers with its last node. */
    private static Node part(Node node, Marks.Opening opening, List<Piece> pieces) {
        String text = WordXml.text(node);
        if (Marks.closes(text, opening.name())) {
            withoutMarks(node);
            pieces.add(new Repeated(opening.name(), opening.whenEmpty(), List.of(element((Element) node))));
            return node;
        }
        if (opening.length() < text.stripTrailing().length()) {
            throw new UnfitLayout("Dấu mở {{#" + opening.name() + "}} không có dấu đóng {{/" + opening.name() + "}} ở cuối cùng đoạn hay dòng ấy;"
                    + " muốn lặp nhiều đoạn thì đặt mỗi dấu riêng một đoạn.");
        }
        for (Node last = node.getNextSibling(); last != null; last = last.getNextSibling()) {
            String closing = WordXml.is(last, WordXml.PARAGRAPH) ? WordXml.text(last) : "";
            if (Marks.opening(closing) == null && Marks.closes(closing, opening.name())) {
                pieces.add(new Repeated(opening.name(), opening.whenEmpty(), content(node.getNextSibling(), last)));
                return last;
            }
        }
        throw new UnfitLayout("Phần {{#" + opening.name() + "}} không có dấu đóng {{/" + opening.name() + "}}.");
    }

    private static void withoutMarks(Node node) {
        List<Element> texts = WordXml.texts(node).stream().filter(text -> !text.getTextContent().isEmpty()).toList();
        Element first = texts.get(0);
        first.setTextContent(Marks.withoutOpening(first.getTextContent()));
        Element last = texts.get(texts.size() - 1);
        last.setTextContent(Marks.withoutClosing(last.getTextContent()));
    }

    private static QName name(Node node) {
        return new QName(node.getNamespaceURI() == null ? "" : node.getNamespaceURI(), node.getLocalName(),
                node.getPrefix() == null ? "" : node.getPrefix());
    }
}
