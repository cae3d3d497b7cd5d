package vn.dusinhhoat.platform;

/**
 * What was asked for does not exist, or is not for the caller to know of: both look the same. Every door answers it with
 * HTTP 404 and its sentence.
 */
public class NotFound extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NotFound(String vietnameseSentence) {
        super(vietnameseSentence);
    }
}
