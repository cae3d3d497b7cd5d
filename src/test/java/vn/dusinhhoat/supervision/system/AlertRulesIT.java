package vn.dusinhhoat.supervision.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import vn.dusinhhoat.supervision.system.AlertRules.Rule;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;

/** Row O3: the shipped rules ask for numbers that exist, and the operator's table is about these rules. That they fire: AlertDrill. */
@RunningApplicationTest
class AlertRulesIT {

    private static final Pattern OWN_NUMBER = Pattern.compile("dusinhhoat_[a-z_]+");
    private static final String SECTION = "## Who is late, and what is stuck";
    private static final String TABLE = "| Alert | When | What to do |\n|---|---|---|\n";

    @LocalManagementPort
    private int managementPort;

    @Test
    void everyNumberThatTheRulesAskForIsTold() {
        Set<String> told = Awaitility.await().until(this::numbers, found -> found.contains("dusinhhoat_incidents"));
        Set<String> asked = AlertRules.all().stream().flatMap(rule -> names(rule.expression()).stream()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSize(11).isSubsetOf(told);
        // Prometheus's own word for whether it was answered; everything else is ours.
        assertThat(AlertRules.all()).filteredOn(rule -> names(rule.expression()).isEmpty()).extracting(Rule::name).containsExactly("NodeGone");
        assertThat(names(section())).as("what the documentation names").isSubsetOf(told);
    }

    @Test
    void theOperatorsTableAndTheRulesSayTheSame() {
        List<Rule> rules = AlertRules.all();
        String section = section();
        List<String> table = section.substring(section.indexOf(TABLE) + TABLE.length()).lines().takeWhile(line -> line.startsWith("|")).toList();
        assertThat(table).containsExactlyElementsOf(rules.stream().map(rule -> "| " + rule.name() + " | " + rule.annotations().get("when") + " | "
                + rule.annotations().get("action") + " |").toList());
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.severity()).isIn("critical", "warning");
            assertThat(rule.annotations().get("summary")).isNotBlank();
        });
    }

    private static String section() {
        String operations = AlertRules.text(Path.of("docs/operations.md"));
        int begin = operations.indexOf(SECTION);
        return operations.substring(begin, operations.indexOf("\n## ", begin + 1));
    }

    private Set<String> numbers() {
        return new RawHttp(managementPort).get("/actuator/prometheus").body().lines().filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0]).collect(Collectors.toSet());
    }

    private static Set<String> names(String text) {
        return OWN_NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
