package tadpole.app.pane.studio.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.pane.studio.StudioModel;
import tadpole.app.pane.studio.TinyStudio;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.style.StylePlan;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

/** The test's own thread is the JavaFX thread: it does what jobs give it. */
class StyleModelTest {

    @TempDir
    private Path home;

    private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private StudioModel studio;
    private StyleModel model;

    @BeforeEach
    void begin() {
        Desk desk = new Desk(new Workspace(), new Jobs(ui::add), Device.plain(), new Messages(), new Theme(Theme.Kind.LIGHT), _ -> { });
        studio = new StudioModel(desk, Runnable::run);
        model = new StyleModel(studio, Runnable::run);
    }

    @Test
    void saysWhatStandsInItsWay() {
        assertThat(lack()).isEqualTo("Open the picture that is to be painted.");
        model.setContent(StyleBench.picture("frog", 32, 48, 4));
        assertThat(lack()).isEqualTo("Open a picture whose style is taken.");
        model.add(StyleBench.picture("oil", 40, 32, 3));
        assertThat(lack()).isEqualTo("There is no feature network yet.");
        studio.featuresProperty().set(Optional.of(StyleBench.features()));
        assertThat(lack()).isEmpty();
        model.styles().getFirst().shareProperty().set(0);
        assertThat(lack()).isEqualTo("All styles are at 0: give one of them a share.");
    }

    @Test
    void saysWhatItWillTake() {
        ready();
        drain();

        assertThat(model.estimateProperty().get()).matches("About \\d:\\d\\d and \\d+ MB\\.");
    }

    @Test
    void opensWithThePresetThatSuitsTheNetwork() {
        ready();

        assertThat(model.preset().orElseThrow().key()).isEqualTo("best");
    }

    @Test
    void paintsAndTellsWhereItIs() throws Exception {
        ready();
        quick(6);

        model.startOrPause();
        until(() -> model.stateProperty().get() == WorkState.ENDED);

        Picture result = model.resultProperty().get().orElseThrow();
        assertThat(result.width()).isEqualTo(48);
        assertThat(model.placeProperty().get().orElseThrow().iteration()).isEqualTo(6);
        assertThat(model.lineProperty().get()).startsWith("Finished after 6 iterations.");
        assertThat(model.filmProperty().get().frames()).isNotEmpty();
        assertThat(model.pulls().momentsProperty().get()).hasSize(6);
        assertThat(model.pulls().momentsProperty().get().getLast().sharesByKind().values().stream().mapToDouble(each -> each).sum()).isCloseTo(1, within(1e-9));
        assertThat(model.pulls().momentsProperty().get().getFirst().lossesByKind()).containsEntry(PullName.Kind.STYLE, 1.0);
        assertThat(model.canResume()).isFalse();
    }

    @Test
    void aStoppedRunGoesOnToWhatItWouldHaveBeen() throws Exception {
        ready();
        quick(40);
        model.startOrPause();
        until(() -> model.stateProperty().get() == WorkState.ENDED);
        Picture whole = model.resultProperty().get().orElseThrow();

        model.restart();
        until(() -> model.placeProperty().get().filter(at -> at.iteration() >= 2).isPresent());
        model.stop();
        until(() -> model.stateProperty().get() == WorkState.ENDED);
        if (model.canResume()) {
            assertThat(model.lineProperty().get()).matches("Stopped after \\d+ iterations\\. Resume goes on from there\\.");
            model.startOrPause();
            until(() -> model.stateProperty().get() == WorkState.ENDED);
        }

        assertThat(model.resultProperty().get().orElseThrow().values().data()).isEqualTo(whole.values().data());
    }

    @Test
    void otherSettingsBeginAnew() throws Exception {
        ready();
        quick(5000);
        model.startOrPause();
        until(() -> model.placeProperty().get().isPresent());
        model.stop();
        until(() -> model.stateProperty().get() == WorkState.ENDED);
        assertThat(model.canResume()).isTrue();

        quick(3);

        assertThat(model.canResume()).isFalse();
        model.startOrPause();
        until(() -> model.stateProperty().get() == WorkState.ENDED);
        assertThat(model.lineProperty().get()).startsWith("Finished after 3 iterations.");
    }

    @Test
    void takesDroppedPicturesAndSavesTheResult() throws Exception {
        ready();
        quick(2);
        model.startOrPause();
        until(() -> model.stateProperty().get() == WorkState.ENDED);
        Path file = home.resolve("styled.png");

        model.save(file);
        model.saveFilm(home.resolve("styled.gif"));
        Path other = home.resolve("other.png");
        Files.copy(file, other);
        assertThat(model.open(List.of(file, other))).isTrue();
        drain();

        assertThat(PictureFile.read(file).picture().width()).isEqualTo(48);
        assertThat(PictureFile.read(home.resolve("styled.gif")).picture().width()).isEqualTo(48);
        assertThat(model.contentProperty().get().orElseThrow().name()).isEqualTo("styled.png");
        assertThat(model.styles()).hasSize(2);
        assertThat(model.open(List.of(home.resolve("notes.txt")))).isFalse();
    }

