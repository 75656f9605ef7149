package tadpole.app.pane.studio.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import tadpole.app.job.Jobs;
import tadpole.app.pane.studio.PullHistory;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.harmonize.HarmonizeEvent;
import tadpole.engine.picture.harmonize.HarmonizePlan;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.picture.harmonize.Stage;
import tadpole.engine.picture.insight.Grams;
import tadpole.engine.picture.insight.LayerMaps;
import tadpole.engine.picture.insight.LayerMasks;
import tadpole.engine.picture.insight.Patches;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.pull.PullName.Kind;
import tadpole.engine.picture.pull.PullValue;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

class InsideModelTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final ObjectProperty<Optional<Scene>> scene = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Picture>> current = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Picture>> first = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Boolean> filled = new SimpleObjectProperty<>(false);
    private final ObjectProperty<Optional<FeatureNetwork>> features = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(HarmonizePlan.RECIPE.standard().settings());
    private final Desk desk = new Desk(new Workspace(), new Jobs(Runnable::run), Device.plain(), new Messages(), new Theme(Theme.Kind.LIGHT), _ -> { });
    private final InsideModel model = new InsideModel(new InsideModel.Looked(filled, scene, current, first, features, settings), desk, waiting::add);

    private void answerAll() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    private void open() {
        filled.set(true);
        scene.set(Optional.of(SmallScene.scene()));
        features.set(Optional.of(SmallScene.features()));
        model.viewProperty().set(View.MAPS);
        model.watch(true);
    }

    @Test
    void whatIsMissingIsSaidInASentence() {
        model.watch(true);

        assertThat(model.lackProperty().get()).isEqualTo("No feature network is open yet.");
        features.set(Optional.of(SmallScene.features()));
        assertThat(model.lackProperty().get()).startsWith("Put an object into a painting");
        filled.set(true);
        scene.set(Optional.of(SmallScene.scene()));
        assertThat(model.lackProperty().get()).isEmpty();
        assertThat(model.layerProperty().get()).isEqualTo("relu3_1");
    }

    @Test
    void nothingIsComputedWhereNobodyLooks() {
        open();
        model.watch(false);

        answerAll();
        current.set(Optional.of(SmallScene.scene().composite()));

        assertThat(waiting).isEmpty();
        assertThat(model.insightProperty().get()).isEmpty();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void onlyTheNewestQuestionIsAnsweredAndWhatIsShownSaysThatItIsStale() {
        open();
        answerAll();
        assertThat(model.insightProperty().get()).containsInstanceOf(LayerMaps.class);
        assertThat(model.staleProperty().get()).isFalse();

        model.layerProperty().set("relu1_1");
        model.layerProperty().set("relu2_1");
        assertThat(model.busyProperty().get()).isTrue();
        assertThat(model.staleProperty().get()).isTrue();
        assertThat(waiting).hasSize(1);
        answerAll();

        assertThat(model.insightProperty().get().orElseThrow().question().layer()).isEqualTo("relu2_1");
        assertThat(model.staleProperty().get()).isFalse();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aPictureThatGoesOnIsFollowedAndTheAnswerBeforeIsNotStale() {
        open();
        answerAll();
        Picture next = SmallScene.picture(3);

        current.set(Optional.of(next));
        assertThat(model.staleProperty().get()).isFalse();
        assertThat(model.busyProperty().get()).isTrue();
        answerAll();

        assertThat(model.insightProperty().get().orElseThrow().question().subject().current()).isSameAs(next);
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void layersThatAreStillLaidTogetherAreNotDenied() {
        features.set(Optional.of(SmallScene.features()));
        model.watch(true);
        assertThat(model.lackProperty().get()).startsWith("Put an object into a painting");
        filled.set(true);

        assertThat(model.lackProperty().get()).isEmpty();
        assertThat(model.staleProperty().get()).isFalse();
    }

    @Test
    void theTargetIsWhatPass1sResultMatchesHoweverThePictureGoesOn() {
        open();
        model.viewProperty().set(View.GRAMS);
        answerAll();
        float[] before = grams().target().values();
        first.set(Optional.of(SmallScene.picture(3)));
        answerAll();
        float[] target = grams().target().values();
        assertThat(target).isNotEqualTo(before);

        current.set(Optional.of(SmallScene.picture(5)));
        answerAll();

        assertThat(grams().target().values()).isEqualTo(target);
        assertThat(grams().question().subject().current()).isSameAs(current.get().orElseThrow());
    }

    private Grams grams() {
        return (Grams) model.insightProperty().get().orElseThrow();
    }

    @Test
    void masksAreTheSameAtWhateverLayerOneLooks() {
        open();
        model.viewProperty().set(View.MASKS);
        answerAll();
        LayerMasks masks = (LayerMasks) model.insightProperty().get().orElseThrow();
        assertThat(masks.rows()).extracting(LayerMasks.Row::layer).contains("pixels", "relu1_1", "relu3_1");

        model.layerProperty().set("relu1_1");

        assertThat(model.staleProperty().get()).isFalse();
    }

    @Test
    void aMatchingThatWouldTakeTooLongIsRefusedWithWhatToDo() {
        open();
        FeatureNetwork wide = SmallScene.wide();
        scene.set(Optional.of(SmallScene.large()));
        features.set(Optional.of(wide));
        settings.set(SmallScene.atFullSize());
        model.layerProperty().set("relu1_1");
        model.viewProperty().set(View.PATCHES);
        answerAll();

        assertThat(model.lackProperty().get()).startsWith("At relu1_1, ").endsWith("Choose a deeper layer.");
        model.viewProperty().set(View.MASKS);
        assertThat(model.lackProperty().get()).isEmpty();
    }

    @Test
    void sharesAreStackedKindByKindAndAMutedLossIsToldToTheRun() {
        PullHistory history = new PullHistory();
        PullsModel pulls = new PullsModel(history);
        PullName style = new PullName(Kind.STYLE, "relu1_1");
        PullName content = new PullName(Kind.CONTENT, "relu4_1");
        history.add(List.of(new HarmonizeEvent.Iterated(Stage.PASS_1, 1, 9, List.of(new PullValue(content, 1, 1, 0.25, false))),
                new HarmonizeEvent.Iterated(Stage.PASS_2, 1, 9, List.of(new PullValue(content, 1, 1, 0.25, false), new PullValue(style, 1, 1, 0.75, false))),
                new HarmonizeEvent.Iterated(Stage.PASS_2, 2, 9, List.of(new PullValue(content, 1, 1, Double.NaN, false), new PullValue(style, 1, 1, Double.NaN, true)))));

        assertThat(pulls.rows()).extracting(PullsModel.Row::words).containsExactly("style relu1_1", "content relu4_1");
        assertThat(history.momentsProperty().get()).extracting(PullHistory.Moment::shares)
                .containsExactly(Map.of(content, 1.0), Map.of(content, 0.25, style, 0.75), Map.of(content, 1.0, style, 0.0));
        assertThat(pulls.picture().flags()).hasSize(2);
        pulls.muteOrHear(0);
        assertThat(history.mutedProperty().get()).containsExactly(style);
        assertThat(pulls.rows().getFirst().muted()).isTrue();
        pulls.muteOrHear(0);
        assertThat(history.mutedProperty().get()).isEmpty();
    }

    @Test
    void aClickKeepsAPlaceAndAnotherLetsItGo() {
        open();
        model.viewProperty().set(View.PATCHES);
        answerAll();
        PatchesModel patches = new PatchesModel();
        patches.show((Patches) model.insightProperty().get().orElseThrow());
        var first = patches.placeProperty().get();
        assertThat(first).isPresent();

        patches.click(SmallScene.MIDDLE_Y, SmallScene.MIDDLE_X - 10);
        var kept = patches.placeProperty().get();
        patches.hover(SmallScene.MIDDLE_Y, SmallScene.MIDDLE_X + 8);
        assertThat(patches.placeProperty().get()).isEqualTo(kept);
        patches.click(SmallScene.MIDDLE_Y, SmallScene.MIDDLE_X - 10);
        patches.hover(SmallScene.MIDDLE_Y, SmallScene.MIDDLE_X + 8);

        assertThat(patches.placeProperty().get()).isNotEqualTo(kept);
        assertThat(patches.cosine(true).orElseThrow()).isBetween(-1.0, 1.0000001);
    }

    @Test
    void thePhotographsSwapAndTheFirstGetsTheSecondsColors() {
        PhotosModel photos = new PhotosModel(desk, waiting::add);
        photos.suggest(Optional.of(SmallScene.picture(4)), Optional.of(SmallScene.darker()));
        answerAll();

        PhotosModel.Answer answer = photos.answerProperty().get().orElseThrow();
        assertThat(answer.remapped().after()[answer.remapped().after().length - 1]).isLessThanOrEqualTo(answer.remapped().wanted()[answer.remapped().wanted().length - 1]);
        photos.swap();
        answerAll();
        assertThat(photos.answerProperty().get().orElseThrow().first()).isSameAs(answer.second());
    }
}
