package vn.dusinhhoat.testing;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A document as it comes out of the printer (PDF): what stands where, and its pages as images. Places in millimetres. */
public final class PrintedDocument implements Closeable {

    private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;
    private static final int DOTS_PER_MILLIMETRE = 4;
    private static final int DARK = 160;

    private final PDDocument document;
    private final PDFRenderer renderer;

    private PrintedDocument(PDDocument document) {
        this.document = document;
        this.renderer = new PDFRenderer(document);
    }

    /** Opens a PDF. */
    public static PrintedDocument open(Path pdf) throws IOException {
        return new PrintedDocument(Loader.loadPDF(pdf.toFile()));
    }

    /**
     * A piece of a line.
     *
     * @param left     from the left edge
     * @param baseline from the upper edge
     * @param size     of the letters, in points
     * @param font     name of the font, which says bold and italic
     */
    public record Piece(String text, double left, double right, double baseline, double size, String font) {
    }

    public int pages() {
        return document.getNumberOfPages();
    }

    /** @param page counted from 1 */
    public String text(int page) throws IOException {
        return pieces(page).stream().map(Piece::text).collect(Collectors.joining("\n"));
    }

    /** The first piece that begins with a text. */
    public Piece piece(int page, String beginning) throws IOException {
        return pieces(page).stream().filter(piece -> piece.text().startsWith(beginning)).findFirst()
                .orElseThrow(() -> new NoSuchElementException(beginning));
    }

    /** Everything on a page, from the top; what stands apart in one line is apart. */
    public List<Piece> pieces(int page) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> letters) {
                int from = 0;
                for (int index = 1; index <= letters.size(); index++) {
                    if (index == letters.size() || isApart(letters.get(index - 1), letters.get(index))) {
                        pieces.add(piece(letters.subList(from, index)));
                        from = index;
                    }
                }
            }
        };
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return pieces;
    }

    private static boolean isApart(TextPosition letter, TextPosition next) {
        return next.getXDirAdj() - letter.getXDirAdj() - letter.getWidthDirAdj() > letter.getFontSizeInPt()
                || next.getXDirAdj() < letter.getXDirAdj();
    }

    private static Piece piece(List<TextPosition> letters) {
        TextPosition first = letters.get(0);
        TextPosition last = letters.get(letters.size() - 1);
        String text = letters.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
        return new Piece(text.strip(), first.getXDirAdj() / POINTS_PER_MILLIMETRE,
                (last.getXDirAdj() + last.getWidthDirAdj()) / POINTS_PER_MILLIMETRE, first.getYDirAdj() / POINTS_PER_MILLIMETRE,
                first.getFontSizeInPt(), first.getFont().getName());
    }

    /** Draws every page into a folder as a picture, for people to look at. */
    public void drawInto(Path folder, String name) throws IOException {
        for (int page = 1; page <= pages(); page++) {
            ImageIO.write(image(page), "png", folder.resolve("%s-%02d.png".formatted(name, page)).toFile());
        }
    }

    /** Whether anything was drawn in an area, its edges included. */
    public boolean hasInk(int page, double left, double top, double right, double bottom) throws IOException {
        BufferedImage image = image(page);
        for (int y = dot(top); y < Math.min(dot(bottom), image.getHeight()); y++) {
            if (longestRun(image, y, dot(left), Math.min(dot(right), image.getWidth())) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Length of the longest horizontal line between two heights. */
    public double longestLine(int page, double left, double top, double right, double bottom) throws IOException {
        BufferedImage image = image(page);
        int longest = 0;
        for (int y = dot(top); y < dot(bottom); y++) {
            longest = Math.max(longest, longestRun(image, y, dot(left), dot(right)));
        }
        return (double) longest / DOTS_PER_MILLIMETRE;
    }

    private static int longestRun(BufferedImage image, int y, int from, int to) {
        int longest = 0;
        int run = 0;
        for (int x = from; x < to; x++) {
            run = (image.getRGB(x, y) & 0xFF) < DARK ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private BufferedImage image(int page) throws IOException {
        return renderer.renderImageWithDPI(page - 1, DOTS_PER_MILLIMETRE * 25.4f, ImageType.GRAY);
    }

    private static int dot(double millimetres) {
        return (int) Math.round(millimetres * DOTS_PER_MILLIMETRE);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
