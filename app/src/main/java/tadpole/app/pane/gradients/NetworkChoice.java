package tadpole.app.pane.gradients;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Shuffled;
import tadpole.engine.inspect.SoftmaxPicture;
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
import tadpole.engine.tensor.Seed;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.StartValues;
import tadpole.engine.training.TrainingPlan;

/** Which network is looked at. */
public enum NetworkChoice {

    SOFTMAX("Linear softmax", "The first lesson: one linear layer, its W and b from N(0, deviation), softmax and -log p."),
    TWO_LAYER("Two-layer net", "Linear, ReLU, linear, softmax: the smallest network whose gradients pass through a layer."),
    CNN("Small CNN", "Two convolutions, each with ReLU and max pooling, and a linear layer."),
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
     * @param pixels a choice of {@link SoftmaxPicture#PIXELS}; has no say where the data are no pictures
     * @throws SettingException where it does not fit the data
     */
    Experiment experiment(Dataset dataset, double deviation, String pixels, long seed) throws SettingException {
        if (dataset.isRegression()) {
            throw new SettingException("%s has no classes, and %s tells classes apart. Open MNIST, CIFAR-10 or the bundled digits in Data."
                    .formatted(dataset.title(), label));
        }
        if (!dataset.hasPictures() && this == CNN) {
            throw new SettingException("%s has no pictures, and a CNN needs some. Open MNIST, CIFAR-10 or the bundled digits in Data.".formatted(dataset.title()));
        }
        int classes = dataset.classes().size();
        List<Spec> layers = switch (this) {
            case SOFTMAX -> List.of(Flatten.RECIPE.standard(),
                    Linear.RECIPE.with(Map.of("out", (long) classes, "init", "normal", "deviation", deviation)));
            case TWO_LAYER -> List.of(Flatten.RECIPE.standard(), Linear.RECIPE.with(Map.of("out", 20L, "init", "he")), Relu.RECIPE.standard(),
                    Linear.RECIPE.with(Map.of("out", (long) classes, "init", "he")));
            case CNN -> List.of(convolution(), Relu.RECIPE.standard(), pooling(), convolution(), Relu.RECIPE.standard(), pooling(),
                    Flatten.RECIPE.standard(), Linear.RECIPE.with(Map.of("out", (long) classes)));
            case SET_UP, TRAINED, FILE -> throw new IllegalArgumentException(label + " brings its own experiment.");
        };
        DataPlan data = new DataPlan(dataset.key(), dataset.made(), dataset.hasPictures() ? SoftmaxPicture.prepare(pixels) : List.of(), List.of(), 0, 0, false);
        Experiment experiment = new Experiment(name().toLowerCase(Locale.ROOT).replace('_', '-'), about, data, layers, CrossEntropy.RECIPE.standard(),
                Sgd.RECIPE.standard(), Constant.RECIPE.standard(),
                new TrainingPlan(TrainingPlan.RECIPE.standard().settings(), Shuffled.RECIPE.standard()), seed);
        return this == SOFTMAX ? experiment.withStart(StartValues.NONE.with("linear1.bias", normal(classes, deviation, seed))) : experiment;
    }

    private static Spec convolution() throws SettingException {
        return Conv2d.RECIPE.with(Map.of("out", 4L, "kernel", 3L, "padding", 1L, "init", "he"));
    }

    private static Spec pooling() throws SettingException {
        return MaxPool2d.RECIPE.with(Map.of("kernel", 2L, "stride", 2L));
    }

    /** The lesson draws the bias as it draws the weights. */
    private static List<Double> normal(int count, double deviation, long seed) {
        RandomGenerator random = new Seed(seed).derive("linear1.bias").generator();
        return DoubleStream.generate(random::nextGaussian).limit(count).map(each -> (float) (each * deviation)).boxed().toList();
    }
}
