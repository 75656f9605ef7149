package tadpole.engine.picture.harmonize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.LayerChoice;
import tadpole.engine.picture.feature.SmallFeatures;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class HarmonizePlanTest {

    private static final FeatureNetwork SHALLOW = SmallFeatures.vgg(Padding.ZEROS, Pooling.MAX, new int[] {4}, new int[] {5, 6}, new int[] {6});

    @Test
    void theOneThatGivesTheBestPicturesOpensAndTheAuthorsStaysWhatItSays() {
        List<HarmonizePreset> presets = HarmonizePlan.presets(SHALLOW);

        assertThat(presets).extracting(HarmonizePreset::key).containsExactly("best", "authors", "article");
        Settings authors = presets.get(1).settings();
        assertThat(authors.decimals("style1")).containsExactly(0, 0, 100, 100, 100);
        assertThat(authors.decimals("content1")).containsExactly(0, 0, 0, 5, 0);
        assertThat(authors.decimals("content2")).containsExactly(0, 0, 0, 1, 0);
        assertThat(authors.decimals("histogram2")).containsExactly(1, 0, 0, 1, 0);
        assertThat(authors.on("unit2")).isTrue();
        assertThat(authors.on("unit1")).isFalse();
        assertThat(authors.on("guarded")).isFalse();
        assertThat(authors.whole("iterations1")).isEqualTo(1000);
        assertThat(authors.whole("coarse") + authors.whole("fine")).isZero();
        assertThat(authors.decimal("color2")).isZero();
        assertThat(presets.get(2).settings().on("unit2")).isFalse();
    }

    @Test
    void everySettingTeaches() {
        assertThat(HarmonizePlan.RECIPE.settings()).allMatch(setting -> !setting.label().isBlank() && setting.help().endsWith("."));
        assertThat(HarmonizePlan.RECIPE.settings()).extracting(Setting::key).doesNotHaveDuplicates();
    }

    @Test
    void aShallowNetworkSaysWhichLayersStandForOthers() {
        assertThat(LayerChoice.of(SHALLOW, 1)).isEqualTo("relu2_1");
        assertThat(LayerChoice.of(SHALLOW, 4)).isEqualTo("relu3_1");
        assertThat(LayerChoice.substitutes(SHALLOW)).isEqualTo("In Small VGG relu3_1 stands for relu4_1, relu3_1 stands for relu5_1.");
    }

    @Test
    void flatPaintAsksForSmoothnessAndRoughPaintDoesNot() {
        Tensor rough = Tensor.zeros(Shape.of(3, 300, 700));
        for (int i = 0; i < rough.size(); i++) {
            rough.data()[i] = i % 2 * 100;
        }

        assertThat(HarmonizePlan.smoothFrom(Picture.ofBytes("flat", Tensor.zeros(Shape.of(3, 40, 50))))).isGreaterThan(9.9);
        assertThat(HarmonizePlan.smoothFrom(Picture.ofBytes("rough", rough))).isLessThan(0.1);
    }

    @Test
    void coarseStepsTooSmallForTheNetworkAreLeftOut() throws Exception {
        Picture picture = Picture.ofBytes("scene", Tensor.zeros(Shape.of(3, 60, 60)));
        float[] mask = new float[3600];
        for (int y = 20; y < 40; y++) {
            java.util.Arrays.fill(mask, y * 60 + 20, y * 60 + 40, 1);
        }
        Mask tight = new Mask(60, 60, mask);
        Settings settings = HarmonizePlan.RECIPE.settings(Map.of("coarse", 3L, "fine", 2L, "size", 16L, "iterations1", 7L, "iterations2", 5L,
                "iterationsFine", 2L));
        FeatureNetwork deep = SmallFeatures.vgg(Padding.ZEROS, Pooling.MAX, new int[] {4}, new int[] {4}, new int[] {4}, new int[] {4}, new int[] {4});
        List<Leg> legs = Leg.of(new HarmonizeOrder(new Scene(picture, picture, tight, tight), settings, deep));

        assertThat(legs).extracting(Leg::scale).containsExactly(0.4, 0.8, 0.4, 0.8, 1.0);
        assertThat(legs.getLast().isLast()).isTrue();
        assertThat(legs.getLast().ofStage()).isEqualTo(2 * 5 + 2);
        assertThat(legs.stream().filter(Leg::isFirst)).hasSize(2);
    }
}
