package vn.dusinhhoat.template.layout;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.dusinhhoat.platform.OutsideText;

/** Writes pieces with their values as a stream, so that a document's size is not limited by memory. */
final class PieceWriter {

    /** XML does not take them, whoever typed them. */
    private static final Pattern NO_CHARACTERS = Pattern.compile("[\uFFFE\uFFFF]");
    private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

    private final XMLStreamWriter xml;
    private final Deque<Values> scopes = new ArrayDeque<>();

    PieceWriter(XMLStreamWriter xml, Values values) {
        this.xml = xml;
        scopes.push(values);
    }

    void write(Piece piece) throws XMLStreamException {
        if (piece instanceof Piece.Element element) {
            write(element);
        } else if (piece instanceof Piece.Characters characters) {
            xml.writeCharacters(characters.text());
        } else if (piece instanceof Piece.Words words) {
            write(words);
        } else if (piece instanceof Piece.Repeated repeated) {
            write(repeated);
        }
    }

    private void writeAll(List<Piece> pieces) throws XMLStreamException {
        for (Piece piece : pieces) {
            write(piece);
        }
    }

    private void write(Piece.Element element) throws XMLStreamException {
        start(element.name());
        for (Map.Entry<String, String> namespace : element.namespaces().entrySet()) {
            if (namespace.getKey().isEmpty()) {
                xml.writeDefaultNamespace(namespace.getValue());
            } else {
                xml.writeNamespace(namespace.getKey(), namespace.getValue());
            }
        }
        for (Map.Entry<QName, String> attribute : element.attributes().entrySet()) {
            QName name = attribute.getKey();
            xml.writeAttribute(name.getPrefix(), name.getNamespaceURI(), name.getLocalPart(), attribute.getValue());
        }
        writeAll(element.content());
        xml.writeEndElement();
    }

    private void start(QName name) throws XMLStreamException {
        xml.writeStartElement(name.getPrefix(), name.getLocalPart(), name.getNamespaceURI());
    }

    private void write(Piece.Repeated repeated) throws XMLStreamException {
        List<Values> all = each(repeated.name());
        if (repeated.whenEmpty()) {
            if (all.isEmpty()) {
                writeAll(repeated.content());
            }
            return;
        }
        for (Values values : all) {
            scopes.push(values);
            writeAll(repeated.content());
            scopes.pop();
        }
    }

    private void write(Piece.Words words) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (Piece.Word word : words.words()) {
            text.append(word.place() ? filledIn(word.text()) : word.text());
        }
        String[] lines = text.toString().split("\n", -1);
        for (int index = 0; index < lines.length; index++) {
            if (index > 0) {
                xml.writeEmptyElement(words.element().getPrefix(), "br", words.element().getNamespaceURI());
            }
            start(words.element());
            xml.writeAttribute("xml", XML_NAMESPACE, "space", "preserve");
            xml.writeCharacters(lines[index]);
            xml.writeEndElement();
        }
    }

    private String filledIn(String name) {
        return scopes.stream().map(scope -> scope.text(name)).filter(java.util.Objects::nonNull).findFirst()
                .map(PieceWriter::shown)
                .orElseThrow(() -> new UnfitLayout("Bố cục có chỗ điền {{" + name + "}} mà văn bản này không có."));
    }

    private List<Values> each(String name) {
        return scopes.stream().map(scope -> scope.each(name)).filter(java.util.Objects::nonNull).findFirst()
                .orElseThrow(() -> new UnfitLayout("Bố cục có phần {{#" + name + "}} mà văn bản này không có."));
    }

    /** What people see of a text, in one piece: a tab is a space, a line break stays one. */
    private static String shown(String value) {
        return NO_CHARACTERS.matcher(OutsideText.shown(value).replace('\t', ' ')).replaceAll("");
    }
}
