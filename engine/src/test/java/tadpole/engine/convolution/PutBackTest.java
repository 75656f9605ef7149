package tadpole.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Images;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Setup;
import tadpole.engine.training.TrainedNetwork;

class PutBackTest {

    private static final Device DEVICE = Device.cpu(1);
    private static final String TEXT = """
            {"tadpole": 1, "name": "tiny", "data": {"set": "noise", "prepare": [{"type": "divide", "by": 255}]},
            "layers": [{"type": "conv2d", "out": 5, "kernel": 3}, {"type": "relu"}, {"type": "conv2d", "out": 4, "kernel": 3, "bias": false},
            {"type": "batchNorm2d"}, {"type": "flatten"}, {"type": "linear", "out": 3}],
            "loss": {"type": "crossEntropy"}, "optimizer": {"type": "sgd"}}""";

    private final TrainedNetwork trained = trained();
    private final TrainedLayer layer = TrainedFilters.of(trained.network()).layer("conv2d1").orElseThrow();

    private static Images noise(int size, String purpose) {
        RandomGenerator random = new Seed(2).derive(purpose).generator();
        byte[] pixels = new byte[size * 2 * 64];
        random.nextBytes(pixels);
        byte[] labels = new byte[size];
        IntStream.range(0, size).forEach(i -> labels[i] = (byte) random.nextInt(3));
        return new Images(Shape.of(2, 8, 8), pixels, labels);
    }

