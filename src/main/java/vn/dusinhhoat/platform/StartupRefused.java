package vn.dusinhhoat.platform;

/** The application must not start; the message is one Vietnamese sentence that says why and what to do. */
public class StartupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartupRefused(String vietnameseSentence) {
        super(vietnameseSentence);
    }

    public StartupRefused(String vietnameseSentence, Throwable cause) {
        super(vietnameseSentence, cause);
    }
}
