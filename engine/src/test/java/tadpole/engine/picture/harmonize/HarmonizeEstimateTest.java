package tadpole.engine.picture.harmonize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.SmallFeatures;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class HarmonizeEstimateTest {

    private static final FeatureNetwork FEATURES = SmallFeatures.vgg(Padding.ZEROS, Pooling.MAX, new int[] {4}, new int[] {6}, new int[] {6}, new int[] {8});

    private static HarmonizeOrder order(long size) throws SettingException {
        Picture picture = Picture.ofBytes("scene", Tensor.zeros(Shape.of(3, 400, 300)));
        float[] mask = new float[400 * 300];
        for (int y = 100; y < 300; y++) {
            java.util.Arrays.fill(mask, y * 300 + 100, y * 300 + 200, 1);
        }
        Mask tight = new Mask(400, 300, mask);
        return new HarmonizeOrder(new Scene(picture, picture, tight, tight), HarmonizePlan.RECIPE.settings(Map.of("size", size, "fine", 0L)), FEATURES);
    }

    @Test
    void whatIsLargerTakesMore() throws SettingException {
        HarmonizeSpeed speed = new HarmonizeSpeed(1e-9);
        HarmonizeEstimate small = HarmonizeEstimate.of(order(60), speed);
        HarmonizeEstimate large = HarmonizeEstimate.of(order(200), speed);

        assertThat(large.bytes()).isGreaterThan(small.bytes());
        assertThat(large.seconds()).isGreaterThan(small.seconds());
        assertThat(HarmonizeEstimate.of(order(60), new HarmonizeSpeed(2e-9)).seconds()).isCloseTo(2 * small.seconds(), withinPercentage(1e-6));
    }

    @Test
    void theSpeedIsThatOfCompiledKernelsHoweverLongTheFirstTriesAreAlike() {
        double[] cold = {7, 7, 7, 7, 6.9, 7, 3, 2, 1, 0.5, 0.3, 0.1, 0.1, 0.09, 0.1, 0.1, 0.1, 0.1, 0.1};
        int[] tried = {0};
        assertThat(HarmonizeSpeed.settled(() -> cold[tried[0]++], () -> false)).contains(0.1);

        tried[0] = 0;
        assertThat(HarmonizeSpeed.settled(() -> tried[0]++ == 10 ? 9 : 0.1, () -> false)).as("one long try among short ones").contains(0.1);
        assertThat(HarmonizeSpeed.settled(() -> 1.0 / ++tried[0], () -> tried[0] >= 15)).as("stopped").isEmpty();
        tried[0] = 0;
        assertThat(HarmonizeSpeed.settled(() -> Math.pow(0.5, tried[0]++), () -> false)).as("never settled").isPresent();
    }

    @Test
    void measuresTheNetwork() {
        try (Device device = Device.cpu(1)) {
            assertThat(HarmonizeSpeed.measured(FEATURES, device, () -> false).orElseThrow().secondsPerMultiplyAdd()).isPositive();
            assertThat(HarmonizeSpeed.measured(FEATURES, device, () -> true)).isEmpty();
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheLargestSizeThatDoes() throws SettingException {
        HarmonizeOrder order = order(200);
        long needed = HarmonizeEstimate.bytes(order, order.settings());

        assertThat(HarmonizeEstimate.refusal(order, needed)).isEmpty();
        long free = (needed + HarmonizeEstimate.bytes(order, order(100).settings())) / 2;
        String refusal = HarmonizeEstimate.refusal(order, free).orElseThrow();
        long size = Long.parseLong(refusal.replaceAll(".*size to (\\d+) px.*", "$1"));
        assertThat(size).isBetween(100L, 199L);
        assertThat(HarmonizeEstimate.refusal(order(size), free)).isEmpty();
    }
}
