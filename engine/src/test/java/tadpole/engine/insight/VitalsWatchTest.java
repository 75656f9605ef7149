package tadpole.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.training.Onlooker;
import tadpole.engine.training.TinyData;
import tadpole.engine.training.TinyExperiment;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;

class VitalsWatchTest {

    private final Dataset clouds = TinyData.clouds(60, 20, 3);

    /** Copies everything at every step, in plain double. */
    private static final class Plain implements Onlooker {

        private final Map<String, double[]> values = new LinkedHashMap<>();
        private final Map<String, double[]> gradients = new LinkedHashMap<>();
        private final List<Map<String, double[]>> norms = new ArrayList<>();

        @Override
        public void beforeUpdate(Trainer trainer, long step) {
            for (Parameter each : trainer.setup().network().parameters()) {
                values.put(each.name(), doubles(each.value().data(), each.size()));
                gradients.put(each.name(), doubles(each.gradient().data(), each.size()));
            }
        }

        @Override
        public void afterStep(Trainer trainer, TrainingEvent.Stepped event) {
            Map<String, double[]> now = new LinkedHashMap<>();
            for (Parameter each : trainer.setup().network().parameters()) {
                double[] before = values.get(each.name());
                double[] after = doubles(each.value().data(), each.size());
                double moved = 0;
                for (int i = 0; i < before.length; i++) {
                    moved += Math.pow(after[i] - before[i], 2);
                }
                now.put(each.name(), new double[] {norm(before), norm(gradients.get(each.name())), Math.sqrt(moved)});
            }
            norms.add(now);
        }

        private static double[] doubles(float[] from, int size) {
            double[] to = new double[size];
            for (int i = 0; i < size; i++) {
                to[i] = from[i];
            }
            return to;
        }

        private static double norm(double[] numbers) {
            double sum = 0;
            for (double each : numbers) {
                sum += each * each;
            }
            return Math.sqrt(sum);
        }
    }

    private void train(TinyExperiment experiment, Onlooker... onlookers) {
        try {
            Trainer trainer = new Trainer(experiment.build(), clouds, Device.plain(), _ -> {});
            Stream.of(onlookers).forEach(trainer::watch);
            trainer.run(JobControl.UNWATCHED);
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    private static VitalsWatch watchOfEveryStep() {
        return new VitalsWatch(1e9);
    }

    static Stream<Recipe<OptimizerMaker>> optimizers() {
        return Optimizers.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void agreesWithPlainDoublesForEveryOptimizer(Recipe<OptimizerMaker> recipe) {
        Plain plain = new Plain();
        VitalsWatch watch = watchOfEveryStep();

        train(TinyExperiment.of(3).optimizer(recipe.standard()), plain, watch);

        assertThat(watch.all()).hasSize(12).extracting(Vitals::step).isSorted();
        for (int i = 0; i < 12; i++) {
            for (LayerVitals layer : watch.all().get(i).layers()) {
                double[] weight = plain.norms.get(i).get(layer.layer() + ".weight");
                double[] bias = plain.norms.get(i).get(layer.layer() + ".bias");
                assertThat(layer.weightNorm()).as("weights").isCloseTo(weight[0], within(1e-12 * weight[0]));
                assertThat(layer.gradientNorm()).as("gradient").isCloseTo(weight[1], within(1e-12 * weight[1]));
                assertThat(layer.updateRatio()).as("ratio").isCloseTo(weight[2] / weight[0], within(1e-12 * weight[2] / weight[0]));
                assertThat(layer.biases().orElseThrow().update()).as("bias").isCloseTo(bias[2], within(1e-12 * bias[2]));
            }
        }
    }

    @Test
    void namesTheLayersFromTheFirstOn() {
        VitalsWatch watch = watchOfEveryStep();

        train(TinyExperiment.of(3), watch);

        assertThat(watch.all().getFirst().layers()).extracting(LayerVitals::layer).containsExactly("linear1", "linear2");
        assertThat(watch.all().getFirst().rate()).isEqualTo(0.1);
    }

    @Test
    void weightsThatAreAllZeroHaveNoRatio() {
        VitalsWatch watch = watchOfEveryStep();

        train(new TinyExperiment().layers(TinyExperiment.with(tadpole.engine.layer.Linear.RECIPE, Map.of("out", 3, "init", "zeros"))), watch);

        assertThat(watch.all().getFirst().layers().getFirst().updateRatio()).isNaN();
        assertThat(watch.all().get(1).layers().getFirst().updateRatio()).isPositive();
    }

    @Test
    void histogramsHoldEveryNumberOnce() {
        VitalsWatch watch = watchOfEveryStep();

        train(TinyExperiment.of(3), watch);

        LayerHistograms first = watch.histograms().getFirst().getFirst();
        assertThat(first.layer()).isEqualTo("linear1");
        assertThat(first.weights().size()).isEqualTo(8 * 6);
        assertThat(first.gradients().size()).isEqualTo(8 * 6);
        assertThat(first.updates().size()).isEqualTo(8 * 6);
        assertThat(first.updates().greatest()).isCloseTo(-0.1 * first.gradients().least(), within(1e-6));
    }

    @Nested
    class WhenTheRunIsLong {

        @Test
        void keepsABoundedNumberOfStepsEvenlyOverAllOfIt() {
            VitalsWatch watch = watchOfEveryStep();

            train(TinyExperiment.of(3).plan("epochs", 400), watch);

            List<Long> steps = watch.all().stream().map(Vitals::step).toList();
            assertThat(steps).hasSizeBetween(VitalsWatch.MOST / 2, VitalsWatch.MOST).contains(1L);
            assertThat(steps.getLast()).isGreaterThan(2390);
            long[] gaps = java.util.stream.IntStream.range(1, steps.size()).mapToLong(i -> steps.get(i) - steps.get(i - 1)).distinct().toArray();
            assertThat(gaps).containsExactly(8);
            assertThat(watch.histograms()).hasSizeBetween(VitalsWatch.MOST_HISTOGRAMS / 2, VitalsWatch.MOST_HISTOGRAMS);
        }

        @Test
        void measuresTheFirstStepsAndThenAsOftenAsIsCheap() {
            VitalsWatch watch = new VitalsWatch(0.005);

            train(TinyExperiment.of(3).plan("epochs", 400), watch);

            List<Long> steps = watch.all().stream().map(Vitals::step).toList();
            assertThat(steps).startsWith(1L, 2L, 3L, 4L).hasSizeBetween(20, 80);
            long last = steps.getLast() - steps.get(steps.size() - 2);
            assertThat(last).isBetween(50L, 90L);
        }

        @Test
        void measuresTheSameStepsAgain() {
            VitalsWatch first = new VitalsWatch(0.005);
            VitalsWatch second = new VitalsWatch(0.005);

            train(TinyExperiment.of(3).plan("epochs", 400), first);
            train(TinyExperiment.of(3).plan("epochs", 400), second);

            assertThat(second.all()).usingRecursiveComparison().isEqualTo(first.all());
            assertThat(second.histograms()).isEqualTo(first.histograms());
        }
    }

    @Nested
    class WhenTheRunGoesOnFromAnEarlierStep {

        @Test
        void whatCameAfterThatStepIsForgotten() {
            VitalsWatch watch = watchOfEveryStep();

            train(TinyExperiment.of(3).plan("epochs", 2), watch);
            train(TinyExperiment.of(3).plan("epochs", 1), watch);

            assertThat(watch.all()).extracting(Vitals::step).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        }
    }
}
