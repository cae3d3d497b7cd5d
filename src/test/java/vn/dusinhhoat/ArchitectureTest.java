package vn.dusinhhoat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.data.repository.Repository;
import vn.dusinhhoat.platform.CallableFromModel;

@AnalyzeClasses(packages = "vn.dusinhhoat", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** ADR 0001: the way to another engine is a recipe, not a rewrite. */
    @ArchTest
    static final ArchRule engineStaysInItsPackages = noClasses()
            .that().resideOutsideOfPackages("..process..", "..access..", "..supervision..", "..revision..",
                    "..platform.engine..")
            .should().dependOnClassesThat().resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule internalEngineClassesStayInOnePlace = noClasses()
            .that().resideOutsideOfPackages("..platform.engine..")
            .and().doNotHaveFullyQualifiedName("vn.dusinhhoat.access.EngineCaller")
            .and().doNotHaveFullyQualifiedName("vn.dusinhhoat.attendance.process.TaskActor")
            .should().dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "are internal to the engine", type -> type.getPackageName().startsWith("org.camunda.bpm.engine.impl")
                            // The public API hands it out: IdentityService.getCurrentAuthentication.
                            && !type.getSimpleName().equals("Authentication")));

    @ArchTest
    static final ArchRule delegatesAreNamedSo = classes().that().implement(JavaDelegate.class)
            .should().haveSimpleNameEndingWith("Delegate").andShould().resideInAPackage("..process..")
            .andShould().beAnnotatedWith(CallableFromModel.class);

    @ArchTest
    static final ArchRule listenersAreNamedSo = classes().that().implement(TaskListener.class)
            .or().implement(ExecutionListener.class)
            .should().haveSimpleNameEndingWith("Listener").andShould().resideInAPackage("..process..")
            .andShould().beAnnotatedWith(CallableFromModel.class);

    @ArchTest
    static final ArchRule delegatesAreGlue = noClasses().that().implement(JavaDelegate.class)
            .or().implement(TaskListener.class)
            .should().dependOnClassesThat().areAssignableTo(Repository.class);

    @ArchTest
    static final ArchRule repositoriesAreNotPublic = noClasses().that().areAssignableTo(Repository.class)
            .should().bePublic();

    /** One clock: a moment that no test can move is a deadline that no test can prove. */
    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses().that().resideOutsideOfPackages("..platform..")
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now")
            .orShould().callMethod(Clock.class, "systemDefaultZone")
            .orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule noFieldInjection = noMethods().that().areDeclaredInClassesThat()
            .resideInAPackage("vn.dusinhhoat..")
            .should().beAnnotatedWith(org.springframework.beans.factory.annotation.Autowired.class);

    @ArchTest
    static final ArchRule noCircles = slices().matching("vn.dusinhhoat.(*)..").should().beFreeOfCycles();
}
