package vn.dusinhhoat.template;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dusinhhoat.template.TestPlans.COMMUNE;
import static vn.dusinhhoat.template.TestPlans.DISTRICT;
import static vn.dusinhhoat.template.TestPlans.PROVINCE;
import static vn.dusinhhoat.template.TestPlans.YEAR;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dusinhhoat.template.Signature.Authority;

/** Who signs and receives at each level, as shipped and as an installation sets it. */
class DocumentFramesTest {

    private final DocumentFrames frames = TestPlans.frames();

    @Test
    void theProvinceIssuesOnBehalfOfItsBanThuongVu() {
        DocumentFrame frame = frames.plan(PROVINCE, YEAR);
        assertThat(frame.letterhead()).isEqualTo(new Letterhead("", "Tỉnh ủy Nghệ An", null, "KH/TU", "Nghệ An", null));
        assertThat(frame.signature()).isEqualTo(new Signature(Authority.ON_BEHALF, "Ban Thường vụ", "Phó Bí thư Thường trực", null));
        assertThat(frame.recipients().to()).first().isEqualTo("Ban Tổ chức Trung ương (để b/c)");
        assertThat(frame.recipients().archive()).isEqualTo("Lưu Văn phòng Tỉnh ủy");
        assertThat(frame.draft()).isTrue();
        assertThat(frame.summary()).endsWith("năm 2027");
    }

    @Test
    void lowerLevelsNameTheCommitteeAboveAndTheirOwnAbbreviation() {
        assertThat(frames.plan(DISTRICT, YEAR).letterhead())
                .isEqualTo(new Letterhead("Tỉnh ủy Nghệ An", "Huyện ủy Nam Đàn", null, "KH/HU", "Nam Đàn", null));
        assertThat(frames.plan(COMMUNE, YEAR).letterhead())
                .isEqualTo(new Letterhead("Tỉnh ủy Nghệ An", "Đảng ủy xã Kim Liên", null, "KH/ĐU", "Kim Liên", null));
        assertThat(frames.plan(COMMUNE, YEAR).recipients().to()).contains("Thường trực Tỉnh ủy Nghệ An (để b/c)");
    }

    @ParameterizedTest
    @EnumSource(Issuer.Level.class)
    void everyNameIsFilledInAtEveryLevel(Issuer.Level level) {
        Issuer issuer = new Issuer(level, "Đảng ủy xã Kim Liên", "Tỉnh ủy Nghệ An", "Kim Liên");
        assertThat(frames.planIntroduction(issuer, YEAR)).isNotEmpty().noneMatch(text -> text.contains("{"));
        assertThat(frames.planArrangements(issuer, YEAR)).isNotEmpty().noneMatch(text -> text.contains("{"));
        assertThat(frames.plan(issuer, YEAR).toString()).doesNotContain("{").contains("KH/ĐU");
    }

    @Test
    void anInstallationSetsItsOwnWordsAndKeepsTheRest() {
        String prefix = "dusinhhoat.documents.plan.province.";
        DocumentFrames own = new DocumentFrames(TestPlans.words(Map.of(prefix + "superior-body", "{cấp ủy}", prefix + "issuing-body", "Ban Tổ chức",
                prefix + "symbol", "KH/BTCTU", prefix + "authority", "IN_PLACE", prefix + "principal", "Trưởng ban", prefix + "post", "Phó Trưởng ban")));
        DocumentFrame frame = own.plan(PROVINCE, YEAR);
        assertThat(frame.letterhead()).isEqualTo(new Letterhead("Tỉnh ủy Nghệ An", "Ban Tổ chức", null, "KH/BTCTU", "Nghệ An", null));
        assertThat(frame.signature()).isEqualTo(new Signature(Authority.IN_PLACE, "Trưởng ban", "Phó Trưởng ban", null));
        assertThat(frame.recipients()).isEqualTo(frames.plan(PROVINCE, YEAR).recipients());
    }

    @Test
    void aNameThatLooksLikeAPlaceIsNotFilledInAgain() {
        Issuer strange = new Issuer(Issuer.Level.PROVINCE, "Tỉnh ủy {năm} $1", "", "Nghệ An");
        assertThat(frames.plan(strange, YEAR).letterhead().issuingBody()).isEqualTo("Tỉnh ủy {năm} $1");
    }

    @Test
    void whatIsIssuedIsNoDraftAndHasNumberAndDay() {
        DocumentFrame issued = frames.plan(PROVINCE, YEAR).issued("12", LocalDate.of(2026, 12, 3)).signedBy("Bí thư", "Nguyễn Văn An");
        assertThat(issued.draft()).isFalse();
        assertThat(issued.letterhead().number()).isEqualTo("12");
        assertThat(issued.letterhead().date()).isEqualTo(LocalDate.of(2026, 12, 3));
        assertThat(issued.signature()).isEqualTo(new Signature(Authority.ON_BEHALF, "Ban Thường vụ", "Bí thư", "Nguyễn Văn An"));
    }
}
