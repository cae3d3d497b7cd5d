package vn.dusinhhoat.platform;

/**
 * Somebody wants to do what is somebody else's to do, or nobody's. Every door answers it with HTTP 403 and its sentence,
 * and nothing is stored.
 */
public class NotPermitted extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NotPermitted(String vietnameseSentence) {
        super(vietnameseSentence);
    }
}
