package vn.dusinhhoat.template.layout;

/** A layout cannot be filled; the message is one Vietnamese sentence for the clerk who made it. */
public final class UnfitLayout extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitLayout(String vietnameseSentence) {
        super(vietnameseSentence);
    }

    UnfitLayout(String vietnameseSentence, Throwable cause) {
        super(vietnameseSentence, cause);
    }
}
