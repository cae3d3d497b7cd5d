package vn.dusinhhoat.revision.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Document;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that somebody may have made to hurt: no document type, no entities, no depth without end. */
final class SafeXml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final int DEEPEST = 60;

    private SafeXml() {
    }

    static Optional<Document> read(String file, byte[] content, Findings findings) {
        try {
            SAXParserFactory flat = SAXParserFactory.newInstance();
            flat.setFeature(NO_DOCTYPE, true);
            flat.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            flat.newSAXParser().parse(new ByteArrayInputStream(content), new DepthLimit());
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(builder.parse(new ByteArrayInputStream(content)));
        } catch (SAXParseException broken) {
            boolean doctype = broken.getMessage() != null && broken.getMessage().contains("DOCTYPE");
            findings.add(file + ", dòng " + broken.getLineNumber(),
                    doctype ? "tệp có khai báo DOCTYPE, là cách đưa mã và tệp lạ vào hệ thống" : "tệp không phải XML đúng cú pháp",
                    doctype ? "xóa khai báo DOCTYPE" : "lưu lại sơ đồ bằng trình vẽ rồi tải lên");
        } catch (SAXException | IOException broken) {
            findings.add(file, "không đọc được tệp, hoặc các phần tử lồng nhau quá " + DEEPEST + " lớp",
                    "lưu lại sơ đồ bằng trình vẽ rồi tải lên");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return Optional.empty();
    }

    private static final class DepthLimit extends DefaultHandler {

        private int depth;

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
            depth++;
            if (depth > DEEPEST) {
                throw new SAXException("too deep");
            }
        }

        @Override
        public void endElement(String uri, String localName, String name) {
            depth--;
        }
    }
}
