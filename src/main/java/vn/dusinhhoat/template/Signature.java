package vn.dusinhhoat.template;

/**
 * Who signs a document and by what authority (row 9 of the research of layouts).
 *
 * @param authority by what right
 * @param principal for whom it is signed: "Ban Thường vụ", "Trưởng ban"; empty with {@link Authority#OWN}
 * @param post      post of the signer: "Phó Bí thư Thường trực"
 * @param signer    name of the signer; null or empty while not settled
 */
public record Signature(Authority authority, String principal, String post, String signer) {

    /** The same with somebody who signs. */
    public Signature by(String newPost, String newSigner) {
        return new Signature(authority, principal, newPost, newSigner);
    }

    /** By what right somebody signs, as Party documents write it: with a slash. */
    public enum Authority {

        /** On behalf of a body. */
        ON_BEHALF("T/M"),
        /** In place of its head. */
        IN_PLACE("K/T"),
        /** By order of a body or its head. */
        BY_ORDER("T/L"),
        /** In the signer's own right. */
        OWN("");

        private final String mark;

        Authority(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }
    }
}
