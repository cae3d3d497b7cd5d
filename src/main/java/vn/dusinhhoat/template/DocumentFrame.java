package vn.dusinhhoat.template;

import java.time.LocalDate;

/**
 * What every Party document has around its content.
 *
 * @param letterhead heading, number, place and date
 * @param type       name of its type, in any case: "Kế hoạch"
 * @param summary    what it is about: "Dự sinh hoạt với chi bộ khu dân cư năm 2026"
 * @param signature  who signs
 * @param recipients whom it goes to
 * @param draft      whether it carries the mark "DỰ THẢO"
 */
public record DocumentFrame(Letterhead letterhead, String type, String summary, Signature signature, Recipients recipients,
                            boolean draft) {

    /** The same as a document in force. */
    public DocumentFrame issued(String number, LocalDate day) {
        return new DocumentFrame(letterhead.entered(number, day), type, summary, signature, recipients, false);
    }

    /** The same with somebody who signs. */
    public DocumentFrame signedBy(String post, String signer) {
        return new DocumentFrame(letterhead, type, summary, signature.by(post, signer), recipients, draft);
    }
}
