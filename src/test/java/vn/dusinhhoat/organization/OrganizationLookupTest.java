package vn.dusinhhoat.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.organization.OrganizationLookup.Hit;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;

@ApplicationTest
class OrganizationLookupTest {

    private static final LookupScope ALL = new LookupScope(true, Set.of());
    private static final LookupScope KIM_LIEN = new LookupScope(false, Set.of("17971"));

    @Autowired
    private OrganizationLookup lookup;

    @ParameterizedTest
    @ValueSource(strings = {"Kim Liên", "kim lien", "KIM LIÊN", "  im liê ", "xa kim lien"})
    void findsAUnitHoweverItIsTyped(String typed) {
        assertThat(names(lookup.units(ALL, UnitLevel.COMMUNE, typed, 0))).containsExactly("Xã Kim Liên");
        assertThat(names(lookup.units(ALL, UnitLevel.COMMUNE, Normalizer.normalize(typed, Normalizer.Form.NFD), 0)))
                .containsExactly("Xã Kim Liên");
    }

    @Test
    void theLetterDWithStrokeIsFoundAsD() {
        assertThat(names(lookup.units(ALL, UnitLevel.COMMUNE, "do luong", 0))).containsExactly("Xã Đô Lương");
    }

    @Test
    void cellsAreSortedByTheValueOfTheirNumbersAndPaged() {
        List<String> first = names(lookup.units(KIM_LIEN, UnitLevel.CELL, "xom", 0));
        assertThat(first).hasSize(LookupPage.SIZE).startsWith("Chi bộ xóm 1", "Chi bộ xóm 2", "Chi bộ xóm 3")
                .endsWith("Chi bộ xóm 20");
        LookupPage<Hit> second = lookup.units(KIM_LIEN, UnitLevel.CELL, "xom", 1);
        assertThat(second.more()).isFalse();
        assertThat(names(second)).startsWith("Chi bộ xóm 21").doesNotContainAnyElementsOf(first);
        assertThat(second.items().get(0).context()).isEqualTo("Xã Kim Liên");
    }

    @Test
    void nobodyFindsWhatIsNotTheirs() {
        assertThat(names(lookup.units(KIM_LIEN, UnitLevel.COMMUNE, "", 0))).containsExactly("Xã Kim Liên");
        assertThat(lookup.people(KIM_LIEN, "", 0).items()).isNotEmpty().allMatch(hit -> hit.code().startsWith("17971-"));
        LookupScope nothing = new LookupScope(false, Set.of());
        assertThat(lookup.people(nothing, "", 0).items()).isEmpty();
        assertThat(lookup.units(nothing, UnitLevel.CELL, "", 0).items()).isEmpty();
    }

    @Test
    void peopleAreToldApartByTheirPosts() {
        Hit anybody = lookup.people(KIM_LIEN, "nguyen", 0).items().get(0);
        assertThat(anybody.context()).contains("xã Kim Liên");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "%%", "' or 1=1 --"})
    void wildcardsAndQuotesAreCharacters(String typed) {
        assertThat(lookup.people(ALL, typed, 0).items()).isEmpty();
    }

    @Test
    void textsAndPagesBeyondAllMeasureAreRefused() {
        assertThatThrownBy(() -> lookup.people(ALL, "x".repeat(201), 0)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> lookup.people(ALL, "", -1)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> lookup.people(ALL, "", Integer.MAX_VALUE)).isInstanceOf(RuleViolation.class);
    }

    private static List<String> names(LookupPage<Hit> page) {
        return page.items().stream().map(Hit::name).toList();
    }
}
