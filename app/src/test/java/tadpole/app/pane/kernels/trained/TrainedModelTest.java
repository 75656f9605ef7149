package tadpole.app.pane.kernels.trained;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.app.Pump;
import tadpole.app.job.Jobs;
import tadpole.app.job.RunningJob;
import tadpole.app.job.WorkState;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.TestBench;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.convolution.Comparison;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.SwitchedOff;
import tadpole.engine.dataset.Split;
import tadpole.engine.file.WeightsFile;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Answers;
import tadpole.engine.training.TrainedNetwork;
import tadpole.samples.SampleData;

class TrainedModelTest {

    @TempDir
    private Path folder;

    private final Pump pump = new Pump();
    private final Device device = Device.cpu(1);
    private final Messages messages = new Messages();
    private final Desk desk = new Desk(new Workspace(), new Jobs(pump), device, messages, new Theme(Theme.Kind.LIGHT), _ -> {});
    private final KernelsModel kernels = new KernelsModel(desk, Runnable::run);
    private final TrainedModel model = new TrainedModel(kernels, List.of(SampleData.data()));

    @AfterEach
    void close() {
        desk.jobs().stopAll();
        device.close();
    }

    private Source.Weights pond() {
        return new Source.Weights(SampleData.weights().resolve("pond-cnn.safetensors"), true);
    }

    private void open(Source source) {
        model.open(source);
        pump.until(() -> !model.openingProperty().get());
        settle();
    }

    private void settle() {
        boolean[] done = {false};
        pump.execute(() -> done[0] = true);
        pump.until(() -> done[0]);
    }

    private void ended() {
        pump.until(() -> !model.trials().stateProperty().get().isGoingOn());
        settle();
    }

    private Version version() {
        return model.version().orElseThrow();
    }

    /** Sample by sample, on the plain device and without any of the room's classes. */
    private static int right(TrainedNetwork trained, Network network, Device plain) {
        Split samples = trained.samples();
        return (int) IntStream.range(0, samples.size()).filter(i -> {
            Tensor x = trained.prepared(samples, i);
            return Answers.answer(network.forward(x.as(x.shape().batchOf(1)), Pass.evaluation(plain)), 0) == samples.label(i);
        }).count();
    }

    @Test
    void listsLayersAndShowsWhatAFilterSeesAndGives() {
        open(pond());

        assertThat(version().network().filters().layers()).extracting(each -> each.name()).containsExactly("conv2d1", "conv2d2");
        Look look = model.lookProperty().get().orElseThrow();
        assertThat(look.seen().values().shape()).hasToString("3×32×32");
        assertThat(look.response().shape()).hasToString("1×32×32");
        model.chooseLayer(1);
        settle();
        assertThat(model.lookProperty().get().orElseThrow().seen().values().shape()).hasToString("8×16×16");
    }

    @Test
    void undoPastTheTakingEndsItAndBringsThePictureBack() {
        open(pond());
        kernels.input().showSmall(TestBench.picture(1, 9, 9));
        Picture before = kernels.pictureProperty().get().orElseThrow();
        ConvolutionPlan plan = kernels.planProperty().get();
        assertThat(model.take()).isTrue();
        kernels.change(now -> now.withStride(2));
        settle();

        kernels.undo();
        assertThat(model.takenProperty().get()).isPresent();
        assertThat(model.edited().get()).isFalse();
        kernels.undo();
        assertThat(model.takenProperty().get()).isEmpty();
        assertThat(kernels.pictureProperty().get()).containsSame(before);
        assertThat(kernels.planProperty().get()).isEqualTo(plan);
        settle();
    }

    @Test
    void whatIsTakenConvolvesToTheNetworksOwnMaps() {
        open(pond());
        for (int layer = 0; layer < 2; layer++) {
            model.chooseLayer(layer);
            model.chooseFilter(3);
            settle();
            float[] own = model.lookProperty().get().orElseThrow().response().data();

            assertThat(model.takeSeveral()).isTrue();
            settle();

            assertThat(kernels.refusalProperty().get()).isEmpty();
            assertThat(kernels.filterProperty().get()).isEqualTo(3);
            assertThat(kernels.planProperty().get().filters()).hasSize(8);
            float[] convolved = kernels.convolvedProperty().get().orElseThrow().output().data();
            for (int i = 0; i < own.length; i++) {
                assertThat(convolved[3 * own.length + i]).isCloseTo(own[i], Offset.offset(1e-5f));
            }
            assertThat(model.edited().get()).isFalse();
        }
        assertThat(kernels.pictureProperty().get().orElseThrow().name()).endsWith("test #0 · as conv2d2 sees it");
        assertThat(kernels.input().shownProperty().get().orElseThrow().picture()).isSameAs(kernels.pictureProperty().get().orElseThrow());
    }

