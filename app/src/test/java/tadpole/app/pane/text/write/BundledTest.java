package tadpole.app.pane.text.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.app.Pump;
import tadpole.app.job.Jobs;
import tadpole.app.pane.text.TextModel;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.file.FileException;
import tadpole.engine.file.LanguageFile;
import tadpole.engine.file.LanguageSnapshots;
import tadpole.engine.language.Corpora;
import tadpole.engine.language.Corpus;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.LanguagePlan;
import tadpole.engine.language.TextException;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleTexts;

class BundledTest {

    @TempDir
    private Path folder;
    private final Pump pump = new Pump();
    private final TextModel text = new TextModel(new Desk(new Workspace(), new Jobs(pump), Device.cpu(1), new Messages(), new Theme(Theme.Kind.LIGHT), _ -> { }));
    private Corpus tales;

    @BeforeEach
    void someStages() throws IOException, FileException, TextException, SettingException {
        Settings plan = LanguagePlan.RECIPE.settings(Map.of("layers", 1L, "hidden", 4L));
        tales = Corpora.of(SampleTexts.TALES, SampleTexts.tales().text(), plan);
        LanguageModel made = LanguageModel.make("Tales", tales.vocabulary(), plan);
        Path file = folder.resolve("tales.safetensors");
        for (double epochs : new double[] {10, 0.5}) {
            LanguageFile.save(LanguageSnapshots.place(file, epochs), after(made, epochs));
        }
        LanguageFile.save(file, after(made, 20));
    }

    private static LanguageModel after(LanguageModel made, double epochs) {
        return new LanguageModel(made.title(), made.vocabulary(), made.plan(), made.network(), epochs);
    }

    private Bundled bundled() {
        Bundled bundled = new Bundled(text, Runnable::run, folder);
        bundled.start();
        pump.until(() -> !bundled.stagesProperty().get().isEmpty());
        return bundled;
    }

    @Test
    void aModelIsOfferedOnceAndTakesThePlaceOfItsOtherStages() {
        Bundled bundled = bundled();

        assertThat(text.models()).hasSize(1);
        assertThat(text.modelProperty().get().orElseThrow().epochs()).isEqualTo(20);
        List<LanguageModel> stages = bundled.stagesProperty().get();
        assertThat(stages).extracting(LanguageModel::epochs).containsExactly(0.5, 10.0, 20.0);

        bundled.choose(stages.getFirst());

        assertThat(text.modelProperty().get()).contains(stages.getFirst());
        assertThat(text.models()).containsExactly(stages.getFirst());
        assertThat(bundled.stagesProperty().get()).isEqualTo(stages);
    }

    @Test
    void itsCorpusIsTheTales() {
        bundled();
        pump.until(() -> text.corpusProperty().get().isPresent());

        assertThat(text.corpusProperty().get().orElseThrow().validation()).isEqualTo(tales.validation()).hasSizeGreaterThan(1000);
    }

    @Test
    void aModelOfAnotherTrainingHasNoStages() throws SettingException {
        Bundled bundled = bundled();
        text.modelProperty().set(Optional.of(LanguageModel.make("Tales", tales.vocabulary(), LanguagePlan.RECIPE.settings(Map.of("layers", 1L, "hidden", 5L)))));

        assertThat(bundled.stagesProperty().get()).isEmpty();
    }
}
