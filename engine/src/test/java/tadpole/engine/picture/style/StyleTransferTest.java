package tadpole.engine.picture.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.SmallFeatures;
import tadpole.engine.picture.feature.VggWeights;
import tadpole.engine.picture.feature.VggWeights.Convolution;
import tadpole.engine.picture.pull.PullValue;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class StyleTransferTest {

    private static final FeatureNetwork FEATURES = network(4, 6, 8, 8);
    private static final Picture CONTENT = picture("content", 40, 48, 1);
    private static final List<StylePicture> STYLES = List.of(new StylePicture(picture("style", 52, 44, 2), 1));

    private final Device device = Device.cpu(2);

    @Test
    void gradientPointsWhereTheLossesRise() {
        for (String loss : List.of("covariance", "relative", "gram")) {
            StyleOrder order = order(Map.of("loss", loss, "smooth", 0.0, "content", 2.0, "color", 0.0));
            StyleSizes sizes = new StyleSizes(order, device);
            StyleLevel level = new StyleLevel(order, StyleLayers.of(order.settings(), FEATURES), sizes.contentGoal(1), sizes.styleGoals(1), device);
            Tensor pixels = picture("other", 40, 48, 3).values();
            Tensor direction = level.gradient(pixels, false, new ArrayList<>()).copy();
            double slope = direction.norm();
            double step = 2 / slope * Math.sqrt(pixels.size()) / 20;

            double risen = loss(level, moved(pixels, direction, step), loss) - loss(level, moved(pixels, direction, -step), loss);

            assertThat(risen / (2 * step)).as(loss).isCloseTo(slope * slope, within(0.05 * slope * slope));
        }
    }

    @Test
    void bringsThePictureNearerToTheStyleAndTellsHow() throws SettingException {
        List<StyleEvent> events = new ArrayList<>();

        JobOutcome<Styled> outcome = new StyleTransfer(order(Map.of("iterations", 12L, "iterationsThen", 6L)), Optional.empty(), device, events::add)
                .run(JobControl.UNWATCHED);

        Picture picture = ((JobOutcome.Finished<Styled>) outcome).result().picture();
        assertThat(picture.values().shape()).isEqualTo(Shape.of(3, 40, 48));
        assertThat(picture.values().isFinite()).isTrue();
        assertThat(events.getFirst()).isInstanceOf(StyleEvent.Began.class);
        assertThat(events.getLast()).isEqualTo(new StyleEvent.Ended(picture));
        assertThat(events).anyMatch(StyleEvent.Preview.class::isInstance);
        List<StyleEvent.Iterated> iterated = events.stream().filter(StyleEvent.Iterated.class::isInstance).map(StyleEvent.Iterated.class::cast).toList();
        assertThat(iterated).extracting(StyleEvent.Iterated::iteration).isEqualTo(java.util.stream.IntStream.rangeClosed(1, 18).boxed().toList());
        assertThat(iterated.get(0).width()).isEqualTo(24);
        assertThat(iterated.get(17).width()).isEqualTo(48);
        assertThat(sum(iterated.get(11).pulls())).isLessThan(0.7 * sum(iterated.get(0).pulls()));
        assertThat(sum(iterated.get(17).pulls())).isLessThan(sum(iterated.get(12).pulls()));
    }

    @Test
    void sharesAreMeasuredWithoutChangingThePicture() {
        List<StyleEvent> events = new ArrayList<>();
        Map<String, Object> few = Map.of("iterations", 3L, "iterationsThen", 2L, "sharesEvery", 2L);
        Picture measured = ((JobOutcome.Finished<Styled>) new StyleTransfer(order(few), Optional.empty(), device, events::add).run(JobControl.UNWATCHED)).result().picture();
        Picture never = finished(order(Map.of("iterations", 3L, "iterationsThen", 2L, "sharesEvery", 0L)), Optional.empty(), device);

        assertThat(measured.values().data()).isEqualTo(never.values().data());
        List<StyleEvent.Iterated> iterated = events.stream().filter(StyleEvent.Iterated.class::isInstance).map(StyleEvent.Iterated.class::cast).toList();
        assertThat(iterated.get(0).pulls().stream().mapToDouble(PullValue::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(iterated.get(1).pulls()).allMatch(each -> Double.isNaN(each.share()));
        assertThat(iterated.get(3).pulls().stream().mapToDouble(PullValue::share).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aLossThatActsAloneHasTheWholeShare() {
        Map<String, Object> only = new HashMap<>(Map.of("style21", 0.0, "style31", 0.0, "style41", 0.0, "style42", 0.0));
        only.putAll(Map.of("content", 0.0, "smooth", 0.0, "color", 0.0, "range", 0.0, "style11", 0.0, "scales", 1L));
        StyleOrder order = order(only);
        StyleSizes sizes = new StyleSizes(order, device);
        StyleLevel level = new StyleLevel(order, StyleLayers.of(order.settings(), FEATURES), sizes.contentGoal(1), sizes.styleGoals(1), device);
        List<PullValue> values = new ArrayList<>();

        level.gradient(picture("other", 40, 48, 3).values(), true, values);

        assertThat(values).hasSize(1);
        assertThat(values.getFirst().share()).isEqualTo(1);
    }

    @Test
    void goesOnFromWhereItWasStoppedToTheSameBits() {
        for (Map<String, Object> given : List.<Map<String, Object>>of(Map.of(), Map.of("optimizer", "adam", "start", "noise"))) {
            Map<String, Object> all = new HashMap<>(given);
            all.putAll(Map.of("iterations", 7L, "iterationsThen", 5L));
            Picture whole = finished(order(all), Optional.empty(), device);
            for (int stop : new int[] {0, 3, 7, 9}) {
                int[] asked = {0};
                JobOutcome<Styled> stopped = new StyleTransfer(order(all), Optional.empty(), device, event -> {
                    if (event instanceof StyleEvent.Iterated) {
                        asked[0]++;
                    }
                }).run(control(() -> asked[0] >= stop));

                Styled soFar = ((JobOutcome.Stopped<Styled>) stopped).resultSoFar();

                assertThat(soFar.iterations()).isEqualTo(stop);
                assertThat(finished(order(all), soFar.state(), device).values().data()).as("stopped at %d", stop).isEqualTo(whole.values().data());
            }
        }
    }

    @Test
    void breaksOffWithinAnIterationAndForgetsIt() {
        StyleOrder order = order(Map.of("iterations", 4L, "iterationsThen", 3L));
        Picture whole = finished(order, Optional.empty(), device);
        int[] asked = {0};
        JobControl control = new JobControl() {
            @Override
            public boolean proceed() {
                return asked[0] < 1000;
            }

            @Override
            public synchronized boolean isStopped() {
                return ++asked[0] >= 1000;
            }

            @Override
            public void report(Progress progress) {}
        };

        JobOutcome<Styled> stopped = new StyleTransfer(order, Optional.empty(), device, _ -> { }).run(control);

        Styled soFar = ((JobOutcome.Stopped<Styled>) stopped).resultSoFar();
        assertThat(soFar.iterations()).isBetween(0, 6);
        assertThat(finished(order, soFar.state(), device).values().data()).isEqualTo(whole.values().data());
    }

    @Test
    void givesTheSameBitsForAnyNumberOfThreads() {
        List<float[]> results = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            try (Device own = Device.cpu(threads)) {
                results.add(finished(order(Map.of("iterations", 4L, "iterationsThen", 3L)), Optional.empty(), own).values().data());
            }
        }

        assertThat(results.get(1)).isEqualTo(results.get(0));
    }

    @Test
    void keepsTheColors() {
        Picture picture = finished(order(Map.of("iterations", 4L, "levels", 1L, "keepColors", true)), Optional.empty(), device);

        float[] x = picture.values().data();
        float[] content = CONTENT.values().data();
        int n = x.length / 3;
        int compared = 0;
        for (int i = 0; i < n; i++) {
            boolean clamped = false;
            for (int c = 0; c < 3; c++) {
                clamped |= x[c * n + i] <= 0 || x[c * n + i] >= 255;
            }
            if (!clamped) {
                compared++;
                assertThat(x[i] - x[n + i]).isCloseTo(content[i] - content[n + i], within(1e-2f));
                assertThat(x[n + i] - x[2 * n + i]).isCloseTo(content[n + i] - content[2 * n + i], within(1e-2f));
            }
        }
        assertThat(compared).isGreaterThan(n / 4);
        assertThat(x).isNotEqualTo(content);
    }

    @Test
    void noiseIsDrawnFromTheSeed() {
        Map<String, Object> given = Map.of("iterations", 1L, "levels", 1L, "start", "noise");
        Map<String, Object> other = new HashMap<>(given);
        other.put("seed", 5L);

        float[] first = finished(order(given), Optional.empty(), device).values().data();

        assertThat(finished(order(given), Optional.empty(), device).values().data()).isEqualTo(first);
        assertThat(finished(order(other), Optional.empty(), device).values().data()).isNotEqualTo(first);
    }

    @Test
    void twoEqualStylesAreOne() {
        List<StylePicture> twice = List.of(new StylePicture(STYLES.getFirst().picture(), 3), new StylePicture(STYLES.getFirst().picture(), 1));
        StyleOrder one = order(Map.of("iterations", 2L, "levels", 1L));

        float[] single = finished(one, Optional.empty(), device).values().data();
        float[] both = finished(new StyleOrder(CONTENT, twice, one.settings(), FEATURES), Optional.empty(), device).values().data();

        for (int i = 0; i < single.length; i++) {
            assertThat(both[i]).isCloseTo(single[i], within(0.5f));
        }
    }

    @Test
    void saysWhichLayersItTakesInstead() {
        StyleLayers layers = StyleLayers.of(settings(Map.of("style51", 1.0, "content42", 1.0)), FEATURES);

        assertThat(layers.notes()).containsExactly("Test network has no relu4_2: its style is taken from relu4_1.",
                "Test network is not deep enough for relu5_1: no style is taken from it.",
                "Test network has no relu2_2: its content is taken from relu2_1.", "Test network has no relu3_2: its content is taken from relu3_1.",
                "Test network has no relu4_2: its content is taken from relu4_1.");
        assertThat(layers.style()).containsEntry("relu4_1", 2.0);
    }

    @Test
    void aNetworkWithOtherNamesGivesItsStyleByDepth() throws Exception {
        FeatureNetwork squeeze = SmallFeatures.squeeze(4, 4, 4, 6, 6, 8);
        Settings settings = StylePlan.presets(squeeze).getFirst().settings();

        StyleLayers layers = StyleLayers.of(settings, squeeze);

        assertThat(layers.style()).isNotEmpty();
        assertThat(layers.content()).isNotEmpty();
        assertThat(layers.notes()).anyMatch(note -> note.contains("its style is taken from relu1."));
        assertThat(layers.refusal(settings, squeeze)).isEmpty();
    }

    @Test
    void refusesWhereNoLayerIsLeft() throws Exception {
        Settings settings = settings(Map.of("style11", 0.0, "style21", 0.0, "style31", 0.0, "style41", 0.0, "style42", 0.0, "style51", 1.0));

        JobOutcome<Styled> outcome = new StyleTransfer(new StyleOrder(CONTENT, STYLES, settings, FEATURES), Optional.empty(), device, _ -> { })
                .run(JobControl.UNWATCHED);

        assertThat(((JobOutcome.Failed<Styled>) outcome).message()).contains("Test network has none of the layers");
    }

    @Test
    void refusesWhatDoesNotFitWithTheLargestSizeThatDoes() {
        StyleOrder order = order(Map.of("size", 1024L));

        assertThat(StyleEstimate.refusal(order, Long.MAX_VALUE)).isEmpty();
        String refusal = StyleEstimate.refusal(order, 100_000_000).orElseThrow();

        assertThat(refusal).matches("1024 pixels need about \\d+ MB, but 100 MB are free. Set the size to \\d+ or less, or a shorter history.");
        long fits = Long.parseLong(refusal.replaceAll(".*size to (\\d+) or.*", "$1"));
        assertThat(StyleEstimate.refusal(order(Map.of("size", fits)), 100_000_000)).isEmpty();
        assertThat(StyleEstimate.refusal(order(Map.of("size", fits + 8)), 100_000_000)).isPresent();
        assertThat(StyleEstimate.of(order, device).seconds()).isPositive();
    }

    @Test
    void aPictureTooSmallForTheLayersIsRefusedInASentence() {
        StyleOrder order = new StyleOrder(picture("line", 2, 48, 1), STYLES, settings(Map.of("levels", 1L)), FEATURES);

        JobOutcome<Styled> outcome = new StyleTransfer(order, Optional.empty(), device, _ -> { }).run(JobControl.UNWATCHED);

        assertThat(((JobOutcome.Failed<Styled>) outcome).message()).contains("needs a picture of at least");
    }

    @Test
    void needsAStyle() {
        assertThatThrownBy(() -> new StyleOrder(CONTENT, List.of(), settings(Map.of()), FEATURES))
                .hasMessage("There is no style yet. Open at least one picture whose style is to be taken.");
    }

    private static double loss(StyleLevel level, Tensor pixels, String kind) {
        List<PullValue> values = new ArrayList<>();
        level.gradient(pixels, false, values);
        return sum(values) * (kind.equals("gram") ? 1 : 1000);
    }

    private static double sum(List<PullValue> values) {
        return values.stream().filter(each -> each.name().kind() != tadpole.engine.picture.pull.PullName.Kind.SMOOTH).mapToDouble(each -> each.loss() * each.weight()).sum();
    }

    private static Tensor moved(Tensor pixels, Tensor direction, double step) {
        Tensor moved = pixels.copy();
        for (int i = 0; i < moved.size(); i++) {
            moved.data()[i] += (float) (step * direction.data()[i]);
        }
        return moved;
    }

    private static Picture finished(StyleOrder order, Optional<StyleState> from, Device device) {
        return ((JobOutcome.Finished<Styled>) new StyleTransfer(order, from, device, _ -> { }).run(JobControl.UNWATCHED)).result().picture();
    }

    private static StyleOrder order(Map<String, ?> given) {
        return new StyleOrder(CONTENT, STYLES, settings(given), FEATURES);
    }

    private static Settings settings(Map<String, ?> given) {
        Map<String, Object> all = new HashMap<>(Map.of("size", 48L, "iterations", 10L, "iterationsThen", 5L));
        all.putAll(given);
        try {
            return StylePlan.RECIPE.settings(all);
        } catch (SettingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static JobControl control(BooleanSupplier stopped) {
        return new JobControl() {
            @Override
            public boolean proceed() {
                return !stopped.getAsBoolean();
            }

            @Override
            public void report(Progress progress) {}
        };
    }

    private static FeatureNetwork network(int... channels) {
        SplittableRandom random = new SplittableRandom(6);
        List<List<Convolution>> blocks = new ArrayList<>();
        int in = 3;
        for (int out : channels) {
            Tensor weight = Tensor.zeros(Shape.of(out, in, 3, 3));
            for (int i = 0; i < weight.size(); i++) {
                weight.data()[i] = (float) (random.nextDouble(-1, 1) * Math.sqrt(6.0 / (9 * in)));
            }
            Tensor bias = Tensor.zeros(Shape.of(out));
            bias.fill(0.1f);
            blocks.add(List.of(new Convolution(weight, bias)));
            in = out;
        }
        return VggWeights.network("Test network", VggWeights.standardized(new double[] {0.5, 0.5, 0.5}, new double[] {0.25, 0.25, 0.25}), blocks,
                VggWeights.Padding.REFLECT, VggWeights.Pooling.AVERAGE);
    }

    private static Picture picture(String name, int height, int width, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] phase = random.doubles(6, 0, 6).toArray();
        Tensor values = Tensor.zeros(Shape.of(3, height, width));
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double wave = Math.sin(y * 0.3 * seed + phase[c]) * Math.cos(x * 0.25 + phase[c + 3]) * 80;
                    values.data()[(c * height + y) * width + x] = (float) Math.clamp(125 + wave + random.nextDouble(-25, 25), 0, 255);
                }
            }
        }
        return Picture.ofBytes(name, values);
    }
}
