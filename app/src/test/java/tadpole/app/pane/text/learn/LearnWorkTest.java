package tadpole.app.pane.text.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.app.Pump;
import tadpole.app.job.Background;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.pane.text.TextModel;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.file.TextExperimentFile;
import tadpole.engine.language.LanguagePlan;
import tadpole.engine.language.TextExperiment;
import tadpole.engine.language.TextSource;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleTexts;

class LearnWorkTest {

    @TempDir
    private Path folder;

    private final Pump ui = new Pump();
    private final Messages messages = new Messages();
    private final Desk desk = new Desk(new Workspace(), new Jobs(ui), Device.plain(), messages, new Theme(Theme.Kind.LIGHT), _ -> {});

    @AfterEach
    void stop() {
        desk.jobs().stopAll();
    }

    private LearnModel model() throws Exception {
        LearnModel model = new LearnModel(new TextModel(desk), new SmallTexts(), Learners.of(desk.device()), new Background("text-learn"), System::nanoTime);
        model.form().show(plan(8, 0.002));
        return model;
    }

    private static Settings plan(long hidden, double rate) throws Exception {
        return LanguagePlan.RECIPE.settings(Map.of("cell", "gru", "layers", 1L, "hidden", hidden, "batch", 4L, "sequence", 16L, "epochs", 100_000L, "rate", rate));
    }

    @Test
    void aTextThatIsTooShortIsRefusedWithASentence() throws Exception {
        LearnModel model = model();

        model.show(new OpenedText(TextSource.of("Note", "a"), "UTF-8", "", 1, "a"));
        ui.until(() -> !model.study().refusalProperty().get().isEmpty());
        model.startOrPause();

        assertThat(model.canStart()).isFalse();
        assertThat(model.lineProperty().get()).startsWith("Note leaves").contains("Open a longer text");
        assertThat(model.stateProperty().get()).isEqualTo(WorkState.READY);
    }

    @Test
    void anotherRateActsWhileItRunsAndStopKeepsWhatWasLearned() throws Exception {
        LearnModel model = model();
        model.openTales();
        ui.until(model::canStart);
        model.startOrPause();
        ui.until(() -> model.curves().figures().step() > 0);
        assertThat(model.curves().figures().rate()).isEqualTo(0.002);

        model.form().show(plan(8, 0.0005));
        ui.until(() -> model.curves().figures().rate() < 0.002);
        assertThat(model.curves().figures().rate()).isEqualTo(0.0005);

        model.stop();
        ui.until(() -> model.stateProperty().get() == WorkState.ENDED);
        assertThat(model.toSave()).isPresent();
    }

    @Test
    void aSavedExperimentOpensWithItsTextAndPlan() throws Exception {
        Path text = Files.writeString(folder.resolve("pond.txt"), "The frog sat on a stone and waited. ".repeat(60));
        LearnModel before = model();
        before.open(text);
        ui.until(before::canStart);
        before.form().show(plan(12, 0.001));
        Path file = folder.resolve("pond.json");
        TextExperimentFile.write(file, before.experiment().orElseThrow());

        LearnModel after = model();
        after.openExperiment(file);
        ui.until(() -> after.openedProperty().get().isPresent() && after.canStart());

        assertThat(after.form().settings()).isEqualTo(plan(12, 0.001));
        assertThat(after.openedProperty().get().orElseThrow().place()).isEqualTo(before.openedProperty().get().orElseThrow().place());
    }

    @Test
    void anExperimentWhoseTextIsAwaySaysWhichOne() throws Exception {
        LearnModel model = model();

        model.show(new TextExperiment("Pond", "", new TextExperiment.Texts("gone.txt", "", ""), List.of(), false, plan(8, 0.002)), folder.resolve("pond.json"));

        assertThat(messages.lastProperty().get().text()).isEqualTo("pond.json learns from gone.txt, which is not beside it: open that text.");
        assertThat(model.openedProperty().get()).isEmpty();
    }

    @Test
    void theBundledTalesAreKnownByName() throws Exception {
        OpenedText tales = new TextFiles().tales();

        assertThat(tales.title()).isEqualTo(SampleTexts.TALES);
        assertThat(tales.place()).contains(OpenedText.TALES);
    }

    @Test
    void stepsAreCountedAsTheTrainerMakesThem() throws Exception {
        LearnModel model = model();
        model.openTales();
        ui.until(model::canStart);
        int length = model.facts().orElseThrow().corpus().train().length;

        // 4 streams of 16 tokens a step; what is left over makes one more.
        assertThat(Outlook.stepsInEpoch(model.facts().orElseThrow().corpus(), plan(8, 0.002))).isEqualTo(Math.ceilDiv((length - 1) / 4, 16));
    }
}
