package tadpole.app.pane.train.pad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Shuffled;
import tadpole.engine.dataset.Split;
import tadpole.engine.layer.Layers;
import tadpole.engine.layer.Linear;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.loss.MeanSquaredError;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Constant;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Requirements;
import tadpole.engine.training.TrainedNetwork;
import tadpole.engine.training.TrainingPlan;

class PadModelTest {

    private final Device device = Device.cpu(1);
    private final PadModel model = new PadModel(device, Runnable::run, Runnable::run);

    @AfterEach
    void close() {
        device.close();
    }

    /** Samples that nobody reads. */
    private record Blank(Shape shape) implements Split {

        @Override
        public int size() {
            return 4;
        }

        @Override
        public int label(int index) {
            return index % 2;
        }

        @Override
        public void read(int index, float[] into, int offset) {}
    }

    private static TrainedNetwork network(Shape shape, Spec loss, int outputs) throws SettingException {
        Dataset data = new Dataset("blank", "Blank", List.of("left", "right"), new Blank(shape), Optional.empty());
        List<Spec> layers = List.of(Recipe.find(Layers.ALL, "layer", "flatten").standard(), Linear.RECIPE.with(Map.of("out", outputs)));
        Experiment experiment = new Experiment("blank", "", new DataPlan("blank", List.of(), 0), layers, loss, Sgd.RECIPE.standard(), Constant.RECIPE.standard(),
                new TrainingPlan(TrainingPlan.RECIPE.settings(Map.of()), Shuffled.RECIPE.standard()), 1);
        return TrainedNetwork.of(experiment, data, Requirements.of(experiment, data));
    }

    private void stroke() {
        model.begin();
        model.draw(30, 20, 60, 90, false);
    }

    @Test
    void saysNothingOfAnEmptyPad() throws SettingException {
        model.look(Optional.of(network(Shape.of(1, 28, 28), CrossEntropy.RECIPE.standard(), 2)));

        assertThat(model.stateProperty().get()).isEqualTo(Guess.State.EMPTY);
    }

    @Test
    void answersWithTheClassesInOrder() throws SettingException {
        model.look(Optional.of(network(Shape.of(1, 28, 28), CrossEntropy.RECIPE.standard(), 2)));
        stroke();

        Guess guess = model.stateProperty().get().guess().orElseThrow();
        assertThat(guess.next()).hasSize(1);
        assertThat(guess.share().getAsDouble()).isGreaterThanOrEqualTo(0.5);
        assertThat(guess.share().getAsDouble() + guess.next().getFirst().share()).isCloseTo(1, within(1e-6));
        assertThat(List.of(guess.answer(), guess.next().getFirst().name())).containsExactlyInAnyOrder("left", "right");
    }

    @Test
    void asksAgainAtEveryMomentLookedAt() throws SettingException {
        TrainedNetwork early = network(Shape.of(1, 28, 28), CrossEntropy.RECIPE.standard(), 2);
        TrainedNetwork late = network(Shape.of(1, 28, 28), CrossEntropy.RECIPE.standard(), 2);
        late.network().parameters().forEach(each -> {
            each.value().fill(each.name().endsWith("bias") ? 0 : 0.5f);
            each.changed();
        });
        model.look(Optional.of(early));
        stroke();
        double before = model.stateProperty().get().guess().orElseThrow().share().getAsDouble();

        model.look(Optional.of(late));

        assertThat(model.stateProperty().get().guess().orElseThrow().share().getAsDouble()).isEqualTo(0.5).isNotEqualTo(before);
    }

    @Test
    void preparesWithoutANetwork() {
        model.look(Optional.empty());
        stroke();

        assertThat(model.stateProperty().get().digit()).isPresent();
        assertThat(model.stateProperty().get().guess()).isEmpty();
    }

    @Test
    void aSingleOutputHasNoProbability() throws SettingException {
        model.look(Optional.of(network(Shape.of(1, 28, 28), MeanSquaredError.RECIPE.standard(), 1)));
        stroke();

        assertThat(model.stateProperty().get().guess().orElseThrow().share()).isEmpty();
    }

    @Test
    void goesIntoAllChannelsOfPhotosAndSaysSo() throws SettingException {
        model.look(Optional.of(network(Shape.of(3, 32, 40), CrossEntropy.RECIPE.standard(), 2)));
        stroke();

        assertThat(model.noteProperty().get().orElseThrow().refuses()).isFalse();
        assertThat(model.noteProperty().get().orElseThrow().text()).startsWith("The data are 32×40 in 3 channels");
        assertThat(model.stateProperty().get().digit().orElseThrow().side()).isEqualTo(32);
        assertThat(model.stateProperty().get().guess()).isPresent();
    }

    @Test
    void refusesWhatIsNoPicture() throws SettingException {
        stroke();
        model.look(Optional.of(network(Shape.of(2), CrossEntropy.RECIPE.standard(), 2)));

        assertThat(model.noteProperty().get().orElseThrow().text()).isEqualTo("A sample here is 2 numbers, no picture: there is nothing to draw.");
        assertThat(model.stateProperty().get()).isEqualTo(Guess.State.EMPTY);
    }

    @Test
    void takesBackStrokesErasingAndClearing() {
        stroke();
        float[] drawn = model.ink().copy();
        model.begin();
        model.draw(30, 20, 30, 20, true);
        assertThat(model.ink().copy()).isNotEqualTo(drawn);
        model.clear();
        assertThat(model.ink().isEmpty()).isTrue();

        model.undo();
        model.undo();
        assertThat(model.ink().copy()).isEqualTo(drawn);
        model.undo();
        assertThat(model.ink().isEmpty()).isTrue();
        assertThat(model.ink().canUndo()).isFalse();
    }

    @Test
    void aStrokeBeyondTheEdgeDrawsWhatIsInside() {
        model.begin();
        model.draw(-300, 50, 400, 50, false);

        assertThat(model.ink().of(28, 0, 12)).isEqualTo(1);
        assertThat(model.ink().of(28, 27, 12)).isEqualTo(1);
    }
}
