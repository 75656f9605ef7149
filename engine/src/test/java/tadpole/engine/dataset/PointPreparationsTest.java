package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.loss.Target;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

class PointPreparationsTest {

    private static final RealPoints CURVE = new RealPoints(1, new float[] {1, 2, 3}, 2, new float[] {1, 10, 4, 20, 9, 30});

    private static final Points POINTS = new Points(2, new float[] {0.5f, -2, 3, 0.25f}, new int[] {0, 1});

    @Test
    void powersOfXWithTheOne() throws Exception {
        assertThat(prepared(CURVE, spec("polynomial", Map.of("degree", 3, "one", true)))).containsExactly(
                1, 1, 1, 1, 1, 2, 4, 8, 1, 3, 9, 27);
    }

    @Test
    void powersOfXWithoutTheOneStandardizedEachForItself() throws Exception {
        float[] numbers = prepared(CURVE, spec("polynomial", Map.of()), spec("standardize", Map.of()));

        double mean = 14.0 / 3;
        double deviation = Math.sqrt((square(1 - mean) + square(4 - mean) + square(9 - mean)) / 2);
        assertThat(numbers).containsExactly(new float[] {-1, (float) ((1 - mean) / deviation), 0, (float) ((4 - mean) / deviation),
            1, (float) ((9 - mean) / deviation)}, within(1e-6f));
    }

    @Test
    void allFeaturesOfAPoint() throws Exception {
        Map<String, Object> all = Map.of("x1Squared", true, "x2Squared", true, "x1x2", true, "sinX1", true, "sinX2", true, "k", 2);

        assertThat(Arrays.copyOf(prepared(POINTS, spec("features", all)), 7)).containsExactly(new float[] {
            0.5f, -2, 0.25f, 4, -1, (float) Math.sin(1), (float) Math.sin(-4)}, within(1e-6f));
    }

    @Test
    void fewerFeaturesThanNumbers() throws Exception {
        assertThat(prepared(POINTS, spec("features", Map.of("x1", false)))).containsExactly(-2, 0.25f);
    }

    @Test
    void augmentationHasRoomForWhatThePreparationMakes() throws Exception {
        List<Preparation> steps = Preparations.make(List.of(spec("polynomial", Map.of("degree", 9))), CURVE);
        Augmentation adds = new Augmentation() {
            @Override
            public boolean isBeforePreparation() {
                return false;
            }

            @Override
            public void apply(float[] values, int offset, float[] room, java.util.random.RandomGenerator random) {
                Arrays.fill(room, 0, 9, 1);
                values[offset + 8] += room[8];
            }
        };
        Batch batch = new Batch(CURVE, steps, List.of(adds), Device.plain());

        batch.fill(new int[] {1, 0}, 0, 2, new Seed(1));

        assertThat(batch.inputs().shape()).isEqualTo(Shape.of(2, 9));
        assertThat(batch.inputs().data()[8]).isEqualTo(513);
        assertThat(batch.inputs().data()[17]).isEqualTo(2);
    }

    @Test
    void aBatchBringsTheNumbersThatAreToComeOutInItsOrder() {
        Batch batch = new Batch(CURVE, List.of());

        batch.fill(new int[] {2, 0, 1}, 0, 3);
        batch.fill(new int[] {2, 0, 1}, 0, 2);

        assertThat(batch.target()).isInstanceOfSatisfying(Target.Values.class, values -> {
            assertThat(values.values().shape()).isEqualTo(Shape.of(2, 2));
            assertThat(Arrays.copyOf(values.values().data(), 4)).containsExactly(9, 30, 1, 10);
        });
    }

    @Test
    void standardizedTargetsHaveMeanZeroAndDeviationOne() {
        TargetScale scale = TargetScale.of(CURVE);
        Split standardized = scale.standardize(CURVE).subset(new int[] {0, 2});
        float[] target = new float[2];

        standardized.readTarget(1, target, 0);

        assertThat(target[1]).isEqualTo(1);
        assertThat(scale.raw(1, target[1])).isEqualTo(30);
        assertThat(scale.raw(0, target[0])).isCloseTo(9, within(1e-5));
    }

    @Test
    void equalTargetsAreOnlyShifted() {
        assertThat(TargetScale.of(new RealPoints(1, new float[] {1, 2}, 1, new float[] {7, 7})).deviation()).containsExactly(1);
    }

    @Test
    void refuseSamplesOfAnotherShape() {
        assertThatThrownBy(() -> prepared(POINTS, spec("polynomial", Map.of())))
                .hasMessage("Powers of x needs samples of 1 number, but here they are 2.");
        assertThatThrownBy(() -> prepared(new Images(Shape.of(1, 1, 2), new byte[2], new byte[1]), spec("features", Map.of())))
                .hasMessage("Features of x1, x2 needs samples of 2 numbers, but here they are 1×1×2.");
    }

    @Test
    void refuseToLeaveNothing() {
        assertThatThrownBy(() -> prepared(POINTS, spec("features", Map.of("x1", false, "x2", false))))
                .hasMessage("Features of x1, x2 leave nothing for the network. Switch one on, such as \"x1\".");
    }

    private static float[] prepared(Split split, Spec... specs) throws SettingException {
        Batch batch = new Batch(split, Preparations.make(List.of(specs), split));
        int[] order = new int[split.size()];
        Arrays.setAll(order, i -> i);
        batch.fill(order, 0, order.length);
        return Arrays.copyOf(batch.inputs().data(), batch.inputs().size());
    }

    private static Spec spec(String type, Map<String, ?> settings) throws SettingException {
        return Recipe.find(Preparations.ALL, "preparation", type).with(settings);
    }

    private static double square(double x) {
        return x * x;
    }
}
