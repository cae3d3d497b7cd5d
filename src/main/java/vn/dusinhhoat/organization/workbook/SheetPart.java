package vn.dusinhhoat.organization.workbook;

import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;

/** Reads one sheet's part, line by line. */
final class SheetPart {

    private final XMLStreamReader xml;
    private final CellValues values;
    private final WorkbookListener listener;
    private boolean goOn = true;
    private int line;

    SheetPart(InputStream content, CellValues values, WorkbookListener listener) throws XMLStreamException {
        this.xml = WorkbookReader.secureXml().createXMLStreamReader(content);
        this.values = values;
        this.listener = listener;
    }

    void read() throws XMLStreamException {
        while (goOn && xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("row")) {
                    row();
                } else if (xml.getLocalName().equals("mergeCell")) {
                    listener.merged(xml.getAttributeValue(null, "ref"));
                }
            }
        }
    }

    private void row() throws XMLStreamException {
        String number = xml.getAttributeValue(null, "r");
        line = number == null ? line + 1 : Integer.parseInt(number);
        boolean hidden = WorkbookReader.isTrue(xml.getAttributeValue(null, "hidden"));
        SortedMap<Integer, RawCell> cells = new TreeMap<>();
        int column = -1;
        while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("row")) {
            if (xml.isStartElement() && xml.getLocalName().equals("c")) {
                String reference = xml.getAttributeValue(null, "r");
                column = reference == null ? column + 1 : new CellReference(reference).getCol();
                RawCell cell = cell();
                if (cell != null) {
                    cells.put(column, cell);
                }
            }
        }
        if (!cells.isEmpty()) {
            goOn = listener.row(new RawRow(line, hidden, cells));
        }
    }

    private RawCell cell() throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        boolean formula = false;
        StringBuilder value = null;
        boolean phonetic = false;
        boolean reading = false;
        while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("c")) {
            if (xml.isStartElement()) {
                String name = xml.getLocalName();
                formula |= name.equals("f");
                phonetic |= name.equals("rPh");
                reading = name.equals("v") || name.equals("t") && !phonetic;
                if (reading && value == null) {
                    value = new StringBuilder();
                }
            } else if (xml.isEndElement()) {
                reading = false;
                phonetic &= !xml.getLocalName().equals("rPh");
            } else if (reading && xml.isCharacters()) {
                value.append(xml.getText());
            }
        }
        return values.of(type, style, formula, value == null ? null : value.toString());
    }
}
