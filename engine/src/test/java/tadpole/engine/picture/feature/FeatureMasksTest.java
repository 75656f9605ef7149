package tadpole.engine.picture.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.proof.Drawn;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class FeatureMasksTest {

    private final FeatureNetwork vgg = SmallFeatures.vgg(Padding.REFLECT, Pooling.MAX, new int[] {4, 4}, new int[] {4, 4}, new int[] {4});
    private final FeatureNetwork squeeze = SmallFeatures.squeeze(4, 4, 4, 4);

    @Test
    void aMaskIsAsLargeAsTheMapsOfItsLayerForEverySize() {
        for (FeatureNetwork features : List.of(vgg, squeeze)) {
            FeatureRun run = new FeatureRun(features, features.layers(), Device.plain());
            for (int height = 16; height < 25; height++) {
                int width = 40 - height;
                Map<String, Mask> masks = FeatureMasks.of(features, Mask.empty(height, width), features.layers());
                run.forward(Tensor.zeros(Shape.of(3, height, width))).forEach((layer, map) ->
                        assertThat(List.of(masks.get(layer).height(), masks.get(layer).width())).as(layer)
                                .containsExactly(map.shape().at(1), map.shape().at(2)));
            }
        }
    }

    @Test
    void convolutionsAverageWithZerosAroundAndPoolingsHalve() {
        float[] values = Drawn.uniform(Shape.of(12, 18), 0, 1, "mask").data();
        double[][] x = new double[12][18];
        for (int i = 0; i < values.length; i++) {
            x[i / 18][i % 18] = values[i];
        }
        double[][] first = averaged(x);
        double[][] second = averaged(first);
        double[][] third = averaged(halved(second));
        double[][] fifth = averaged(halved(averaged(third)));

        Map<String, Mask> masks = FeatureMasks.of(vgg, new Mask(12, 18, values), List.of("relu3_1", "relu1_1", "relu2_1", "relu1_2"));

        assertThat(masks).containsOnlyKeys("relu1_1", "relu1_2", "relu2_1", "relu3_1");
        assertSame(masks.get("relu1_1"), first);
        assertSame(masks.get("relu1_2"), second);
        assertSame(masks.get("relu2_1"), third);
        assertSame(masks.get("relu3_1"), fifth);
    }

    /** A bright place of a map and its mask must not part, whatever the size: both follow the same windows. */
    @Test
    void theMiddleOfAMaskStaysWhereTheReachOfItsLayerPutsIt() {
        for (FeatureNetwork features : List.of(vgg, squeeze)) {
            for (int size : new int[] {47, 48, 49, 50, 51}) {
                Mask mask = Mask.empty(size, size);
                for (int y = 20; y < 29; y++) {
                    for (int x = 16; x < 31; x++) {
                        mask.values()[y * size + x] = 1;
                    }
                }
                FeatureMasks.of(features, mask, features.layers()).forEach((layer, each) -> {
                    FeatureReach reach = features.reach(layer);
                    double sum = 0;
                    double down = 0;
                    double right = 0;
                    for (int i = 0; i < each.height(); i++) {
                        for (int j = 0; j < each.width(); j++) {
                            sum += each.at(i, j);
                            down += each.at(i, j) * reach.center(i);
                            right += each.at(i, j) * reach.center(j);
                        }
                    }
                    assertThat(down / sum).as(layer).isCloseTo(24, within(0.5));
                    assertThat(right / sum).as(layer).isCloseTo(23, within(0.5));
                });
            }
        }
    }

    @Test
    void aPictureThatIsTooSmallIsRefused() {
        assertThatThrownBy(() -> FeatureMasks.of(vgg, Mask.empty(20, 3), List.of("relu3_1")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("needs a picture of at least 8×8 pixels, but this one has 3×20");
    }

    private static void assertSame(Mask mask, double[][] expected) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                assertThat((double) mask.at(i, j)).as("%d, %d", i, j).isCloseTo(expected[i][j], within(1e-6));
            }
        }
    }

    private static double[][] averaged(double[][] x) {
        double[][] y = new double[x.length][x[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[0].length; j++) {
                for (int di = -1; di <= 1; di++) {
                    for (int dj = -1; dj <= 1; dj++) {
                        boolean inside = i + di >= 0 && i + di < x.length && j + dj >= 0 && j + dj < x[0].length;
                        y[i][j] += inside ? x[i + di][j + dj] / 9 : 0;
                    }
                }
            }
        }
        return y;
    }

    private static double[][] halved(double[][] x) {
        double[][] y = new double[x.length / 2][x[0].length / 2];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < y[0].length; j++) {
                y[i][j] = (x[2 * i][2 * j] + x[2 * i + 1][2 * j] + x[2 * i][2 * j + 1] + x[2 * i + 1][2 * j + 1]) / 4;
            }
        }
        return y;
    }
}
