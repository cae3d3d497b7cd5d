package vn.dusinhhoat.template.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.xml.sax.SAXException;

/**
 * A Word document with places to be filled, as a clerk makes it in Word or LibreOffice (ADR 0014). Body, headers and footers
 * are filled; everything else of the file goes over as it is. It keeps nothing of what it filled in; threads may share it.
 */
public final class WordLayout {

    private static final Set<String> FILLED = Set.of(XWPFRelation.DOCUMENT.getContentType(), XWPFRelation.HEADER.getContentType(),
            XWPFRelation.FOOTER.getContentType());

    private final byte[] file;
    private final Map<PackagePartName, Piece> parts;

    private WordLayout(byte[] file, Map<PackagePartName, Piece> parts) {
        this.file = file;
        this.parts = parts;
    }

    /**
     * Reads a layout (.docx).
     *
     * @throws UnfitLayout when it is no such file or its marks do not fit together
     */
    public static WordLayout read(InputStream content) throws IOException {
        byte[] file = content.readAllBytes();
        Map<PackagePartName, Piece> parts = new LinkedHashMap<>();
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(file))) {
            for (PackagePart part : filledParts(opened)) {
                try (InputStream xml = part.getInputStream()) {
                    parts.put(part.getPartName(), LayoutCompiler.compile(DocumentHelper.readDocument(xml)));
                }
            }
            opened.revert();
        } catch (UnfitLayout e) {
            throw e;
        } catch (OpenXML4JException | SAXException | IOException | RuntimeException e) {
            throw notWord(e);
        }
        return new WordLayout(file, parts);
    }

    private static List<PackagePart> filledParts(OPCPackage opened) {
        List<PackagePart> parts = new ArrayList<>();
        for (String type : FILLED) {
            parts.addAll(opened.getPartsByContentType(type));
        }
        if (opened.getPartsByContentType(XWPFRelation.DOCUMENT.getContentType()).isEmpty()) {
            throw notWord(null);
        }
        return parts;
    }

    private static UnfitLayout notWord(Exception cause) {
        return new UnfitLayout("Tệp bố cục không phải văn bản Word (.docx): mở bằng Word hoặc LibreOffice, lưu lại dạng .docx.", cause);
    }

    /**
     * Writes the document; the stream stays open.
     *
     * @throws UnfitLayout when the layout asks for something that there is no value for
     */
    public void fill(Values values, OutputStream out) throws IOException {
        try (OPCPackage document = OPCPackage.open(new ByteArrayInputStream(file))) {
            for (Map.Entry<PackagePartName, Piece> part : parts.entrySet()) {
                PackagePart target = document.getPart(part.getKey());
                try (OutputStream content = target.getOutputStream()) {
                    write(part.getValue(), values, content);
                }
            }
            document.save(out);
            document.revert();
        } catch (OpenXML4JException | XMLStreamException e) {
            throw new IOException("A layout that was read could not be filled.", e);
        }
    }

    private static void write(Piece root, Values values, OutputStream content) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(content, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        new PieceWriter(xml, values).write(root);
        xml.writeEndDocument();
        xml.close();
    }
}
