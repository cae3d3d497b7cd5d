package vn.dusinhhoat.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import vn.dusinhhoat.platform.AuditedRead;

/** Row D2: whoever adds an endpoint that gives out something about visits decides whether its reading is written down. */
class AuditedEndpointsTest {

    /** Lists and choices: states, names and dates, no text of a report and no file. */
    private static final Set<String> WITHOUT_TEXTS = Set.of("AgreementController.read", "AssistantsController.mine", "ExtensionController.start",
            "ExtensionController.communes", "ExtensionController.read", "ExtensionController.ofTask", "ExtensionController.limits",
            "HostController.isHost", "HostController.inMonth", "MeetingDaysController.cells", "MyVisitsController.mine",
            "MyVisitsController.absenceReasons", "TypingController.list");

    @Test
    void everyEndpointThatGivesOutAReportOrAFileIsAudited() {
        Set<JavaMethod> endpoints = new ClassFileImporter().importPackages("vn.dusinhhoat.attendance.web").stream()
                .flatMap(type -> type.getMethods().stream()).filter(method -> method.isAnnotatedWith(GetMapping.class)).collect(Collectors.toSet());
        assertThat(endpoints.stream().filter(method -> method.isAnnotatedWith(AuditedRead.class)).count()).isGreaterThanOrEqualTo(9);
        assertThat(endpoints.stream().filter(method -> !method.isAnnotatedWith(AuditedRead.class))
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())).containsExactlyInAnyOrderElementsOf(WITHOUT_TEXTS);
    }
}