    @Test
    void anEditedFilterPutBackChangesTheAccuracyAndUndoBringsTheNetworkBack() {
        open(pond());
        float[] before = version().network().filters().layers().getFirst().weight().data().clone();
        model.chooseFilter(2);
        settle();
        model.take();
        settle();
        model.putBack();
        assertThat(messages.lastProperty().get().text()).isEqualTo("filter 3 of conv2d1 is as it was. Change a number of its kernel, then put it back.");

        kernels.change(plan -> plan.withGain(-3));
        assertThat(model.edited().get()).isTrue();
        model.putBack();
        ended();

        Comparison comparison = version().comparison().orElseThrow();
        Network by = version().network().trained().copy();
        try (Device plain = Device.plain()) {
            assertThat(comparison.after().evaluation().correct()).isEqualTo(right(version().network().trained(), by, plain));
        }
        assertThat(comparison.before().evaluation().correct()).isEqualTo(984);
        assertThat(comparison.after().evaluation().correct()).isLessThan(984);
        assertThat(model.trials().lineProperty().get()).startsWith("98.4 % → ").contains("1\u00A0000 test images").contains("became wrong");
        assertThat(model.edited().get()).as("the network has it now").isFalse();
        assertThat(version().isChanged("conv2d1", 2)).isTrue();
        for (int i = 0; i < 75; i++) {
            assertThat(by.parameters().getFirst().value().data()[150 + i]).isEqualTo(-3 * before[150 + i]);
        }

        model.trials().undo();
        settle();
        assertThat(version().exchanges()).isEmpty();
        assertThat(version().network().filters().layers().getFirst().weight().data()).containsExactly(before);
        assertThat(model.edited().get()).as("the window still has the other one").isTrue();
    }

    @Test
    void aFilterOfAnotherSizeIsRefusedInASentence() {
        open(pond());
        model.take();
        settle();
        kernels.change(plan -> plan.withFilters(plan.filters().stream()
                .map(each -> new Filter(each.kernels().stream().map(kernel -> kernel.resized(3, 3)).toList(), 0)).toList()));

        model.putBack();

        assertThat(messages.lastProperty().get().text()).isEqualTo("conv2d1 has kernels of 5×5, but the edited one is 3×3. Make it 5×5 again.");
    }

    @Test
    void switchesOffAndRestoresAndKeeps() {
        open(pond());
        model.switchOff();
        ended();
        model.chooseFilter(1);
        model.switchOff();
        ended();

        assertThat(version().exchanges()).hasSize(2);
        assertThat(version().isOff("conv2d1", 0)).isTrue();
        model.keep();
        assertThat(desk.workspace().experimentProperty().get().orElseThrow().name()).isEqualTo("pond-cnn-changed");
        open(new Source.Session());
        assertThat(version().network().title()).isEqualTo("pond-cnn-changed");
        assertThat(version().network().filters().layers().getFirst().values(1)).containsOnly(0);

        open(pond());
        model.switchOff();
        ended();
        model.trials().restore();
        assertThat(version().exchanges()).isEmpty();
        assertThat(model.trials().lineProperty().get()).isEqualTo("All filters are as they were.");
    }

    @Test
    void looksForNothingWhereNobodyLooks() {
        open(pond());
        Look before = model.lookProperty().get().orElseThrow();
        model.watch(false);
        model.chooseFilter(1);
        settle();
        assertThat(model.lookProperty().get()).containsSame(before);

        model.watch(true);
        settle();

        assertThat(model.lookProperty().get().orElseThrow().response()).isNotSameAs(before.response());
    }

    @Test
    void ranksTheFiltersOfALayer() {
        open(pond());

        model.switchEachOff();
        ended();

        SwitchedOff ranking = model.trials().rankingProperty().get().orElseThrow();
        assertThat(ranking.without()).hasSize(8);
        assertThat(model.trials().lineProperty().get()).startsWith("Without filter %d of conv2d1".formatted(ranking.ranking().getFirst().filter() + 1));
    }

    @Test
    void aStopLeavesTheNetworkAsItWas() {
        open(pond());
        model.switchEachOff();
        model.trials().pauseOrResume();
        assertThat(model.trials().stateProperty().get()).isEqualTo(WorkState.PAUSED);
        model.trials().stop();
        ended();

        assertThat(version().exchanges()).isEmpty();
        assertThat(model.trials().runningProperty().get()).isEmpty();
        assertThat(model.trials().stateProperty().get()).isEqualTo(WorkState.ENDED);
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        open(new Source.Session());
        assertThat(model.lackProperty().get()).startsWith("Nothing is trained yet.");

        WeightsFile pond = WeightsFile.read(pond().file());
        Path elsewhere = Files.createDirectories(folder.resolve("none"));
        Path file = folder.resolve("mine.safetensors");
        open(pond());
        model.saveWeights(file);
        TrainedModel without = new TrainedModel(kernels, List.of(elsewhere));
        without.open(new Source.Weights(file, false));
        pump.until(() -> !without.openingProperty().get());
        assertThat(without.lackProperty().get()).startsWith("There is no data set \"tadpole-pond\" in ");
        Files.writeString(folder.resolve("torn.safetensors"), "abc");
        open(new Source.Weights(folder.resolve("torn.safetensors"), false));
        assertThat(model.lackProperty().get()).startsWith("torn.safetensors is no safetensors file");
        assertThat(version().network().title()).as("what was open still is").isEqualTo("pond-cnn");
        assertThat(WeightsFile.read(file).experiment()).isEqualTo(pond.experiment());
        assertThat(desk.jobs().running()).extracting(RunningJob::name).isEmpty();
    }
}
