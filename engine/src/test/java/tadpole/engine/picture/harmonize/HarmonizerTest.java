package tadpole.engine.picture.harmonize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureMasks;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.picture.feature.SmallFeatures;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.MaskSteps;
import tadpole.engine.picture.pull.Pull;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.pull.PullValue;
import tadpole.engine.proof.Drawn;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class HarmonizerTest {

    private static final FeatureNetwork FEATURES = SmallFeatures.vgg(Padding.REFLECT, Pooling.MAX, new int[] {4}, new int[] {6}, new int[] {6}, new int[] {8},
            new int[] {8});

    /** Asked whether to go on so many times, then stopped. */
    private static final class StopAfter implements JobControl {

        private int left;

        private StopAfter(int steps) {
            left = steps;
        }

        @Override
        public boolean proceed() {
            return left-- > 0;
        }

        @Override
        public boolean isStopped() {
            return left < 0;
        }

        @Override
        public void report(Progress progress) {}
    }

    /** Stopped in the midst of the arithmetic, when it was asked so many times. */
    private static final class StopWithin implements JobControl {

        private final AtomicInteger left;

        private StopWithin(int questions) {
            left = new AtomicInteger(questions);
        }

        @Override
        public boolean proceed() {
            return left.get() > 0;
        }

        @Override
        public boolean isStopped() {
            return left.decrementAndGet() <= 0;
        }

        @Override
        public void report(Progress progress) {}
    }

    private static Scene scene(int height, int width) {
        Picture painting = Picture.ofBytes("painting", Drawn.uniform(Shape.of(3, height, width), 0, 255, "painting"));
        float[] mask = new float[height * width];
        Tensor composite = painting.values().copy();
        for (int i = 0; i < mask.length; i++) {
            int y = i / width;
            int x = i % width;
            boolean object = y > height / 3 && y < 2 * height / 3 && x > width / 4 && x < 3 * width / 4;
            mask[i] = object ? 1 : 0;
            for (int c = 0; c < 3 && object; c++) {
                composite.data()[c * mask.length + i] = 200 - 50 * c + x % 5;
            }
        }
        Mask tight = new Mask(height, width, mask);
        return new Scene(Picture.ofBytes("composite", composite), painting, tight, MaskSteps.dilated(tight, Math.max(height, width)));
    }

    private static Settings settings(Map<String, Object> more) {
        Map<String, Object> given = new HashMap<>(Map.of("size", 32L, "iterations1", 4L, "iterations2", 5L, "fine", 1L, "iterationsFine", 3L, "history", 3L,
                "sharesEvery", 2L, "margin1", 16L, "margin2", 8L));
        given.putAll(more);
        try {
            return HarmonizePlan.RECIPE.settings(given);
        } catch (SettingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static JobOutcome<Harmonized> run(Settings settings, Optional<HarmonizeState> from, JobControl control, Consumer<HarmonizeEvent> listener) {
        try (Device device = Device.cpu(2)) {
            return new Harmonizer(new HarmonizeOrder(scene(90, 100), settings, FEATURES), from, device, listener).run(control);
        }
    }

    private static Harmonized finished(JobOutcome<Harmonized> outcome) {
        assertThat(outcome).isInstanceOf(JobOutcome.Finished.class);
        return ((JobOutcome.Finished<Harmonized>) outcome).result();
    }

    private static HarmonizeState copied(HarmonizeState state) {
        Map<String, Tensor> tensors = new HashMap<>();
        state.tensors().forEach((name, tensor) -> tensors.put(name, tensor.copy()));
        return new HarmonizeState(tensors, new HashMap<>(state.facts()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 6, 9, 11})
    void stoppedAndGoneOnIsAsNeverStopped(int steps) {
        Settings settings = settings(Map.of());
        Harmonized whole = finished(run(settings, Optional.empty(), JobControl.UNWATCHED, _ -> {}));

        JobOutcome<Harmonized> stopped = run(settings, Optional.empty(), new StopAfter(steps), _ -> {});
        assertThat(stopped).isInstanceOf(JobOutcome.Stopped.class);
        HarmonizeState state = ((JobOutcome.Stopped<Harmonized>) stopped).resultSoFar().state().orElseThrow();
        JobOutcome<Harmonized> again = run(settings, Optional.of(copied(state)), new StopAfter(1), _ -> {});
        HarmonizeState later = ((JobOutcome.Stopped<Harmonized>) again).resultSoFar().state().orElseThrow();
        Harmonized resumed = finished(run(settings, Optional.of(copied(later)), JobControl.UNWATCHED, _ -> {}));

        assertThat(resumed.picture().values().data()).isEqualTo(whole.picture().values().data());
        assertThat(resumed.stages().keySet()).isEqualTo(whole.stages().keySet());
        assertThat(resumed.stages().get(Stage.PASS_1).values().data()).isEqualTo(whole.stages().get(Stage.PASS_1).values().data());
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 333, 1200, 2500})
    void stoppedInTheMidstOfAStepItGoesOnBeforeThatStep(int questions) {
        Settings settings = settings(Map.of());
        Harmonized whole = finished(run(settings, Optional.empty(), JobControl.UNWATCHED, _ -> {}));

        JobOutcome<Harmonized> stopped = run(settings, Optional.empty(), new StopWithin(questions), _ -> {});
        HarmonizeState state = ((JobOutcome.Stopped<Harmonized>) stopped).resultSoFar().state().orElseThrow();
        Harmonized resumed = finished(run(settings, Optional.of(copied(state)), JobControl.UNWATCHED, _ -> {}));

        assertThat(resumed.picture().values().data()).isEqualTo(whole.picture().values().data());
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        Settings settings = settings(Map.of("coarse", 1L));
        List<float[]> pictures = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            try (Device device = Device.cpu(threads)) {
                HarmonizeOrder order = new HarmonizeOrder(scene(120, 110), settings, FEATURES);
                pictures.add(finished(new Harmonizer(order, Optional.empty(), device, _ -> {}).run(JobControl.UNWATCHED)).picture().values().data());
            }
        }

        assertThat(pictures.get(0)).isEqualTo(pictures.get(1));
    }

    @Test
    void tellsStageAfterStageAndSharesOfAllLosses() {
        List<HarmonizeEvent> events = new ArrayList<>();
        run(settings(Map.of()), Optional.empty(), JobControl.UNWATCHED, events::add);

        assertThat(events.stream().filter(HarmonizeEvent.Began.class::isInstance).map(HarmonizeEvent::stage)).containsExactly(Stage.values());
        assertThat(events.stream().filter(HarmonizeEvent.Ended.class::isInstance).map(HarmonizeEvent::stage)).containsExactly(Stage.values());
        List<HarmonizeEvent.Iterated> second = events.stream().filter(each -> each instanceof HarmonizeEvent.Iterated it && it.stage() == Stage.PASS_2)
                .map(HarmonizeEvent.Iterated.class::cast).toList();
        assertThat(second).extracting(HarmonizeEvent.Iterated::iteration).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(second.getFirst().pulls().stream().mapToDouble(PullValue::share).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(second.get(1).pulls()).allMatch(each -> Double.isNaN(each.share()));
        assertThat(events.stream().anyMatch(HarmonizeEvent.Preview.class::isInstance)).isTrue();
    }

    @Test
    void aMutedLossPullsNoMore() {
        PullName style = new PullName(PullName.Kind.STYLE, "relu4_1");
        List<PullValue> last = new ArrayList<>();
        HarmonizeOrder order = new HarmonizeOrder(scene(64, 64), settings(Map.of("sharesEvery", 1L)), FEATURES);
        try (Device device = Device.cpu(1)) {
            Harmonizer harmonizer = new Harmonizer(order, Optional.empty(), device, event -> {
                if (event instanceof HarmonizeEvent.Iterated it && it.stage() == Stage.PASS_2) {
                    last.clear();
                    last.addAll(it.pulls());
                }
            });
            harmonizer.mute(style, true);
            harmonizer.run(JobControl.UNWATCHED);
        }

        assertThat(last).filteredOn(each -> each.name().equals(style)).singleElement().matches(each -> each.muted() && each.share() == 0);
        assertThat(last).filteredOn(each -> !each.name().equals(style)).noneMatch(PullValue::muted);
    }

    @Test
    void farFromTheMaskThePaintingStays() {
        Scene scene = scene(90, 100);
        Harmonized harmonized = finished(run(settings(Map.of()), Optional.empty(), JobControl.UNWATCHED, _ -> {}));

        assertThat(harmonized.picture().height()).isEqualTo(90);
        assertThat(harmonized.picture().at(1, 45, 50)).isNotEqualTo(scene.composite().at(1, 45, 50));
        for (int x = 0; x < 100; x++) {
            assertThat(harmonized.picture().at(2, 2, x)).isEqualTo(scene.painting().at(2, 2, x));
        }
    }

    @Test
    void refusesAnEmptyMask() {
        Scene scene = scene(40, 40);
        Scene empty = new Scene(scene.composite(), scene.painting(), Mask.empty(40, 40), Mask.empty(40, 40));
        JobOutcome<Harmonized> outcome = new Harmonizer(new HarmonizeOrder(empty, settings(Map.of()), FEATURES), Optional.empty(), Device.plain(), _ -> {})
                .run(JobControl.UNWATCHED);

        assertThat(((JobOutcome.Failed<Harmonized>) outcome).message()).startsWith("The mask is empty");
    }

    @Test
    void refusesToGoOnWithAnythingElse() {
        JobOutcome<Harmonized> stopped = run(settings(Map.of()), Optional.empty(), new StopAfter(2), _ -> {});
        HarmonizeState state = ((JobOutcome.Stopped<Harmonized>) stopped).resultSoFar().state().orElseThrow();
        HarmonizeState foreign = new HarmonizeState(Map.of("weight", Tensor.zeros(Shape.of(3))), Map.of());
        FeatureNetwork other = SmallFeatures.vgg(Padding.REFLECT, Pooling.MAX, new int[] {5}, new int[] {6}, new int[] {6}, new int[] {8}, new int[] {8});

        assertThat(refusal(new HarmonizeOrder(scene(90, 100), settings(Map.of("size", 20L)), FEATURES), state)).contains("other settings", "begin anew");
        assertThat(refusal(new HarmonizeOrder(scene(90, 100), settings(Map.of("tau", 2.0)), FEATURES), state)).contains("other settings");
        assertThat(refusal(new HarmonizeOrder(scene(90, 101), settings(Map.of()), FEATURES), state)).contains("other pictures or masks");
        assertThat(refusal(new HarmonizeOrder(scene(90, 100), settings(Map.of()), other), state)).contains("other feature network");
        assertThat(refusal(new HarmonizeOrder(scene(90, 100), settings(Map.of()), FEATURES), foreign)).contains("no state of a stopped harmonization");
    }

    private static String refusal(HarmonizeOrder order, HarmonizeState state) {
        JobOutcome<Harmonized> outcome = new Harmonizer(order, Optional.of(state), Device.plain(), _ -> {}).run(JobControl.UNWATCHED);
        return ((JobOutcome.Failed<Harmonized>) outcome).message();
    }

    @ParameterizedTest
    @CsvSource({"start2,composite,pass1", "optimizer,lbfgs,adam", "form1,relative,mean", "histogramRange,painting,picture", "automatic,off,authors",
            "automatic,off,article", "measured,colors,maps"})
    void everyChoiceChangesThePicture(String key, String one, String other) {
        Map<String, Object> more = key.equals("measured") ? Map.of("matched2", 2L, "patches2", 0.1) : Map.of();
        List<float[]> pictures = new ArrayList<>();
        for (String each : new String[] {one, other}) {
            Map<String, Object> given = new HashMap<>(more);
            given.put(key, each);
            pictures.add(finished(run(settings(given), Optional.empty(), JobControl.UNWATCHED, _ -> {})).picture().values().data());
        }

        assertThat(pictures.get(0)).isNotEqualTo(pictures.get(1));
    }

    @Test
    void summedLossesChangeThePictureByTheirForm() {
        List<float[]> pictures = new ArrayList<>();
        for (String form : new String[] {"mean", "relative"}) {
            Settings settings = settings(Map.of("unit2", false, "form2", form));
            pictures.add(finished(run(settings, Optional.empty(), JobControl.UNWATCHED, _ -> {})).picture().values().data());
        }

        assertThat(pictures.get(0)).isNotEqualTo(pictures.get(1));
    }

    @Test
    void oneLayerThatStandsForSeveralPullsOnceWithTheirWeightsTogether() {
        FeatureNetwork squeeze = SmallFeatures.squeeze(4, 4, 4, 6, 6, 8);
        List<PullValue> pulls = new ArrayList<>();
        try (Device device = Device.cpu(1)) {
            new Harmonizer(new HarmonizeOrder(scene(90, 100), settings(Map.of("tau", 2.0)), squeeze), Optional.empty(), device, event -> {
                if (event instanceof HarmonizeEvent.Iterated it && it.stage() == Stage.PASS_2) {
                    pulls.clear();
                    pulls.addAll(it.pulls());
                }
            }).run(JobControl.UNWATCHED);
        }

        assertThat(pulls).extracting(PullValue::name).doesNotHaveDuplicates();
        assertThat(pulls).filteredOn(each -> each.name().equals(new PullName(PullName.Kind.STYLE, "relu1"))).singleElement()
                .matches(each -> each.weight() == 4);
    }

    @Test
    void meanSquaresOfContentAreMeansOverTheWholePicture() {
        List<Double> losses = new ArrayList<>();
        try (Device device = Device.cpu(1)) {
            for (int margin : new int[] {0, 80}) {
                WorkArea area = WorkArea.of(scene(90, 100), 0.5, margin, device);
                Pull content = new Targets(FEATURES, settings(Map.of("form1", "mean")), area, 0, device).pass1().stream().map(Acting::pull)
                        .filter(each -> each.name().kind() == PullName.Kind.CONTENT).findFirst().orElseThrow();
                Tensor maps = new FeatureRun(FEATURES, List.of("relu4_1"), device).forward(area.composite()).get("relu4_1");
                Mask mask = FeatureMasks.of(FEATURES, area.loose(), List.of("relu4_1")).get("relu4_1");
                for (int i = 0; i < maps.size(); i++) {
                    maps.data()[i] += mask.values()[i % mask.values().length] > 0 ? 1 : 0;
                }
                losses.add(content.pull(maps, Tensor.zeros(maps.shape())));
            }
        }

        assertThat(losses.get(0)).isPositive().isCloseTo(losses.get(1), within(0.25 * losses.get(1)));
    }
}
