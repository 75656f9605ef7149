package tadpole.engine.picture.harmonize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.picture.feature.LayerChoice;
import tadpole.engine.picture.insight.Grams;
import tadpole.engine.picture.insight.Histograms;
import tadpole.engine.picture.insight.Insight;
import tadpole.engine.picture.insight.InsightQuestion;
import tadpole.engine.picture.insight.InsightQuestion.Kind;
import tadpole.engine.picture.insight.Insights;
import tadpole.engine.picture.insight.InsightSubject;
import tadpole.engine.picture.insight.Patches;
import tadpole.engine.picture.insight.Remapped;
import tadpole.engine.picture.insight.TestScenes;
import tadpole.engine.picture.pull.Form;
import tadpole.engine.picture.pull.GramPull;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** What is shown is what acts: the second pass's own targets against what one is shown. */
class WorkLookTest {

    private final Device device = Device.plain();
    private final Scene scene = TestScenes.scene();
    private final FeatureNetwork features = TestScenes.features();

    private Settings settings() throws SettingException {
        return HarmonizePlan.RECIPE.with(Map.of("size", 40L, "refine", true)).settings();
    }

    private Targets.Pass2 pass2(Settings settings) {
        WorkLook look = new WorkLook(scene, settings, features, device);
        WorkArea area = WorkArea.of(scene, WorkArea.scale(scene, settings.whole("size")), settings.whole("margin2"), device);
        return new Targets(features, settings, area, 0, device).pass2(look.pixels(scene.composite()));
    }

    private Insight answer(Kind kind, String layer, Settings settings) {
        InsightQuestion question = new InsightQuestion(kind, new InsightSubject(scene, scene.composite(), Optional.empty(), features, settings), layer);
        return new Insights(device).answer(question, () -> false).orElseThrow();
    }

    @Test
    void patchesAtTheMatchedLayerAreThoseOfTheSecondPass() throws SettingException {
        Settings settings = settings();
        Targets.Pass2 acting = pass2(settings);

        Patches shown = (Patches) answer(Kind.PATCHES, LayerChoice.of(features, Targets.MATCHED), settings);

        assertThat(shown.matched()).isEqualTo(acting.matched());
        assertThat(shown.refined()).isEqualTo(acting.refined());
        assertThat(shown.matched().count()).isPositive();
    }

    @Test
    void theTargetGramAndThePicturesOwnGiveTheLossOfTheSecondPass() throws SettingException {
        Settings settings = settings();
        Targets.Pass2 acting = pass2(settings);
        WorkLook look = new WorkLook(scene, settings, features, device);

        for (Acting each : acting.all()) {
            if (each.pull().name().kind() != PullName.Kind.STYLE) {
                continue;
            }
            Grams shown = (Grams) answer(Kind.GRAMS, each.layer(), settings);
            Tensor maps = new FeatureRun(features, List.of(each.layer()), device).forward(look.pixels(scene.composite())).get(each.layer()).copy();
            double acts = each.pull().pull(maps, Tensor.zeros(maps.shape()));
            double told = new GramPull(each.pull().name(), shown.target(), Optional.of(look.looseAt(List.of(each.layer())).get(each.layer())),
                    settings.choice("form2").equals("mean") ? Form.MEAN : Form.RELATIVE, device)
                    .pull(maps, Tensor.zeros(maps.shape()));
            assertThat(told).isEqualTo(acts);
            assertThat(shown.current()).isNotEqualTo(shown.target());
        }
    }

    @Test
    void theRemappedValuesAreThoseThatTheHistogramLossPullsTo() throws SettingException {
        Settings settings = settings();
        Acting acting = pass2(settings).all().stream().filter(each -> each.pull().name().kind() == PullName.Kind.HISTOGRAM).findFirst().orElseThrow();
        WorkLook look = new WorkLook(scene, settings, features, device);
        Tensor maps = look.maps(look.pixels(scene.composite()), acting.layer());

        double acts = acting.pull().pull(maps, Tensor.zeros(maps.shape()));
        Histograms shown = (Histograms) answer(Kind.HISTOGRAM, acting.layer(), settings);

        double told = 0;
        for (int channel = 0; channel < shown.channels(); channel++) {
            Remapped remapped = shown.channel(channel);
            for (int rank = 0; rank < remapped.before().length; rank++) {
                float difference = remapped.before()[rank] - remapped.after()[rank];
                told += 0.5 * difference * difference;
            }
        }
        assertThat(told).isPositive().isCloseTo(acts, withinPercentage(1e-9));
        assertThat(shown.places()).isEqualTo(HistogramPull.places(look.looseAt(List.of(acting.layer())).get(acting.layer())));
    }

    @Test
    void aSupersededQuestionIsNotAnswered() throws SettingException {
        InsightQuestion question = new InsightQuestion(Kind.MAPS, new InsightSubject(scene, scene.composite(), Optional.empty(), features, settings()), "relu1_1");

        assertThat(new Insights(device).answer(question, () -> true)).isEmpty();
    }

    @Test
    void aPixelOfTheObjectLeadsToItsPlaceAndBackToAPatchAroundIt() throws SettingException {
        Patches shown = (Patches) answer(Kind.PATCHES, LayerChoice.of(features, Targets.MATCHED), settings());

        Patches.Place place = shown.placeAt(TestScenes.MIDDLE_Y, TestScenes.MIDDLE_X).orElseThrow();
        Patches.Area patch = shown.patch(place);
        Patches.Area seen = shown.seen(place);

        assertThat(TestScenes.MIDDLE_X + 0.5).isBetween(patch.x(), patch.x() + patch.width());
        assertThat(TestScenes.MIDDLE_Y + 0.5).isBetween(patch.y(), patch.y() + patch.height());
        assertThat(seen.width()).isGreaterThanOrEqualTo(patch.width());
        assertThat(shown.cosine(shown.matched(), place)).isBetween(-1.0, 1.0000001);
        assertThat(shown.placeAt(0, 0)).isEmpty();
        float uses = 0;
        for (float count : shown.uses(shown.matched()).data()) {
            uses += count;
        }
        assertThat(uses).isEqualTo(shown.matched().count());
    }

    @Test
    void aCurrentPictureOfAnotherSizeIsRefused() throws SettingException {
        Settings settings = settings();
        Picture other = TestScenes.picture(8, 9, 1);

        assertThatThrownBy(() -> new InsightSubject(scene, other, Optional.empty(), features, settings)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The current picture must be a color picture of the scene's 96×80 pixels, but is 9×8 with 3 channels.");
    }
}
