package vn.dusinhhoat.platform;

/**
 * What a person did is against a rule of the plan or cannot be done now. The message is one Vietnamese sentence for
 * that person: what is wrong and what to do. Every door (Tasklist, REST, own pages) answers it with HTTP 400 and
 * exactly this sentence, and nothing is stored.
 */
public class RuleViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RuleViolation(String vietnameseSentence) {
        super(vietnameseSentence);
    }
}
