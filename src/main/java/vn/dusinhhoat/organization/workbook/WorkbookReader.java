package vn.dusinhhoat.organization.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;

/** Reads workbooks as a stream: what a file holds never has to fit into memory, however it was packed. */
public final class WorkbookReader {

    private static final String SAVE_AS = "Mở tệp bằng Excel hoặc LibreOffice, lưu lại dạng Excel Workbook (.xlsx) rồi tải lên.";
    private static final String ENCRYPTED = "EncryptedPackage";
    private static final long LARGEST_PART = 100L << 20;
    private static final double SMALLEST_RATIO = 0.002;
    private static final int MOST_PARTS = 500;

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMinInflateRatio(SMALLEST_RATIO);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
    }

    private WorkbookReader() {
    }

    /**
     * Reads the file.
     *
     * @throws NotAWorkbook when it is no .xlsx, is locked, damaged, carries macros or would swell beyond measure
     * @throws IOException  when the file cannot be read from disk
     */
    public static void read(Path file, WorkbookListener listener) throws NotAWorkbook, IOException {
        checkMagic(file);
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            checkKind(parts);
            read(new XSSFReader(parts), listener);
        } catch (OpenXML4JException | XMLStreamException | IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private static void checkMagic(Path file) throws IOException, NotAWorkbook {
        FileMagic magic = FileMagic.valueOf(file.toFile());
        if (magic == FileMagic.OLE2) {
            try (POIFSFileSystem old = new POIFSFileSystem(file.toFile(), true)) {
                if (old.getRoot().hasEntry(ENCRYPTED)) {
                    throw new NotAWorkbook("Tệp được bảo vệ bằng mật khẩu", "Bỏ mật khẩu của tệp, lưu lại rồi tải lên.");
                }
            } catch (IOException | RuntimeException e) {
                throw damaged(e);
            }
            throw new NotAWorkbook("Tệp ở định dạng Excel cũ (.xls)", SAVE_AS);
        }
        if (magic != FileMagic.OOXML) {
            throw new NotAWorkbook(Files.size(file) == 0 ? "Tệp rỗng" : "Tệp không phải bảng tính Excel (.xlsx)", SAVE_AS);
        }
    }

    private static void checkKind(OPCPackage parts) throws OpenXML4JException, NotAWorkbook {
        boolean macros = !parts.getPartsByContentType(XSSFRelation.MACROS_WORKBOOK.getContentType()).isEmpty()
                || !parts.getPartsByContentType(XSSFRelation.MACRO_TEMPLATE_WORKBOOK.getContentType()).isEmpty()
                || !parts.getPartsByContentType(XSSFRelation.VBA_MACROS.getContentType()).isEmpty();
        if (macros) {
            throw new NotAWorkbook("Tệp có chứa macro", SAVE_AS);
        }
        if (parts.getPartsByContentType(XSSFRelation.WORKBOOK.getContentType()).isEmpty()) {
            throw new NotAWorkbook("Tệp không phải bảng tính Excel (.xlsx)", SAVE_AS);
        }
    }

    private static NotAWorkbook damaged(Exception cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            String said = String.valueOf(each.getMessage());
            if (said.contains("Zip bomb") || said.contains("zip bomb") || said.contains("too many")) {
                return new NotAWorkbook("Tệp nén quá mức cho phép, có thể là tệp phá hoại", "Không dùng tệp này; lập lại từ tệp mẫu.", cause);
            }
        }
        return new NotAWorkbook("Tệp bị hỏng hoặc không phải bảng tính Excel (.xlsx)", SAVE_AS, cause);
    }

    private static void read(XSSFReader workbook, WorkbookListener listener)
            throws OpenXML4JException, IOException, XMLStreamException {
        WorkbookPart part = WorkbookPart.read(workbook);
        CellValues values = new CellValues(workbook.getSharedStringsTable(), workbook.getStylesTable(), part.date1904());
        XSSFReader.SheetIterator sheets = workbook.getSheetIterator();
        while (sheets.hasNext()) {
            try (InputStream content = sheets.next()) {
                String name = sheets.getSheetName();
                if (listener.sheet(name, part.hiddenSheets().contains(name))) {
                    new SheetPart(content, values, listener).read();
                    listener.end();
                }
            }
        }
    }

    /**
     * What the workbook says about itself.
     *
     * @param date1904 whether days are counted from 1904
     */
    private record WorkbookPart(boolean date1904, Set<String> hiddenSheets) {

        static WorkbookPart read(XSSFReader workbook) throws OpenXML4JException, IOException, XMLStreamException {
            boolean date1904 = false;
            Set<String> hidden = new java.util.HashSet<>();
            try (InputStream data = workbook.getWorkbookData()) {
                XMLStreamReader xml = secureXml().createXMLStreamReader(data);
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                        if (xml.getLocalName().equals("workbookPr")) {
                            date1904 = isTrue(xml.getAttributeValue(null, "date1904"));
                        } else if (xml.getLocalName().equals("sheet")
                                && !"visible".equals(java.util.Objects.requireNonNullElse(xml.getAttributeValue(null, "state"), "visible"))) {
                            hidden.add(xml.getAttributeValue(null, "name"));
                        }
                    }
                }
            }
            return new WorkbookPart(date1904, hidden);
        }
    }

    static XMLInputFactory secureXml() {
        return XMLHelper.newXMLInputFactory();
    }

    static boolean isTrue(String attribute) {
        return "1".equals(attribute) || "true".equals(attribute);
    }
}
