package tadpole.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.convolution.SearchResult.Ending;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.optimizer.Adam;
import tadpole.engine.optimizer.Momentum;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.made.MadePictures;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KernelSearchTest {

    private static final Kernel SOBEL = Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1);
    private static final Kernel GAUSSIAN = Kernel.of(5, 5, .003f, .013f, .022f, .013f, .003f, .013f, .06f, .098f, .06f, .013f, .022f, .098f, .162f, .098f, .022f,
            .013f, .06f, .098f, .06f, .013f, .003f, .013f, .022f, .013f, .003f);

    private final Device device = Device.cpu(2);
    private final Convolver convolver = new Convolver(device);

    @AfterAll
    void closeDevice() {
        device.close();
    }

    /** A digit's size, a frog's size and a photograph's. */
    static Stream<Picture> pictures() throws SettingException {
        Picture pond = made("pond");
        return Stream.of(cut(made("letters"), 40, 60, 28), cut(pond, 400, 400, 32), pond);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void findsAHiddenSobel(Picture picture) throws SettingException {
        SearchResult result = search(ConvolutionPlan.of(SOBEL), picture, SearchPlan.standard());

        assertThat(result.ending()).isEqualTo(Ending.FOUND);
        close(result, SOBEL, 1e-2);
        assertThat(result.sentence()).startsWith("Found in ");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void findsAHiddenGaussian(Picture picture) throws SettingException {
        SearchResult result = search(ConvolutionPlan.of(GAUSSIAN), picture, SearchPlan.standard());

        close(result, GAUSSIAN, 1e-2);
    }

    @Test
    void findsWhatIsTurnedStridedDilatedPaddedAndSharedByChannels() throws SettingException {
        Picture picture = cut(made("pond"), 300, 300, 64);
        ConvolutionPlan plan = ConvolutionPlan.of(Kernel.of(2, 3, 1, -2, .5f, 0, 3, -1)).withFlip(true).withStride(2).withDilation(2)
                .withPadding(Padding.of(3).with(Border.REFLECT)).withMixing(Mixing.EACH);

        SearchResult result = search(plan, picture, SearchPlan.standard());

        close(result, plan.filters().getFirst().kernels().getFirst(), 1e-2);
    }

    @Test
    void findsTheKernelsOfAllChannelsAndTheBias() throws SettingException {
        Filter hidden = new Filter(List.of(SOBEL, Kernel.of(3, 3, 0, 1, 0, 1, -4, 1, 0, 1, 0), Kernel.of(3, 3, 0, 0, 0, 0, 1, 0, 0, 0, 0)), 20);
        ConvolutionPlan plan = ConvolutionPlan.of(SOBEL).withMixing(Mixing.SUM).withFilters(List.of(hidden));

        SearchResult result = search(plan, noise(3, 40, 40), SearchPlan.standard().with(Map.of("bias", true)));

        assertThat(result.ending()).isEqualTo(Ending.FOUND);
        assertThat(result.windows().unknowns()).isEqualTo(28);
        Filter found = result.best().filters().getFirst();
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < 9; i++) {
                assertThat((double) found.kernels().get(c).values()[i]).isCloseTo(hidden.kernels().get(c).values()[i], within(1e-2));
            }
        }
        assertThat((double) found.bias()).isCloseTo(20, within(0.1));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void plainerOptimizersFindItToo(Spec optimizer) throws SettingException {
        Picture picture = noise(1, 32, 32);
        SearchTask task = SearchTask.ofHidden(convolver.convolve(ConvolutionPlan.of(SOBEL), picture));
        SearchPlan plan = SearchPlan.standard().with(Map.of("start", "zeros"));
        Spec suited = KernelSearch.suited(optimizer, KernelSearch.windows(task, plan, device), 1);

        close(run(task, plan.with(suited).with(Map.of("steps", 2000)), new ArrayList<>()), SOBEL, 1e-2);
    }

    static Stream<Spec> optimizers() {
        return Stream.of(Sgd.RECIPE, Momentum.RECIPE, Adam.RECIPE).map(each -> each.standard());
    }

    @Test
    void aPictureOfOneColorCannotTellTheKernel() throws SettingException {
        Tensor flat = Tensor.zeros(Shape.of(1, 20, 20));
        flat.fill(128);
        ConvolutionPlan plan = ConvolutionPlan.of(GAUSSIAN).withPadding(Padding.none());

        SearchResult result = search(plan, Picture.ofBytes("flat", flat), SearchPlan.standard());

        assertThat(result.ending()).isEqualTo(Ending.NOT_TOLD);
        assertThat(result.windows().rank()).isEqualTo(1);
        assertThat(result.sentence()).contains("The picture cannot tell the kernel: its windows fix 1 of 25 numbers");
    }

    @Test
    void aBlackPictureTellsNothing() throws SettingException {
        SearchResult result = search(ConvolutionPlan.of(SOBEL), Picture.ofBytes("black", Tensor.zeros(Shape.of(1, 20, 20))), SearchPlan.standard());

        assertThat(result.steps()).isZero();
        assertThat(result.windows().rank()).isZero();
        assertThat(result.ending()).isEqualTo(Ending.NOT_TOLD);
    }

    @Test
    void everyStepIsToldFromTheStartOnWithLossKernelAndGradient() throws SettingException {
        SearchTask task = SearchTask.ofHidden(convolver.convolve(ConvolutionPlan.of(SOBEL), noise(1, 12, 12)));
        List<SearchStep> steps = new ArrayList<>();

        SearchResult result = run(task, SearchPlan.standard().with(Map.of("start", "zeros")), steps);

        assertThat(steps).hasSize(result.steps() + 1).extracting(SearchStep::step).startsWith(0, 1, 2);
        assertThat(steps.getFirst().filters().getFirst().kernels().getFirst()).isEqualTo(Kernel.zeros(3, 3));
        double mean = 0;
        for (float value : task.wanted().data()) {
            mean += (double) value * value / task.wanted().size();
        }
        assertThat(steps.getFirst().loss()).isCloseTo(mean, within(1e-4 * mean));
        assertThat(steps.getFirst().gradients().getFirst().kernels().getFirst().values()).isNotEqualTo(new float[9]);
    }

    @Test
    void theSameSeedGivesTheSameBitsForAnyNumberOfThreads() throws SettingException {
        SearchTask task = SearchTask.ofHidden(convolver.convolve(ConvolutionPlan.of(GAUSSIAN), noise(1, 70, 70)));
        List<SearchStep> two = new ArrayList<>();
        List<SearchStep> one = new ArrayList<>();

        run(task, SearchPlan.standard(), two);
        try (Device alone = Device.cpu(1)) {
            new KernelSearch(task, SearchPlan.standard(), alone, one::add).run(JobControl.UNWATCHED);
        }

        assertThat(one).isEqualTo(two);
        assertThat(run(task, SearchPlan.standard().with(Map.of("seed", 2)), new ArrayList<>()).best().filters()).isNotEqualTo(two.getLast().filters());
    }

    @Test
    void aStopGivesTheBestSoFar() throws SettingException {
        SearchTask task = SearchTask.ofHidden(convolver.convolve(ConvolutionPlan.of(SOBEL), noise(1, 32, 32)));
        List<SearchStep> steps = new ArrayList<>();

        JobOutcome<SearchResult> outcome = new KernelSearch(task, SearchPlan.standard(), device, steps::add).run(new JobControl() {
            @Override
            public boolean proceed() {
                return steps.size() < 3;
            }

            @Override
            public void report(Progress progress) {}
        });

        assertThat(outcome).isInstanceOfSatisfying(JobOutcome.Stopped.class, stopped ->
                assertThat(((SearchResult) stopped.resultSoFar()).sentence()).startsWith("Stopped after 2 steps"));
    }

    @Test
    void aStopBeforeTheFirstStepNeedNotWaitUntilAllWindowsAreCounted() throws SettingException {
        SearchTask task = SearchTask.ofHidden(convolver.convolve(ConvolutionPlan.of(SOBEL), noise(1, 32, 32)));
        AtomicInteger asked = new AtomicInteger();

        JobOutcome<SearchResult> outcome = new KernelSearch(task, SearchPlan.standard(), device, _ -> {}).run(new JobControl() {
            @Override
            public boolean proceed() {
                return false;
            }

            @Override
            public boolean isStopped() {
                return asked.incrementAndGet() > 4;
            }

            @Override
            public void report(Progress progress) {}
        });

        assertThat(asked.get()).isLessThan(10);
        assertThat(outcome).isInstanceOfSatisfying(JobOutcome.Stopped.class, stopped ->
                assertThat(((SearchResult) stopped.resultSoFar()).sentence()).startsWith("Stopped after 0 steps").doesNotContain("cannot tell"));
    }

    @Test
    void aWantedPictureThatNoKernelMakesEndsWhereTheLossIsLevel() throws SettingException {
        Picture wanted = noise(1, 20, 20);
        Tensor other = Tensor.zeros(Shape.of(1, 20, 20));
        System.arraycopy(noise(1, 40, 20).values().data(), 400, other.data(), 0, 400);

        SearchTask task = SearchTask.of(ConvolutionPlan.of(SOBEL), Picture.ofBytes("other", other), wanted);

        assertThat(run(task, SearchPlan.standard(), new ArrayList<>()).ending()).isEqualTo(Ending.LEVEL);
    }

    @Test
    void aWantedPictureOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> SearchTask.of(ConvolutionPlan.of(SOBEL).withPadding(Padding.none()), noise(3, 20, 30), noise(3, 20, 30)))
                .isInstanceOf(SettingException.class)
                .hasMessage("The wanted picture is 20×30 with 3 channels, but this convolution makes 18×28 with 1 of this picture. Take a picture of that size, or change padding or stride.");
    }

    private SearchResult search(ConvolutionPlan hidden, Picture picture, SearchPlan plan) throws SettingException {
        return run(SearchTask.ofHidden(convolver.convolve(hidden, picture)), plan, new ArrayList<>());
    }

    private SearchResult run(SearchTask task, SearchPlan plan, List<SearchStep> steps) {
        return switch (new KernelSearch(task, plan, device, steps::add).run(JobControl.UNWATCHED)) {
            case JobOutcome.Finished<SearchResult>(SearchResult result) -> result;
            case JobOutcome.Stopped<SearchResult> stopped -> throw new AssertionError("stopped: " + stopped);
            case JobOutcome.Failed<SearchResult> failed -> throw new AssertionError(failed.message(), failed.cause());
        };
    }

    private static void close(SearchResult result, Kernel hidden, double within) {
        float[] found = result.best().filters().getFirst().kernels().getFirst().values();
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).as("number %d; %s", i, result.sentence()).isCloseTo(hidden.values()[i], within(within));
        }
    }

    private static Picture made(String type) throws SettingException {
        return MadePictures.make(MadePictures.ALL.stream().filter(each -> each.type().equals(type)).findFirst().orElseThrow().standard());
    }

    private static Picture cut(Picture from, int top, int left, int side) {
        Tensor values = Tensor.zeros(Shape.of(from.channels(), side, side));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = from.at(i / side / side, top + i / side % side, left + i % side);
        }
        return Picture.ofBytes(from.name(), values);
    }

    private static Picture noise(int channels, int height, int width) {
        SplittableRandom random = new SplittableRandom(3);
        Tensor values = Tensor.zeros(Shape.of(channels, height, width));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = random.nextInt(256);
        }
        return Picture.ofBytes("noise", values);
    }
}
