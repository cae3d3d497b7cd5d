package vn.dusinhhoat.template;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.dusinhhoat.template.DocumentProperties.Words;

/** The words around a document by level, as the installation has set them. */
@Service
public class DocumentFrames {

    private final DocumentProperties properties;

    DocumentFrames(DocumentProperties properties) {
        this.properties = properties;
    }

    /** Frame of a yearly plan as a draft: without number and date, nobody's name under it yet. */
    public DocumentFrame plan(Issuer issuer, int year) {
        Words words = properties.plan().get(issuer.level());
        Names names = names(issuer, year);
        Letterhead letterhead = new Letterhead(names.in(words.superiorBody()), names.in(words.issuingBody()), null,
                names.in(words.symbol()), issuer.place(), null);
        Signature signature = new Signature(words.authority(), names.in(words.principal()), names.in(words.post()), null);
        Recipients recipients = new Recipients(names.in(words.recipients()), names.in(words.archive()));
        return new DocumentFrame(letterhead, names.in(words.type()), names.in(words.summary()), signature, recipients, true);
    }

    /** Paragraphs before a plan's first heading. */
    public List<String> planIntroduction(Issuer issuer, int year) {
        return names(issuer, year).in(properties.plan().get(issuer.level()).introduction());
    }

    /** Paragraphs of a plan's last part. */
    public List<String> planArrangements(Issuer issuer, int year) {
        return names(issuer, year).in(properties.plan().get(issuer.level()).arrangements());
    }

    private Names names(Issuer issuer, int year) {
        String abbreviation = properties.abbreviations().entrySet().stream()
                .filter(each -> issuer.committee().startsWith(each.getKey())).map(Map.Entry::getValue).findFirst().orElse("");
        return new Names(Map.of("cấp ủy", issuer.committee(), "cấp trên", issuer.superior(), "địa danh", issuer.place(),
                "viết tắt", abbreviation, "năm", String.valueOf(year)));
    }
}