    @Test
    void sharesAddUp() {
        ready();
        assertThat(model.percent(model.styles().getFirst())).isEqualTo("100 %");
        model.add(StyleBench.picture("ink", 32, 32, 5));
        model.styles().getFirst().shareProperty().set(25);

        assertThat(model.styles()).extracting(model::percent).containsExactly("20 %", "80 %");
    }

    @Test
    void paintsOverTheResult() throws Exception {
        ready();
        quick(2);
        model.startOrPause();
        until(() -> model.stateProperty().get() == WorkState.ENDED);

        model.toCanvas();
        assertThat(studio.document().composition().orElseThrow().painting()).isSameAs(model.resultProperty().get().orElseThrow());
        model.useResult();

        assertThat(model.contentProperty().get()).isEqualTo(model.resultProperty().get());
    }

    @Test
    void whatSomebodySetOutlivesAnotherNetworkAndAPresetIsTakenAgain() throws SettingException {
        ready();
        model.take(StylePlan.presets(StyleBench.features()).stream().filter(each -> each.key().equals("abstract")).findFirst().orElseThrow());
        studio.featuresProperty().set(Optional.of(StyleBench.features()));
        assertThat(model.preset().orElseThrow().key()).isEqualTo("abstract");

        quick(7);
        studio.featuresProperty().set(Optional.of(StyleBench.features()));

        assertThat(model.form().settings().whole("iterations")).isEqualTo(7);
    }

    @Test
    void whatLiesThereAtFirstIsNoChangeAndWhatSomebodyOpensIs() {
        studio.featuresProperty().set(Optional.of(StyleBench.features()));
        model.suggestContent(StyleBench.picture("pond", 32, 48, 4));
        model.suggestStyle(StyleBench.picture("oil", 32, 32, 4));
        assertThat(studio.files().changedProperty().get()).isFalse();

        model.styles().getFirst().shareProperty().set(40);
        assertThat(studio.files().changedProperty().get()).isTrue();
        model.suggestContent(StyleBench.picture("other", 32, 48, 4));
        assertThat(model.contentProperty().get().orElseThrow().name()).isEqualTo("pond");
    }

    @Test
    void aStoppedRunGoesOnFromTheStudiosFile() throws Exception {
        ready();
        model.add(StyleBench.picture("ink", 32, 32, 5));
        model.styles().getLast().shareProperty().set(25);
        quick(40);
        model.startOrPause();
        until(() -> model.stateProperty().get() == WorkState.ENDED);
        Picture whole = model.resultProperty().get().orElseThrow();
        stopAt(2);
        String said = model.lineProperty().get();
        Path file = home.resolve("painted.studio");
        studio.files().add(model);
        studio.save(file);
        drain();
        assertThat(studio.files().changedProperty().get()).isFalse();

        begin();
        studio.featuresProperty().set(Optional.of(StyleBench.features()));
        studio.files().add(model);
        studio.open(file);
        drain();

        assertThat(model.contentProperty().get().orElseThrow().name()).isEqualTo("frog");
        assertThat(model.styles()).extracting(model::percent).containsExactly("80 %", "20 %");
        assertThat(model.resultProperty().get()).isPresent();
        assertThat(model.lineProperty().get()).isEqualTo(said);
        assertThat(model.canResume()).isTrue();
        assertThat(studio.files().changedProperty().get()).isFalse();
        model.startOrPause();
        until(() -> model.stateProperty().get() == WorkState.ENDED);
        assertThat(model.resultProperty().get().orElseThrow().values().data()).isEqualTo(whole.values().data());
    }

    @Test
    void withAnotherNetworkAStoppedRunIsNotGoneOnWith() throws Exception {
        ready();
        quick(4000);
        stopAt(1);
        Path file = home.resolve("painted.studio");
        studio.files().add(model);
        studio.save(file);
        drain();

        begin();
        studio.featuresProperty().set(Optional.of(TinyStudio.network(4)));
        studio.files().add(model);
        studio.open(file);
        drain();

        assertThat(model.canResume()).isFalse();
        assertThat(model.lineProperty().get()).startsWith("It was stopped with another feature network");
    }

    private void stopAt(int iteration) throws InterruptedException {
        model.restart();
        until(() -> model.placeProperty().get().filter(at -> at.iteration() >= iteration).isPresent());
        model.stop();
        until(() -> model.stateProperty().get() == WorkState.ENDED);
        assertThat(model.canResume()).isTrue();
    }

    private void ready() {
        studio.featuresProperty().set(Optional.of(StyleBench.features()));
        model.setContent(StyleBench.picture("frog", 32, 48, 4));
        model.add(StyleBench.picture("oil", 40, 32, 3));
    }

    private void quick(long iterations) throws SettingException {
        Map<String, Object> given = new HashMap<>(model.form().settings().asMap());
        given.putAll(Map.of("size", 48L, "levels", 1L, "iterations", iterations));
        model.form().show(StylePlan.RECIPE.settings(given));
    }

    private String lack() {
        return model.obstacleProperty().get();
    }

    private void drain() {
        for (Runnable next = ui.poll(); next != null; next = ui.poll()) {
            next.run();
        }
    }

    private void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Runnable next = ui.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("something to do").isNotNull();
            next.run();
        }
    }
}
