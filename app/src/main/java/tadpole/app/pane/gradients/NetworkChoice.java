package tadpole.app.pane.gradients;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tadpole.engine.dataset.Divide;
import tadpole.engine.dataset.Shuffled;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Relu;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Constant;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingPlan;

/** Which network is looked at. */
public enum NetworkChoice {

    SOFTMAX("Linear softmax", "The first lesson: one linear layer, its W and b from N(0, deviation), softmax and -log p."),
    TWO_LAYER("Two-layer net", "Linear, ReLU, linear, softmax: the smallest network whose gradients pass through a layer."),
    CNN("Small CNN", "A convolution, ReLU, max pooling and a linear layer."),
    SET_UP("Train's experiment", "The experiment that is set up in Train, with the weights it starts from."),
    TRAINED("Train's, trained", "The network that Train trained last, with the weights it ended with."),
    FILE("From a file", "The experiment that was opened here.");

    private final String label;
    private final String about;

    NetworkChoice(String label, String about) {
        this.label = label;
        this.about = about;
    }

    public String label() {
        return label;
    }

    public String about() {
        return about;
    }

    /** Whether it comes with Tadpole and fits any data set of pictures. */
    public boolean isBuiltIn() {
        return this == SOFTMAX || this == TWO_LAYER || this == CNN;
    }

    /** Whether its start has a deviation to choose. */
    public boolean hasDeviation() {
        return this == SOFTMAX;
    }

    /**
     * The experiment of a network that comes with Tadpole.
     *
     * @param set     key of the data set
     * @param classes of the data set
     */
    Experiment experiment(String set, int classes, double deviation, long seed) throws SettingException {
        List<Spec> layers = switch (this) {
            case SOFTMAX -> List.of(Flatten.RECIPE.standard(),
                    Linear.RECIPE.with(Map.of("out", (long) classes, "init", "normal", "deviation", deviation)));
            case TWO_LAYER -> List.of(Flatten.RECIPE.standard(), Linear.RECIPE.with(Map.of("out", 20L, "init", "he")), Relu.RECIPE.standard(),
                    Linear.RECIPE.with(Map.of("out", (long) classes, "init", "he")));
            case CNN -> List.of(Conv2d.RECIPE.with(Map.of("out", 4L, "kernel", 3L, "padding", 1L, "init", "he")), Relu.RECIPE.standard(),
                    MaxPool2d.RECIPE.with(Map.of("kernel", 4L, "stride", 4L)), Flatten.RECIPE.standard(),
                    Linear.RECIPE.with(Map.of("out", (long) classes)));
            case SET_UP, TRAINED, FILE -> throw new IllegalArgumentException(label + " brings its own experiment.");
        };
        return new Experiment(name().toLowerCase(Locale.ROOT).replace('_', '-'), about,
                new DataPlan(set, List.of(Divide.RECIPE.standard()), 0), layers, CrossEntropy.RECIPE.standard(),
                Sgd.RECIPE.standard(), Constant.RECIPE.standard(),
                new TrainingPlan(TrainingPlan.RECIPE.standard().settings(), Shuffled.RECIPE.standard()), seed);
    }

}
