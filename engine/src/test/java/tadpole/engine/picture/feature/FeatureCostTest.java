package tadpole.engine.picture.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;

class FeatureCostTest {

    private static final FeatureNetwork VGG19 = SmallFeatures.vgg(Padding.ZEROS, Pooling.MAX, new int[] {64, 64}, new int[] {128, 128},
            new int[] {256, 256, 256, 256}, new int[] {512, 512, 512, 512}, new int[] {512});

    /** The lesson's figures: forward multiply-adds of VGG-19, and an iteration takes twice that. */
    @Test
    void multiplyAddsAreThePublishedOnes() {
        assertThat(FeatureCost.of(VGG19, 557, 700, "relu5_1").multiplyAdds()).isBetween(276_000_000_000L, 284_000_000_000L);
        assertThat(FeatureCost.of(VGG19, 557, 700, "relu4_1").multiplyAdds()).isBetween(184_000_000_000L, 192_000_000_000L);
        assertThat(FeatureCost.of(VGG19, 256, 320, "relu4_1").multiplyAdds()).isBetween(39_000_000_000L, 41_000_000_000L);
    }

    @Test
    void aPictureOf1024PixelsFitsALaptopOf8Gigabytes() {
        assertThat(FeatureCost.of(VGG19, 1024, 1024, "relu5_1").bytes()).isBetween(1_500_000_000L, 2_900_000_000L);
    }

    @Test
    void aPictureThatIsTooSmallIsRefused() {
        assertThatThrownBy(() -> FeatureCost.of(VGG19, 15, 300, "relu5_1")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a picture of at least 16×16 pixels, but this one has 300×15");
    }
}
