package tadpole.app.pane.studio.harmonize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.app.pane.studio.TinyStudio;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.studio.Compositor;
import tadpole.engine.picture.studio.StudioExample;
import tadpole.engine.tensor.Device;

/** A studio with a stopped run goes through its file, as it does between two evenings. */
class StudioFilesTest {

    @TempDir
    private Path home;

    private final ScriptedWork work = new ScriptedWork(10);

    private HarmonizeModel room(TinyStudio bench) {
        bench.model().frontProperty().set("harmonize");
        HarmonizeModel room = new HarmonizeModel(bench.model(), work, new Compositor(Device.plain())::scene, Runnable::run, () -> 0);
        bench.model().files().add(room);
        return room;
    }

    private static void untilOver(TinyStudio bench, HarmonizeModel room) throws InterruptedException {
        while (room.situation().isGoingOn()) {
            bench.next();
        }
        bench.drain();
    }

    private Path saved(TinyStudio bench, HarmonizeModel room) throws InterruptedException {
        bench.model().document().open(Optional.of(TinyStudio.composition()));
        bench.model().featuresProperty().set(Optional.of(TinyStudio.network(4)));
        room.form().field("tau").enter("7");
        room.step();
        while (room.momentsProperty().get().isEmpty()) {
            bench.next();
        }
        room.stop();
        untilOver(bench, room);
        Path file = home.resolve("frog.studio");
        assertThat(bench.model().files().changedProperty().get()).isTrue();
        bench.model().save(file);
        bench.drain();
        assertThat(bench.messages().failures()).isEmpty();
        return file;
    }

    @Test
    void aStoppedRunGoesOnFromTheFileWithItsSettings() throws InterruptedException {
        TinyStudio one = new TinyStudio();
        Path file = saved(one, room(one));
        assertThat(one.model().files().changedProperty().get()).isFalse();
        assertThat(one.model().nameProperty().get()).isEqualTo("frog");

        TinyStudio other = new TinyStudio();
        HarmonizeModel room = room(other);
        other.model().featuresProperty().set(Optional.of(TinyStudio.network(4)));
        other.model().open(file);
        other.drain();
        assertThat(room.situation()).isEqualTo(Situation.STOPPED);
        assertThat(room.form().settings().decimal("tau")).isEqualTo(7);
        assertThat(other.model().canvas().resultProperty().get()).isPresent();
        room.startOrPause();
        untilOver(other, room);
        assertThat(work.begun().getLast()).isPresent();
    }

    @Test
    void withAnotherNetworkItStartsAnewAndSaysSo() throws InterruptedException {
        TinyStudio one = new TinyStudio();
        Path file = saved(one, room(one));

        TinyStudio other = new TinyStudio();
        HarmonizeModel room = room(other);
        other.model().featuresProperty().set(Optional.of(TinyStudio.network(5)));
        other.model().open(file);
        other.drain();
        assertThat(room.situation()).isNotEqualTo(Situation.STOPPED);
        assertThat(room.lineProperty().get()).startsWith("It was stopped with tiny: choose it under Features");

        Path again = home.resolve("again.studio");
        other.model().save(again);
        other.drain();
        other.model().featuresProperty().set(Optional.of(TinyStudio.network(4)));
        other.drain();
        assertThat(room.situation()).as("with the network it was stopped with it can go on").isEqualTo(Situation.STOPPED);
        TinyStudio third = new TinyStudio();
        HarmonizeModel last = room(third);
        third.model().featuresProperty().set(Optional.of(TinyStudio.network(4)));
        third.model().open(again);
        third.drain();
        assertThat(last.situation()).as("saved meanwhile, it is not lost").isEqualTo(Situation.STOPPED);
    }

    @Test
    void aRunningRunIsSavedWithWhatItLeavesOut() throws InterruptedException {
        TinyStudio one = new TinyStudio();
        HarmonizeModel room = room(one);
        one.model().document().open(Optional.of(TinyStudio.composition()));
        one.model().featuresProperty().set(Optional.of(TinyStudio.network(4)));
        room.step();
        while (room.momentsProperty().get().size() < 1) {
            one.next();
        }
        room.mute(PullName.Kind.CONTENT, true);
        room.step();
        while (room.momentsProperty().get().size() < 2) {
            one.next();
        }
        Path file = home.resolve("running.studio");
        one.model().save(file);
        while (!Files.exists(file)) {
            one.next();
        }
        one.drain();
        assertThat(room.situation()).isEqualTo(Situation.PAUSED);

        TinyStudio other = new TinyStudio();
        HarmonizeModel opened = room(other);
        other.model().featuresProperty().set(Optional.of(TinyStudio.network(4)));
        other.model().open(file);
        other.drain();
        assertThat(opened.situation()).isEqualTo(Situation.STOPPED);
        assertThat(opened.silence(PullName.Kind.CONTENT)).isEqualTo(HarmonizeModel.Silence.ALL);
        opened.step();
        while (opened.momentsProperty().get().isEmpty()) {
            other.next();
        }
        assertThat(opened.momentsProperty().get().getLast().shares().get(PullName.Kind.CONTENT)).isZero();
        opened.stop();
        room.stop();
        untilOver(other, opened);
        untilOver(one, room);
    }

