package tadpole.app.pane.kernels.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.TestBench;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;
import tadpole.engine.convolution.SearchResult;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The test's own thread is the JavaFX thread: it does what jobs give it. */
class LearnModelTest {

    private static final Kernel SOBEL = Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1);

    @TempDir
    private Path home;

    private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final Messages messages = new Messages();
    private KernelsModel kernels;
    private LearnModel model;

    @BeforeEach
    void begin() {
        Desk desk = new Desk(new Workspace(), new Jobs(ui::add), Device.plain(), messages, new Theme(Theme.Kind.LIGHT), _ -> { });
        kernels = new KernelsModel(desk, Runnable::run);
        kernels.pictureProperty().set(Optional.of(TestBench.picture(1, 20, 24)));
        kernels.planProperty().set(ConvolutionPlan.of(SOBEL));
        drain();
        model = new LearnModel(kernels);
        model.setTempo(Tempo.FULL);
        drain();
    }

    private void drain() {
        for (Runnable next = ui.poll(); next != null; next = ui.poll()) {
            next.run();
        }
    }

    private void untilOver() throws InterruptedException {
        while (model.stateProperty().get().isGoingOn()) {
            Runnable next = ui.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("the job says something within a minute").isNotNull();
            next.run();
        }
        drain();
    }

    @Test
    void findsThePanesHiddenSobel() throws InterruptedException {
        model.startOrPause();
        untilOver();

        assertThat(model.resultProperty().get().orElseThrow().ending()).isEqualTo(SearchResult.Ending.FOUND);
        assertThat(model.wantedProperty().get().orElseThrow().off(model.resultProperty().get().orElseThrow().best().filters()).orElseThrow()).isLessThan(1e-2);
        assertThat(model.stepsProperty().get().getFirst().step()).isZero();
        assertThat(model.last().orElseThrow().filters()).isNotEmpty();
        assertThat(model.stepsProperty().get().subList(0, model.stepsProperty().get().size() - 1)).allSatisfy(each -> assertThat(each.filters()).isEmpty());
        assertThat(model.lineProperty().get()).startsWith("Found in ").contains("No weight is further than ");
        float wanted = model.wantedProperty().get().orElseThrow().task().wanted().data()[200];
        assertThat(model.outputProperty().get().orElseThrow().output().data()[200]).isCloseTo(wanted, within(0.05f));
    }

    @Test
    void saysHowFarTheFoundKernelIsFromTheHiddenOneAndWhatOfItsBias() {
        Filter found = new Filter(List.of(Kernel.of(1, 2, 1, 2)), 0);
        Wanted even = new Wanted(model.wantedProperty().get().orElseThrow().task(), "even", Optional.of(List.of(new Filter(List.of(Kernel.of(1, 2, 1, 2.12451f)), 0))));
        Wanted biased = new Wanted(even.task(), "biased", Optional.of(List.of(new Filter(List.of(Kernel.of(1, 2, 1, 2)), 5))));

        assertThat(even.apart(List.of(found), false)).isEqualTo(" No weight is further than 0.125 from the hidden one.");
        assertThat(biased.apart(List.of(found), true)).isEqualTo(" No weight is further than 0, no bias further than 5 from the hidden one.");
        assertThat(biased.apart(List.of(found), false)).endsWith(" The hidden filter has a bias, but none was searched: switch Bias on.");
    }

    @Test
    void whatIsTakenStandsInThePaneAndUndoTakesItBack() throws InterruptedException {
        kernels.change(plan -> plan.withGain(2).withFlip(true));
        drain();
        model.startOrPause();
        untilOver();

        assertThat(model.take()).isTrue();
        drain();

        assertThat(kernels.planProperty().get().gain()).isEqualTo(1);
        for (int i = 0; i < 9; i++) {
            assertThat(kernels.kernel().values()[i]).isCloseTo(2 * SOBEL.values()[i], within(0.02f));
        }
        kernels.undo();
        assertThat(kernels.kernel()).isEqualTo(SOBEL);
        assertThat(kernels.planProperty().get().gain()).isEqualTo(2);
    }

    @Test
    void aLotHidesAnotherPresetEachTimeAndFindsIt() throws InterruptedException {
        model.goalProperty().set(Goal.LOT);
        drain();
        String first = model.wantedProperty().get().orElseThrow().name();
        assertThat(List.of(1, 2, 3, 4, 5, 6).stream().map(_ -> {
            model.drawAgain();
            drain();
            return model.wantedProperty().get().orElseThrow().name();
        }).anyMatch(name -> !name.equals(first))).isTrue();

        model.startOrPause();
        untilOver();
        assertThat(model.wantedProperty().get().orElseThrow().off(model.resultProperty().get().orElseThrow().best().filters()).orElseThrow()).isLessThan(1e-2);
    }

    @Test
    void stepsOneByOneAndStops() throws InterruptedException {
        model.step();
        while (model.last().filter(each -> each.step() == 1).isEmpty()) {
            ui.poll(60, TimeUnit.SECONDS).run();
        }
        assertThat(model.stateProperty().get()).isEqualTo(WorkState.PAUSED);
        model.stop();
        untilOver();
        assertThat(model.resultProperty().get().orElseThrow().ending()).isEqualTo(SearchResult.Ending.STOPPED);
        assertThat(model.lineProperty().get()).startsWith("Stopped after 1 step");
    }

    @Test
    void aSlowSearchStopsAtOnceAndKeepsWhatItSearchesWhileThePaneIsEdited() throws InterruptedException {
        model.setTempo(Tempo.SLOW);
        model.startOrPause();
        while (model.last().isEmpty()) {
            ui.poll(60, TimeUnit.SECONDS).run();
        }
        Wanted searched = model.wantedProperty().get().orElseThrow();
        kernels.change(plan -> plan.withKernel(0, 0, Kernel.zeros(3, 3)));
        drain();
        assertThat(model.wantedProperty().get()).containsSame(searched);
        model.stop();
        untilOver();
        assertThat(model.stateProperty().get()).isEqualTo(WorkState.ENDED);
        model.restart();
        drain();
        assertThat(model.wantedProperty().get().orElseThrow().hidden().orElseThrow().getFirst().kernels().getFirst()).isEqualTo(Kernel.zeros(3, 3));
        assertThat(model.stepsProperty().get()).isEmpty();
    }

    private void startSlowlyAndShowAnotherPicture(Picture other) throws InterruptedException {
        model.setTempo(Tempo.SLOW);
        model.startOrPause();
        while (model.last().isEmpty()) {
            ui.poll(60, TimeUnit.SECONDS).run();
        }
        kernels.pictureProperty().set(Optional.of(other));
        drain();
        assertThat(model.outdatedProperty().get()).isTrue();
        model.stop();
        untilOver();
        assertThat(model.resultProperty().get()).as("what was found is still shown").isPresent();
        assertThat(model.wantedProperty().get().orElseThrow().task().picture()).isNotSameAs(other);
    }

    @Test
    void aPictureThatWasShownInTheMidstIsWhatTheNextSearchBeginsWith() throws InterruptedException {
        Picture other = TestBench.picture(1, 30, 18);
        startSlowlyAndShowAnotherPicture(other);

        model.startOrPause();
        drain();
        assertThat(model.outdatedProperty().get()).isFalse();
        assertThat(model.wantedProperty().get().orElseThrow().task().picture()).isSameAs(other);
        assertThat(model.stateProperty().get().isGoingOn()).isTrue();
        model.stop();
        untilOver();
        assertThat(model.outputProperty().get().orElseThrow().height()).isEqualTo(model.wantedProperty().get().orElseThrow().task().wanted().shape().at(1));
    }

    @Test
    void theFirstStepAfterAChangeIsOneOfTheNewPictureEvenIfItIsPreparedBesides() throws InterruptedException {
        model.goalProperty().set(Goal.LOT);
        drain();
        Picture other = TestBench.picture(1, 30, 18);
        startSlowlyAndShowAnotherPicture(other);

        model.step();
        while (model.last().filter(each -> each.step() == 1).isEmpty()) {
            ui.poll(60, TimeUnit.SECONDS).run();
        }
        assertThat(model.wantedProperty().get().orElseThrow().task().picture()).isSameAs(other);
        assertThat(model.stateProperty().get()).isEqualTo(WorkState.PAUSED);
        model.stop();
        untilOver();
    }

    @Test
    void theOutputIsThatOfTheStepAndOfThePictureItWasMadeOf() throws InterruptedException {
        TestBench.Later later = new TestBench.Later();
        Desk desk = kernels.desk();
        KernelsModel slow = new KernelsModel(desk, later);
        slow.pictureProperty().set(Optional.of(TestBench.picture(1, 20, 24)));
        later.run();
        drain();
        model = new LearnModel(slow);
        model.setTempo(Tempo.FULL);
        model.startOrPause();
        untilOver();
        slow.pictureProperty().set(Optional.of(TestBench.picture(3, 9, 9)));
        slow.change(plan -> plan.withMixing(Mixing.SUM));
        assertThat(later.size()).isPositive();
        later.run();
        drain();
        model.startOrPause();
        untilOver();
        later.run();
        drain();

        assertThat(model.outputProperty().get().orElseThrow().picture().channels()).isEqualTo(3);
    }

    @Test
    void aWantedPictureOfAnotherSizeIsRefusedInASentence() throws Exception {
        Path file = home.resolve("small.png");
        try (var out = Files.newOutputStream(file)) {
            PictureFile.write(TestBench.picture(1, 5, 5), out);
        }
        model.openWanted(file);
        drain();

        assertThat(model.wantedProperty().get()).isEmpty();
        assertThat(model.lackProperty().get()).contains("5×5").contains("20×24");
        assertThat(model.stateProperty().get()).isEqualTo(WorkState.READY);
        model.startOrPause();
        assertThat(model.stateProperty().get()).isEqualTo(WorkState.READY);
    }

    @Test
    void aWantedPictureFromAFileIsSearched() throws Exception {
        float[] noise = new float[20 * 24];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextInt(256);
        }
        kernels.pictureProperty().set(Optional.of(Picture.ofBytes("noise", Tensor.of(Shape.of(1, 20, 24), noise))));
        kernels.planProperty().set(ConvolutionPlan.of(Kernel.zeros(3, 3)).withPadding(Padding.none()));
        Picture shown = kernels.pictureProperty().get().orElseThrow();
        float[] right = new float[18 * 22];
        for (int i = 0; i < right.length; i++) {
            right[i] = shown.at(0, i / 22 + 1, i % 22 + 2);
        }
        Path file = home.resolve("moved.png");
        try (var out = Files.newOutputStream(file)) {
            PictureFile.write(Picture.ofBytes("moved", Tensor.of(Shape.of(1, 18, 22), right)), out);
        }
        drain();
        model.openWanted(file);
        drain();
        model.startOrPause();
        untilOver();

        float[] found = model.resultProperty().get().orElseThrow().best().filters().getFirst().kernels().getFirst().values();
        for (int i = 0; i < 9; i++) {
            assertThat(found[i]).isCloseTo(i == 5 ? 1 : 0, within(1e-2f));
        }
    }

    @Test
    void saysWhatWasDoneToTheWantedPicture() throws Exception {
        Path file = home.resolve("clear.png");
        ImageIO.write(new BufferedImage(24, 20, BufferedImage.TYPE_INT_ARGB), "png", file.toFile());
        model.openWanted(file);
        drain();

        assertThat(model.wantedProperty().get()).isPresent();
        assertThat(model.lineProperty().get()).containsIgnoringCase("white");
    }

    @Test
    void aPictureOfOneColorSaysThatItCannotTell() throws InterruptedException {
        Tensor flat = Tensor.zeros(Shape.of(1, 12, 12));
        flat.fill(90);
        kernels.planProperty().set(ConvolutionPlan.of(SOBEL).withPadding(Padding.none()));
        kernels.pictureProperty().set(Optional.of(Picture.ofBytes("flat", flat)));
        drain();
        model.startOrPause();
        untilOver();

        assertThat(model.lineProperty().get()).contains("The picture cannot tell the kernel");
    }
}
