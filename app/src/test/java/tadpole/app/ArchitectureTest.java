package tadpole.app;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.Timer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tadpole.app.form.FormModel;
import tadpole.app.job.Jobs;
import tadpole.app.pane.data.DataPane;
import tadpole.app.pane.train.TrainPane;
import tadpole.app.shell.Window;

/** Who may see whom in the app; every rule is also shown to fail on classes planted to break it. */
class ArchitectureTest {

    private static final JavaClasses APP =
            new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("tadpole.app");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("tadpole.app.planted..");

    /** Ctrl+C in the terminal arrives at a thread that the JVM starts and we have to make. */
    private static final Class<?> SHUTDOWN_HOOK = classOf("tadpole.app.command.Interruption");

    private static final String[] TOOLS = {"..app.job..", "..app.chart..", "..app.form..", "..app.image..", "..app.experiment..",
            "..app.schedule..", "..app.xray..", "..planted.form.."};

    private static Class<?> classOf(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(name + " is gone; its exception can go too.", gone);
        }
    }

    private record Rule(String name, ArchRule rule) {}

    private static final List<Rule> RULES = List.of(
            new Rule("jobs, charts, forms, images, schedules and the X-ray know neither shell nor panes",
                    noClasses().that().resideInAnyPackage(TOOLS)
                            .should().dependOnClassesThat().resideInAnyPackage("tadpole.app.shell..", "..app.pane..", "..planted.pane..")),
            new Rule("the shell knows no pane",
                    noClasses().that().resideInAnyPackage("tadpole.app.shell..", "..planted.shell..")
                            .should().dependOnClassesThat().resideInAnyPackage("..app.pane..", "..planted.pane..")),
            new Rule("panes never see each other",
                    slices().matching("..pane.(*)..").should().notDependOnEachOther()),
            new Rule("only jobs touch the JavaFX thread",
                    noClasses().that().resideOutsideOfPackage("tadpole.app.job..")
                            .should().dependOnClassesThat().haveFullyQualifiedName("javafx.application.Platform")),
            new Rule("only jobs make threads",
                    noClasses().that().resideOutsideOfPackage("tadpole.app.job..").and().doNotBelongToAnyOf(SHUTDOWN_HOOK)
                            .should().callConstructorWhere(target(owner(assignableTo(Thread.class))))
                            .orShould().callMethod(Thread.class, "ofPlatform")
                            .orShould().callMethod(Thread.class, "ofVirtual")
                            .orShould().callMethod(Thread.class, "startVirtualThread", Runnable.class)
                            .orShould().dependOnClassesThat().belongToAnyOf(Executors.class, CompletableFuture.class, Timer.class)
                            .orShould().dependOnClassesThat().haveFullyQualifiedName("javafx.concurrent.Task")),
            new Rule("models know no control",
                    noClasses().that().haveSimpleNameEndingWith("Model")
                            .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..")));

    @TestFactory
    List<DynamicTest> theAppKeepsEveryRule() {
        return RULES.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> each.rule().check(APP))).toList();
    }

    @TestFactory
    List<DynamicTest> everyRuleNoticesItsViolation() {
        return RULES.stream().map(each -> DynamicTest.dynamicTest(each.name(), () ->
                assertThatThrownBy(() -> each.rule().check(PLANTED)).isInstanceOf(AssertionError.class))).toList();
    }

    @Test
    void theRulesSawTheClassesTheySpeakOf() {
        assertThat(APP.contain(Window.class)).isTrue();
        assertThat(APP.contain(Jobs.class)).isTrue();
        assertThat(APP.contain(FormModel.class)).isTrue();
        assertThat(APP.contain(DataPane.class)).isTrue();
        assertThat(APP.contain(TrainPane.class)).isTrue();
        assertThat(APP.contain(SHUTDOWN_HOOK)).isTrue();
    }
}