    @Test
    void aStoppedRunWaitsForTheNetworkThatIsNotReadYet() throws InterruptedException {
        TinyStudio one = new TinyStudio();
        Path file = saved(one, room(one));

        TinyStudio other = new TinyStudio();
        other.model().open(file);
        other.drain();
        HarmonizeModel room = room(other);
        Path meanwhile = home.resolve("meanwhile.studio");
        other.model().save(meanwhile);
        other.drain();
        other.model().featuresProperty().set(Optional.of(TinyStudio.network(4)));
        other.drain();
        assertThat(room.situation()).isEqualTo(Situation.STOPPED);
        assertThat(room.form().settings().decimal("tau")).isEqualTo(7);
        assertThat(other.model().files().changedProperty().get()).isFalse();

        TinyStudio third = new TinyStudio();
        HarmonizeModel last = room(third);
        third.model().featuresProperty().set(Optional.of(TinyStudio.network(4)));
        third.model().open(meanwhile);
        third.drain();
        assertThat(last.form().settings().decimal("tau")).as("nothing was lost by saving before the network was read").isEqualTo(7);
    }

    @Test
    void aSettingOfOnesOwnIsAChangeAndWhatComesAfterSavingIsDone() throws InterruptedException {
        TinyStudio bench = new TinyStudio();
        HarmonizeModel room = room(bench);
        bench.model().document().open(Optional.of(TinyStudio.composition()));
        bench.model().save(home.resolve("frog.studio"));
        bench.drain();
        room.form().field("tau").enter("9");
        assertThat(bench.model().files().changedProperty().get()).isTrue();
        boolean[] then = {false};
        bench.model().files().save(home.resolve("frog.studio"), () -> then[0] = true);
        bench.drain();
        assertThat(then[0]).isTrue();
        assertThat(bench.model().files().changedProperty().get()).isFalse();
        then[0] = false;
        bench.model().files().save(home.resolve("no folder/frog.studio"), () -> then[0] = true);
        bench.drain();
        assertThat(then[0]).as("nothing else is opened where it could not be saved").isFalse();
    }

    @Test
    void anExampleIsPaintedForAnEmptyCanvasAndBringsItsStrength() {
        TinyStudio bench = new TinyStudio();
        HarmonizeModel room = room(bench);
        room.form().field("tau").enter("2");
        bench.model().openExample();
        StudioExample example = StudioExample.ALL.getFirst();
        assertThat(bench.model().paintingProperty().get()).isEqualTo(example.name());
        bench.drain();
        assertThat(bench.model().paintingProperty().get()).isEmpty();
        assertThat(bench.model().document().composition()).isPresent();
        assertThat(room.form().settings().decimal("tau")).isEqualTo(example.tau());
        assertThat(bench.model().files().changedProperty().get()).isFalse();

        TinyStudio other = new TinyStudio();
        other.model().openExample();
        other.model().document().open(Optional.of(TinyStudio.composition()));
        other.drain();
        assertThat(other.model().document().composition().orElseThrow().painting().name()).as("what was dropped meanwhile stays").isEqualTo("pond");
    }

    @Test
    void aFileThatIsNoStudioIsRefusedAndNothingIsLost() throws Exception {
        TinyStudio bench = new TinyStudio();
        HarmonizeModel room = room(bench);
        bench.model().document().open(Optional.of(TinyStudio.composition()));
        Path file = home.resolve("broken.studio");
        Files.write(file, new byte[] {1, 2, 3});

        bench.model().open(file);
        bench.drain();

        assertThat(bench.messages().failures()).hasSize(1);
        assertThat(bench.model().document().composition()).isPresent();
        assertThat(room.situation()).isEqualTo(Situation.READY);
    }

    @Test
    void aRunBecomesAFilmAndAPicture() throws Exception {
        TinyStudio bench = new TinyStudio();
        HarmonizeModel room = room(bench);
        bench.model().document().open(Optional.of(TinyStudio.composition().withMask(Mask.full(TinyStudio.HEIGHT, TinyStudio.WIDTH))));
        bench.model().featuresProperty().set(Optional.of(TinyStudio.network(4)));
        HarmonizeFiles files = new HarmonizeFiles(room, bench.model().desk(), Runnable::run);
        files.savePicture(home.resolve("early.png"));
        assertThat(bench.messages().failures()).containsExactly("There is no result yet: harmonize first.");
        room.startOrPause();
        untilOver(bench, room);

        files.savePicture(home.resolve("result.png"));
        files.saveFilm(home.resolve("film.gif"));
        while (!bench.messages().lastProperty().get().text().contains("film.gif")) {
            bench.next();
        }
        assertThat(bench.messages().failures()).isEmpty();
        assertThat(Files.size(home.resolve("result.png"))).isPositive();
        assertThat(List.of(Files.readAllBytes(home.resolve("film.gif"))).getFirst()).startsWith('G', 'I', 'F');
    }
}
