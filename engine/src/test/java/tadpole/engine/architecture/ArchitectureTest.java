package tadpole.engine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tadpole.engine.dataset.Images;
import tadpole.engine.job.Job;
import tadpole.engine.kernel.Workers;
import tadpole.engine.layer.Layers;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.Network;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.schedule.Constant;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Setup;
import tadpole.engine.training.Trainer;
import tadpole.engine.twin.TwinNetwork;
import tadpole.planted.attic.Forgotten;
import tadpole.planted.dataset.Decoding;
import tadpole.planted.kernel.Pumping;
import tadpole.planted.layer.Chatting;
import tadpole.planted.layer.Gambling;
import tadpole.planted.layer.Parsing;
import tadpole.planted.layer.Remembering;
import tadpole.planted.layer.Threading;
import tadpole.planted.tensor.ReachingDown;
import tadpole.planted.training.UsingTheYardstick;

/** Each rule first fails on classes that were planted to break it, then holds in the engine, whose classes it must see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private final JavaClasses planted = new ClassFileImporter().importPackages("tadpole.planted");
    private final JavaClasses engine = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("tadpole.engine");

    @Test
    void everyPackageStandsInTheTable() {
        assertBites(EngineRules::everyPackageStandsInTheTable, List.of(Forgotten.class), List.of(Pumping.class));
        assertHolds(EngineRules::everyPackageStandsInTheTable, Job.class, Workers.class, Tensor.class, Recipe.class,
                Linear.class, Losses.class, Sgd.class, Constant.class, TwinNetwork.class, Images.class, Trainer.class);
    }

    @Test
    void packagesUseOnlyThoseAboveThem() {
        assertBites(EngineRules::packagesUseThoseAboveThem, List.of(ReachingDown.class), List.of(UsingTheYardstick.class));
        assertHolds(EngineRules::packagesUseThoseAboveThem, Job.class, Workers.class, Tensor.class, Recipe.class,
                Linear.class, Losses.class, Sgd.class, Constant.class, TwinNetwork.class, Images.class, Trainer.class);
    }

    @Test
    void theCoreSeesTheBaseOnly() {
        assertBites(EngineRules::theCoreSeesTheBaseOnly, List.of(Parsing.class), List.of(Decoding.class));
        assertHolds(EngineRules::theCoreSeesTheBaseOnly, Workers.class, Tensor.class, Linear.class, Trainer.class);
    }

    @Test
    void onlyKernelMakesThreads() {
        assertBites(EngineRules::onlyKernelMakesThreads, List.of(Threading.class), List.of(Pumping.class));
        assertNames(EngineRules::onlyKernelMakesThreads, "Threading.started()", "Threading.pooled()",
                "Threading.streamed()");
        assertHolds(EngineRules::onlyKernelMakesThreads, Workers.class, Network.class, Trainer.class);
    }

    @Test
    void nothingPrints() {
        assertNames(EngineRules::nothingPrints, "Chatting.say(", "Chatting.complain(");
        assertBites(EngineRules::nothingPrints, List.of(Chatting.class), List.of(Gambling.class));
        assertHolds(EngineRules::nothingPrints, Linear.class, Trainer.class, Images.class);
    }

    @Test
    void whatIsStaticIsFinal() {
        assertNames(EngineRules::whatIsStaticIsFinal, "Remembering.count");
        assertHolds(EngineRules::whatIsStaticIsFinal, Layers.class, Tensor.class, Setup.class);
    }

    @Test
    void nothingStaticGrows() {
        assertBites(EngineRules::nothingStaticGrows, List.of(Remembering.class), List.of(Chatting.class));
        assertHolds(EngineRules::nothingStaticGrows, Layers.class, Tensor.class, Setup.class);
    }

    @Test
    void allRandomnessIsSeeded() {
        assertBites(EngineRules::allRandomnessIsSeeded, List.of(Gambling.class), List.of(Chatting.class));
        assertNames(EngineRules::allRandomnessIsSeeded, "java.util.Random", "java.lang.Math.random()");
        assertHolds(EngineRules::allRandomnessIsSeeded, Seed.class, Linear.class, Trainer.class);
    }

    @Test
    void nothingFastUsesATwin() {
        assertBites(EngineRules::nothingFastUsesATwin, List.of(UsingTheYardstick.class), List.of(ReachingDown.class));
        assertHolds(EngineRules::nothingFastUsesATwin, TwinNetwork.class, Linear.class, Trainer.class);
    }

    private void assertBites(Function<EngineRules, ArchRule> rule, List<Class<?>> guilty, List<Class<?>> innocent) {
        String report = report(rule);
        guilty.forEach(type -> assertThat(report).contains(type.getName()));
        innocent.forEach(type -> assertThat(report).doesNotContain(type.getName()));
    }

    private void assertNames(Function<EngineRules, ArchRule> rule, String... words) {
        assertThat(report(rule)).contains(words);
    }

    private String report(Function<EngineRules, ArchRule> rule) {
        return rule.apply(new EngineRules("tadpole.planted")).evaluate(planted).getFailureReport().toString();
    }

    private void assertHolds(Function<EngineRules, ArchRule> rule, Class<?>... seen) {
        for (Class<?> type : seen) {
            assertThat(engine.contain(type)).as(type.getName() + " is seen").isTrue();
        }
        assertThat(engine.contain(ArchitectureTest.class)).as("tests are left out").isFalse();
        rule.apply(new EngineRules("tadpole.engine")).check(engine);
    }
}
