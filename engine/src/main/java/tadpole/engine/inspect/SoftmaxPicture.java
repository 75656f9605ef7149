package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Divide;
import tadpole.engine.dataset.Samplers;
import tadpole.engine.dataset.Split;
import tadpole.engine.dataset.Standardize;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.Linear;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Constant;
import tadpole.engine.tensor.Seed;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.StartValues;
import tadpole.engine.training.TrainingPlan;

/**
 * A picture and the spread of the random weights that it is sent through.
 *
 * @param set      key of its data set
 * @param test     whether it is of the test part
 * @param index    its place there, from 0
 * @param settings of {@link #RECIPE}
 */
public record SoftmaxPicture(String set, boolean test, int index, Settings settings) {

    private static final String BIAS = "linear1.bias";
    private static final int FROG = 104;

    public static final Setting.Choice PIXELS = new Setting.Choice("pixels", "Pixels", "standardized",
            List.of(new Setting.Option("standardized", "Mean 0, deviation 1"), new Setting.Option("unit", "0 to 1"), new Setting.Option("raw", "0 to 255")),
            "What the classifier is given: standardized by mean and deviation of the training set, divided by 255, or as the file has them.");
    public static final Setting.Decimal DEVIATION = new Setting.Decimal("deviation", "Deviation", 0.1, 0.0, 100.0, "",
            "Standard deviation of the random weights and biases. Default 0.1, as the lesson has it.");
    public static final Setting.Whole SEEDS = new Setting.Whole("seeds", "Starts counted", 100L, 1, 1000, "",
            "Over how many random starts one counts how often a wrong class is near-certain. Default 100.");
    public static final Setting.Whole SAMPLES = new Setting.Whole("samples", "Samples timed", 256L, 1, 5000, "",
            "How many samples loops and vectors go through where their times are compared. Default 256.");

    /** The settings as a recipe without a product. */
    public static final Recipe<Void> RECIPE = new Recipe<>("picture", "Picture", "A picture through random weights.",
            List.of(PIXELS, DEVIATION, Experiment.SEED, SEEDS, SAMPLES), null);

    /** The first training sample, everything else at its default. */
    public static SoftmaxPicture of(String set) {
        return new SoftmaxPicture(set, false, 0, RECIPE.standard().settings());
    }

    /**
     * The place of the lesson's frog among the training pictures of CIFAR-10; elsewhere the first picture. The lesson calls it training
     * frog 105, counted from 1: read here as the 105th training picture, as that one is a frog, and starts of its deviation bring it to the
     * lesson's loss of 22. The 105th of the frogs, picture 960, stays below 21 in a hundred starts.
     */
    public static int lesson(Dataset dataset) {
        int frog = dataset.classes().indexOf("frog");
        return frog >= 0 && dataset.train().size() > FROG && dataset.train().label(FROG) == frog ? FROG : 0;
    }

    /** Whether a data set has what the room needs: pictures with classes. */
    public static boolean isOf(Dataset dataset) {
        return dataset.hasPictures() && !dataset.isRegression();
    }

    public double deviation() {
        return settings.decimal("deviation");
    }

    public long seed() {
        return (Long) settings.asMap().get("seed");
    }

    public int seeds() {
        return settings.whole("seeds");
    }

    public int samples() {
        return settings.whole("samples");
    }

    public String pixels() {
        return settings.choice("pixels");
    }

    /** The same settings on another picture. */
    public SoftmaxPicture at(String otherSet, boolean otherTest, int otherIndex) {
        return new SoftmaxPicture(otherSet, otherTest, otherIndex, settings);
    }

    /** @throws SettingException where the value is out of its bounds */
    public SoftmaxPicture with(String key, Object value) throws SettingException {
        Map<String, Object> given = new HashMap<>(settings.asMap());
        given.put(key, value);
        return new SoftmaxPicture(set, test, index, RECIPE.settings(given));
    }

    public List<Spec> prepare() {
        return prepare(pixels());
    }

    /** @param pixels a choice of {@link #PIXELS} */
    public static List<Spec> prepare(String pixels) {
        return switch (pixels) {
            case "unit" -> List.of(Divide.RECIPE.standard());
            case "raw" -> List.of();
            default -> List.of(Divide.RECIPE.standard(), Standardize.RECIPE.standard());
        };
    }

    /** The part of the data set that the picture is of. @throws SettingException where it has no such picture */
    public Split split(Dataset dataset) throws SettingException {
        if (!isOf(dataset)) {
            throw new SettingException("%s has no pictures with classes. Take MNIST, CIFAR-10 or the bundled digits.".formatted(dataset.title())).at("softmax.picture.set");
        }
        Split split = test ? dataset.test().orElseThrow(() -> new SettingException(
                "%s has no test pictures. Take one of the training pictures.".formatted(dataset.title())).at("softmax.picture.part")) : dataset.train();
        if (index < 0 || index >= split.size()) {
            throw new SettingException("The place of the picture (\"index\") must be between 0 and %d in the %s part of %s, but is %d."
                    .formatted(split.size() - 1, test ? "test" : "train", dataset.title(), index)).at("softmax.picture.index");
        }
        return split;
    }

    /** b from N(0, deviation). */
    float[] biases(int classes, long seed) {
        RandomGenerator random = new Seed(seed).derive(BIAS).generator();
        float[] biases = new float[classes];
        for (int i = 0; i < classes; i++) {
            biases[i] = (float) (random.nextGaussian() * deviation());
        }
        return biases;
    }

    /** The linear classifier to train: W and b start as those that the picture goes through. */
    public Experiment experiment(int classes) throws SettingException {
        List<Double> biases = new ArrayList<>();
        for (float bias : biases(classes, seed())) {
            biases.add((double) bias);
        }
        return new Experiment(
                "%s-softmax-by-hand".formatted(set),
                "A linear classifier from normal weights of deviation %s, as the softmax room has it.".formatted(deviation()),
                new DataPlan(set, prepare(), 0),
                List.of(Flatten.RECIPE.standard(),
                        Linear.RECIPE.with(Map.of("out", classes, "init", "normal", "deviation", deviation()))),
                CrossEntropy.RECIPE.standard(),
                Sgd.RECIPE.with(Map.of("rate", 0.01)),
                Constant.RECIPE.standard(),
                new TrainingPlan(TrainingPlan.RECIPE.standard().settings(), Samplers.ALL.getFirst().standard()),
                seed()).withStart(StartValues.NONE.with(BIAS, biases));
    }
}
