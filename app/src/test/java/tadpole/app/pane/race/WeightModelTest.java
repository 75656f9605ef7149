package tadpole.app.pane.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tadpole.app.Pump;
import tadpole.app.job.Jobs;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.inspect.RuleExplainer;
import tadpole.engine.job.JobControl;
import tadpole.engine.surface.Reading;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.training.Weight;
import tadpole.samples.SampleData;

class WeightModelTest {

    private final Pump pump = new Pump();
    private final Device device = Device.plain();
    private final Desk desk = new Desk(
            new Workspace(), new Jobs(pump), device, new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});
    private final RacePaneModel race = new RacePaneModel(desk, List.of(), Runnable::run);
    private final WeightModel model = race.weight();

    @BeforeEach
    void openTheDigits() throws Exception {
        assertThat(model.startable().get()).isFalse();
        desk.workspace().datasetProperty().set(Optional.of(new DataFolder(SampleData.data()).datasets().stream()
                .filter(each -> each.key().equals("tadpole-digits")).findFirst().orElseThrow().read(JobControl.UNWATCHED)));
        desk.workspace().experimentProperty().set(
                Optional.of(ExperimentFile.read(SampleData.experiments().resolve("digits-784-100-10.json"))));
        race.form().field("steps").enter("12");
        pick("Adam at 0.001");
    }

    @AfterEach
    void endAll() {
        desk.jobs().stopAll();
        pump.until(() -> desk.jobs().running().isEmpty());
        device.close();
    }

    private void pick(String label) {
        model.pick(model.choicesProperty().get().stream().filter(each -> each.run().label().equals(label)).findFirst());
    }

    private Reading next() {
        long before = model.readingProperty().get().map(Reading::step).orElse(0L);
        model.next();
        pump.until(() -> model.readingProperty().get().filter(each -> each.step() == before + 1).isPresent());
        return model.readingProperty().get().orElseThrow();
    }

    @Test
    void eachLineOfTheRuleOpensAndFollowsTheSteps() {
        Reading first = next();
        RuleExplainer explainer = model.explainer().orElseThrow();
        model.xray().open(explainer.line(5));
        assertThat(model.xray().shownProperty().get().orElseThrow().value()).isEqualTo(first.after());
        model.xray().walk(explainer.line(3));

        next();

        assertThat(model.xray().shownProperty().get().orElseThrow().text()).startsWith("m' = m/(1 - 0.9²) = ");
        model.xray().back();
        assertThat(model.xray().shownProperty().get().orElseThrow().value()).isEqualTo(model.readingProperty().get().orElseThrow().after());
        model.go(model.weightProperty().get().orElseThrow().index() == 0 ? 1 : -1);
        assertThat(model.xray().openProperty().get()).as("another weight").isFalse();
    }

    @Test
    void tellsTheStepsOfAWeightWithAGradient() {
        Reading first = next();

        assertThat(first.gradient()).isNotZero();
        assertThat(first.change()).isNotZero();
        assertThat(model.name()).matches("linear\\d\\.weight\\[\\d+, \\d+]");
        assertThat(model.verdict()).startsWith("✓");
        assertThat(next().before()).isEqualTo(first.after());
        assertThat(model.picture().weight()).hasSize(2);
    }

    @Test
    void anotherWeightTellsTheSameStepAtOnce() {
        next();
        Parameter bias = model.parametersProperty().get().getLast();

        model.watch(bias);
        assertThat(model.readingProperty().get().orElseThrow().step()).isEqualTo(1);
        assertThat(model.name()).isEqualTo("linear2.bias[0]");
        model.go(3);
        assertThat(model.weightProperty().get()).contains(new Weight("linear2.bias", 3));
        model.go(100);
        assertThat(model.weightProperty().get()).contains(new Weight("linear2.bias", 9));
        assertThat(model.enter("7")).isTrue();
        assertThat(model.enter("10")).isFalse();
        assertThat(model.enter("seven")).isFalse();
        assertThat(model.weightProperty().get()).contains(new Weight("linear2.bias", 7));
        assertThat(next().name()).isEqualTo("linear2.bias");
        assertThat(model.verdict()).startsWith("✓");
    }

    @Test
    void playsToTheEndOfTheRun() {
        model.playOrPause();
        pump.until(() -> !model.playingProperty().get());

        assertThat(model.readingProperty().get().orElseThrow().step()).isEqualTo(12);
        assertThat(model.lineProperty().get()).startsWith("The run has ended.");
        assertThat(model.picture().weight()).hasSize(12);
        model.watch(new Weight("linear2.bias", 1));
        assertThat(model.readingProperty().get().orElseThrow().step()).isEqualTo(12);
    }

    @Test
    void startsAnewWithTheSameNumbers() {
        Reading first = next();
        next();
        model.restart();
        assertThat(model.readingProperty().get()).isEmpty();

        assertThat(next()).isEqualTo(first);
    }

    @Test
    void anotherOptimizerHasAnotherRuleFromTheSameStart() {
        Reading adam = next();
        pick("Momentum at 0.01");
        assertThat(model.readingProperty().get()).isEmpty();

        Reading momentum = next();

        assertThat(momentum.before()).isEqualTo(adam.before());
        assertThat(momentum.gradient()).isEqualTo(adam.gradient());
        assertThat(model.rule().orElseThrow().text()).contains("v ← 0.9·v + g");
    }

    @Test
    void saysWhyAWholeSearchHasNoRuleForOneWeight() {
        race.roster().runners().stream().filter(each -> each.recipe().type().equals("lbfgs")).forEach(each -> each.runsProperty().set(true));
        pick(model.choicesProperty().get().getLast().run().label());

        next();

        assertThat(model.verdict()).startsWith("L-BFGS ").endsWith("one weight alone has no rule.");
    }
}
