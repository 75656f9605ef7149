package tadpole.engine.picture.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.layer.Network;
import tadpole.engine.loss.SumOfSquares;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;
import tadpole.engine.proof.Agreement;
import tadpole.engine.proof.Drawn;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.twin.Conditions;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.TwinNetwork;

class FeatureRunTest {

    private static final double STEP = 1e-4;

    static Stream<Arguments> networks() {
        FeatureNetwork zeros = SmallFeatures.vgg(Padding.ZEROS, Pooling.MAX, new int[] {4, 5}, new int[] {6, 17}, new int[] {18});
        FeatureNetwork reflect = SmallFeatures.vgg(Padding.REFLECT, Pooling.MAX, new int[] {16, 17}, new int[] {8});
        FeatureNetwork average = SmallFeatures.vgg(Padding.REFLECT, Pooling.AVERAGE, new int[] {4}, new int[] {16, 16}, new int[] {5, 6});
        FeatureNetwork squeeze = SmallFeatures.squeeze(6, 8, 8, 12);
        return Stream.of(
                Arguments.of("zeros, max", zeros, List.of("relu1_1", "relu1_2", "relu2_2", "relu3_1"), 13, 10),
                Arguments.of("reflect, max", reflect, List.of("relu1_2", "relu2_1"), 9, 15),
                Arguments.of("reflect, average", average, List.of("relu1_1", "relu2_1", "relu3_2"), 11, 14),
                Arguments.of("one layer", average, List.of("relu2_2"), 8, 7),
                Arguments.of("squeeze", squeeze, List.of("relu1", "fire2", "fire3", "fire4"), 33, 30));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void mapsAndGradientsOfSeveralLayersAgreeWithTheTwinsAndFiniteDifferences(String name, FeatureNetwork features, List<String> layers, int height,
            int width) {
        Tensor pixels = SmallFeatures.picture(height, width, name);
        Pulled twin = new Pulled(features, layers, height, width);
        DoubleTensor exact = twin.gradient(pixels);
        twin.assertMatchesDifferences(pixels, exact);
        for (Device device : List.of(Device.plain(), Device.cpu(2))) {
            FeatureRun run = new FeatureRun(features, layers, device);
            Map<String, Tensor> maps = run.forward(pixels);
            twin.maps(pixels).forEach((layer, map) -> Agreement.assertAgrees(layer, maps.get(layer), map));
            Map<String, Tensor> before = new HashMap<>();
            twin.pulls.forEach((layer, pull) -> before.put(layer, pull.copy()));
            Agreement.assertAgrees("gradient", run.backward(twin.pulls), exact);
            twin.pulls.forEach((layer, pull) -> assertThat(pull.data()).as(layer + " was not changed").isEqualTo(before.get(layer).data()));
            device.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void theNumberOfThreadsChangesNoBit(String name, FeatureNetwork features, List<String> layers, int height, int width) {
        Tensor pixels = SmallFeatures.picture(3 * height, 3 * width, name);
        List<float[]> gradients = new ArrayList<>();
        for (int threads = 1; threads <= 3; threads++) {
            try (Device device = Device.cpu(threads)) {
                FeatureRun run = new FeatureRun(features, layers, device);
                run.forward(SmallFeatures.picture(3 * height + 2, 3 * width - 1, "another before"));
                Map<String, Tensor> pulls = new HashMap<>();
                run.forward(pixels).forEach((layer, map) -> pulls.put(layer, map.copy()));
                gradients.add(run.backward(pulls).copy().data());
            }
        }

        assertThat(gradients.get(1)).isEqualTo(gradients.getFirst());
        assertThat(gradients.get(2)).isEqualTo(gradients.getFirst());
    }

    @Test
    void gradientsAtSomeLayersGoBackFromTheDeepestOfThem() {
        FeatureNetwork features = SmallFeatures.vgg(Padding.REFLECT, Pooling.AVERAGE, new int[] {4}, new int[] {6, 5});
        Tensor pixels = SmallFeatures.picture(12, 9, "some");
        FeatureRun all = new FeatureRun(features, features.layers(), Device.plain());
        FeatureRun one = new FeatureRun(features, List.of("relu1_1"), Device.plain());
        Tensor pull = Drawn.normal(all.forward(pixels).get("relu1_1").shape(), "pull");
        one.forward(pixels);

        assertThat(all.backward(Map.of("relu1_1", pull)).data()).isEqualTo(one.backward(Map.of("relu1_1", pull)).data());
        assertThatThrownBy(() -> one.backward(Map.of("relu2_1", pull)))
                .hasMessage("A gradient by relu2_1 is given, but forward was asked for relu1_1.");
        assertThatThrownBy(() -> one.backward(Map.of())).hasMessage("No layer of Small VGG is asked for.");
    }

    @Test
    void aPictureThatIsTooSmallIsRefusedInOneSentence() {
        FeatureNetwork zeros = SmallFeatures.vgg(Padding.ZEROS, Pooling.MAX, new int[] {4}, new int[] {4}, new int[] {4});
        FeatureNetwork reflect = SmallFeatures.vgg(Padding.REFLECT, Pooling.MAX, new int[] {4}, new int[] {4}, new int[] {4});

        assertThat(zeros.leastSize("relu3_1")).isEqualTo(4);
        assertThat(reflect.leastSize("relu3_1")).isEqualTo(8);
        assertThat(SmallFeatures.squeeze(4, 4).leastSize("fire2")).isEqualTo(7);
        assertThatThrownBy(() -> new FeatureRun(reflect, List.of("relu1_1", "relu3_1"), Device.plain()).forward(SmallFeatures.picture(40, 5, "thin")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("For relu3_1, Small VGG needs a picture of at least 8×8 pixels, but this one has 5×40. "
                        + "Take a larger one, or none of the deeper layers.");
    }

    /** The sum over layers of pull · maps, in double. */
    private static final class Pulled {

        private final Map<String, Tensor> pulls = new HashMap<>();
        private final Map<String, TwinNetwork> twins = new HashMap<>();
        private final Map<String, Conditions> conditions = new HashMap<>();

        private Pulled(FeatureNetwork features, List<String> layers, int height, int width) {
            features.shapes(height, width, layers).forEach((layer, shape) -> {
                Network network = SmallFeatures.sized(features, layer, height, width);
                pulls.put(layer, Drawn.normal(shape, layer));
                twins.put(layer, TwinNetwork.of(network, SumOfSquares.RECIPE.standard()));
                conditions.put(layer, Conditions.evaluation(network));
            });
        }

        private static DoubleTensor batch(Tensor pixels) {
            return DoubleTensor.of(pixels.as(pixels.shape().batchOf(1)));
        }

        private Map<String, DoubleTensor> maps(Tensor pixels) {
            Map<String, DoubleTensor> maps = new HashMap<>();
            twins.forEach((layer, twin) -> {
                DoubleTensor map = twin.forward(batch(pixels), conditions.get(layer));
                maps.put(layer, new DoubleTensor(map.shape().perSample(), map.data()));
            });
            return maps;
        }

        private double value(DoubleTensor x) {
            double sum = 0;
            for (String layer : twins.keySet()) {
                DoubleTensor map = twins.get(layer).forward(x, conditions.get(layer));
                for (int i = 0; i < map.size(); i++) {
                    sum += map.at(i) * pulls.get(layer).data()[i];
                }
            }
            return sum;
        }

        private long pattern(DoubleTensor x) {
            return twins.entrySet().stream().mapToLong(each -> each.getValue().pattern(x, conditions.get(each.getKey()))).sum();
        }

        private DoubleTensor gradient(Tensor pixels) {
            DoubleTensor sum = DoubleTensor.zeros(pixels.shape());
            twins.forEach((layer, twin) -> {
                DoubleTensor one = twin.backward(batch(pixels), batch(pulls.get(layer)), conditions.get(layer)).input();
                for (int i = 0; i < sum.size(); i++) {
                    sum.set(i, sum.at(i) + one.at(i));
                }
            });
            return sum;
        }

        private void assertMatchesDifferences(Tensor pixels, DoubleTensor gradient) {
            Shape shape = pixels.shape();
            DoubleTensor x = batch(pixels);
            double largest = 0;
            double worst = 0;
            int compared = 0;
            for (int i = 0; i < shape.size(); i += 31) {
                double held = x.at(i);
                x.set(i, held + STEP);
                double above = value(x);
                long patternAbove = pattern(x);
                x.set(i, held - STEP);
                double below = value(x);
                boolean smooth = patternAbove == pattern(x);
                x.set(i, held);
                if (smooth) {
                    compared++;
                    worst = Math.max(worst, Math.abs((above - below) / (2 * STEP) - gradient.at(i)));
                    largest = Math.max(largest, Math.abs(gradient.at(i)));
                }
            }
            assertThat(compared).isGreaterThan(5);
            assertThat(worst / largest).isLessThan(1e-6);
        }
    }
}