    private static TrainedNetwork trained() {
        try {
            Dataset dataset = new Dataset("noise", "Noise", List.of("a", "b", "c"), noise(300, "train"), Optional.of(noise(600, "test")));
            var experiment = ExperimentFile.parse("tiny.json", TEXT);
            return TrainedNetwork.of(experiment, dataset, Setup.of(experiment, dataset).network());
        } catch (FileException | SettingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static Comparison compare(PutBack job) {
        return tried(job).comparison();
    }

    private static PutBack.Tried tried(PutBack job) {
        return switch (job.run(JobControl.UNWATCHED)) {
            case JobOutcome.Finished<Optional<PutBack.Tried>>(var result) -> result.orElseThrow();
            case JobOutcome<Optional<PutBack.Tried>> other -> throw new AssertionError(other);
        };
    }

    /** Sample by sample, with nothing of the job's own. */
    private int[] answers(Network network) {
        return IntStream.range(0, trained.samples().size()).map(i -> {
            Tensor x = trained.prepared(trained.samples(), i);
            float[] y = network.forward(x.as(x.shape().batchOf(1)), Pass.evaluation(DEVICE)).data();
            return y[0] >= y[1] && y[0] >= y[2] ? 0 : y[1] >= y[2] ? 1 : 2;
        }).toArray();
    }

    @Test
    void comparesWithACopyAndLeavesTheNetworkAsItIs() throws Exception {
        List<float[]> state = trained.network().state().stream().map(NamedTensor::tensor).map(each -> each.data().clone()).toList();
        ConvolutionPlan plan = layer.plan(List.of(2));
        ConvolutionPlan edited = plan.withKernel(0, 1, plan.filters().getFirst().kernels().get(1).with(1, 1, 3)).withGain(2);
        Exchange exchange = Exchange.of(layer, 2, edited, edited.filters().getFirst());
        PutBack job = new PutBack(trained, List.of(exchange), Optional.empty(), DEVICE);

        PutBack.Tried tried = tried(job);

        Comparison comparison = tried.comparison();
        Network copy = trained.copy();
        Tensor weight = copy.parameters().getFirst().value();
        for (int i = 2 * 18; i < 3 * 18; i++) {
            weight.data()[i] *= 2;
        }
        weight.data()[2 * 18 + 9 + 4] = 6;
        assertThat(tried.network().parameters().getFirst().value().data()).containsExactly(weight.data());
        assertThat(comparison.before().answers()).containsExactly(answers(trained.network()));
        assertThat(comparison.after().answers()).containsExactly(answers(copy)).isNotEqualTo(comparison.before().answers());
        long right = IntStream.range(0, 600).filter(i -> comparison.after().answers()[i] == trained.samples().label(i)).count();
        assertThat(comparison.after().evaluation().correct()).isEqualTo((int) right);
        for (int i = 0; i < state.size(); i++) {
            assertThat(trained.network().state().get(i).tensor().data()).containsExactly(state.get(i));
        }
    }

    @Test
    void countsWhatFlippedAndByClass() throws Exception {
        Comparison comparison = compare(new PutBack(trained, List.of(Exchange.off(layer, 0), Exchange.off(layer, 1)), Optional.empty(), DEVICE));

        List<Comparison.Flip> flips = comparison.flips();
        assertThat(flips).isNotEmpty().allSatisfy(flip -> assertThat(flip.before()).isNotEqualTo(flip.after()));
        long mended = flips.stream().filter(Comparison.Flip::isMended).count();
        long broken = flips.stream().filter(Comparison.Flip::isBroken).count();
        assertThat(comparison.after().evaluation().correct() - comparison.before().evaluation().correct()).isEqualTo((int) (mended - broken));
        assertThat(flips.getFirst().isBroken()).isTrue();
        List<Comparison.OfClass> classes = comparison.classes(3);
        assertThat(classes.stream().mapToInt(Comparison.OfClass::count).sum()).isEqualTo(600);
        assertThat(classes.stream().mapToInt(Comparison.OfClass::after).sum()).isEqualTo(comparison.after().evaluation().correct());
    }

    @Test
    void stopsInTheMiddle() {
        JobControl stopping = new JobControl() {
            private final AtomicInteger asked = new AtomicInteger();

            @Override
            public boolean proceed() {
                return asked.incrementAndGet() <= 4;
            }

            @Override
            public void report(Progress progress) {
                assertThat(progress.done()).isLessThanOrEqualTo(progress.total());
            }
        };

        assertThat(new PutBack(trained, List.of(Exchange.off(layer, 0)), Optional.empty(), DEVICE).run(stopping))
                .isEqualTo(new JobOutcome.Stopped<>(Optional.empty()));
    }

    @Test
    void switchesEachOffInTurnAndRanksThem() {
        Judged before = compare(new PutBack(trained, List.of(), Optional.empty(), DEVICE)).before();

        if (!(new SwitchOff(trained, layer, Optional.of(before), DEVICE).run(JobControl.UNWATCHED)
                instanceof JobOutcome.Finished<Optional<SwitchedOff>>(var result))) {
            throw new AssertionError();
        }

        List<SwitchedOff.Without> ranking = result.orElseThrow().ranking();
        assertThat(ranking).extracting(SwitchedOff.Without::filter).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(ranking.getFirst().evaluation().correct()).isLessThanOrEqualTo(ranking.getLast().evaluation().correct());
        for (SwitchedOff.Without each : ranking) {
            Comparison alone = compare(new PutBack(trained, List.of(Exchange.off(layer, each.filter())), Optional.of(before), DEVICE));
            assertThat(each.evaluation()).isEqualTo(alone.after().evaluation());
            assertThat(each.flips()).isEqualTo(alone.flips().size());
        }
    }

    @Test
    void saysWhyAFilterCannotGoBack() {
        ConvolutionPlan plan = layer.plan(List.of(0));
        Filter filter = plan.filters().getFirst();
        ConvolutionPlan larger = plan.withFilters(List.of(new Filter(filter.kernels().stream().map(each -> each.resized(5, 5)).toList(), 0)));
        assertThatThrownBy(() -> Exchange.of(layer, 0, larger, larger.filters().getFirst()))
                .hasMessage("conv2d1 has kernels of 3×3, but the edited one is 5×5. Make it 3×3 again.");
        assertThatThrownBy(() -> Exchange.of(layer, 0, plan, new Filter(List.of(filter.kernels().getFirst()), 0)))
                .hasMessage("Each filter of conv2d1 has 2 kernels, one for each channel, but the edited one has 1. Take the filter again.");
        TrainedLayer second = TrainedFilters.of(trained.network()).layer("conv2d2").orElseThrow();
        ConvolutionPlan unbiased = second.plan(List.of(0));
        assertThatThrownBy(() -> Exchange.of(second, 0, unbiased, new Filter(unbiased.filters().getFirst().kernels(), 0.5f)))
                .hasMessage("conv2d2 has no bias, but the edited filter's is 0.5. Set it to 0.");
        assertThat(Arrays.equals(Exchange.off(second, 0).values(), new float[45])).isTrue();
    }
}
