package vn.dusinhhoat.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dusinhhoat.template.Signature.Authority;

/**
 * What an installation may set under {@code dusinhhoat.documents.}. In every text {@code {cấp ủy}}, {@code {cấp trên}},
 * {@code {địa danh}}, {@code {viết tắt}} and {@code {năm}} stand for the issuer's committee, the one above it, its place, its
 * committee's abbreviation and the year.
 *
 * @param layouts       folder with layouts of the office's own, by the name of the shipped one; unset means: none
 * @param abbreviations of committees, by what their names begin with
 * @param plan          words of yearly plans by level
 */
@ConfigurationProperties("dusinhhoat.documents")
record DocumentProperties(Path layouts, @DefaultValue Map<String, String> abbreviations, @DefaultValue Map<Issuer.Level, Words> plan) {

    /**
     * The words of one type of document at one level.
     *
     * @param superiorBody left heading, first line; empty for none
     * @param issuingBody  left heading, second line
     * @param symbol       what follows the number
     * @param type         name of the type
     * @param summary      what it is about
     * @param introduction paragraphs before the first heading
     * @param arrangements paragraphs of the last part
     * @param authority    by what right it is signed
     * @param principal    for whom it is signed
     * @param post         post of the signer
     * @param recipients   whom it goes to, without dashes and commas
     * @param archive      who keeps it
     */
    record Words(@DefaultValue("") String superiorBody, String issuingBody, String symbol, String type, String summary,
                 @DefaultValue List<String> introduction, @DefaultValue List<String> arrangements, Authority authority,
                 @DefaultValue("") String principal, String post, @DefaultValue List<String> recipients, String archive) {
    }
}
