package tadpole.engine.picture.harmonize;

import static org.assertj.core.api.Assertions.assertThat;

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
        try (Device device = Device.cpu(1)) {
            HarmonizeEstimate small = HarmonizeEstimate.of(order(60), device);
            HarmonizeEstimate large = HarmonizeEstimate.of(order(200), device);

            assertThat(large.bytes()).isGreaterThan(small.bytes());
            assertThat(small.seconds()).isPositive();
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheLargestSizeThatDoes() throws SettingException {
        HarmonizeOrder order = order(200);
        long needed = HarmonizeEstimate.bytes(order, order.settings());

        assertThat(HarmonizeEstimate.refusal(order, needed)).isEmpty();
        String refusal = HarmonizeEstimate.refusal(order, needed * 2 / 3).orElseThrow();
        long size = Long.parseLong(refusal.replaceAll(".*size to (\\d+) px.*", "$1"));
        assertThat(size).isBetween(100L, 199L);
        assertThat(HarmonizeEstimate.refusal(order(size), needed * 2 / 3)).isEmpty();
    }
}
