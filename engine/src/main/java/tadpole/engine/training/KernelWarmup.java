package tadpole.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Divide;
import tadpole.engine.dataset.Images;
import tadpole.engine.dataset.Shuffled;
import tadpole.engine.dataset.Split;
import tadpole.engine.dataset.Standardize;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.GlobalAvgPool2d;
import tadpole.engine.layer.Gru;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.Lstm;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Relu;
import tadpole.engine.layer.ResidualBlock;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Constant;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;

/**
 * Warms up what nearly every network needs before there is one: trains tiny networks on made-up pictures and sequences, of sizes that
 * leave something over beside whole vectors and whole tiles.
 */
public final class KernelWarmup implements Job<Long> {

    private static final long MILLIS_EACH = 700;
    private static final int SIDE = 15;
    private static final int CLASSES = 10;
    private static final int SAMPLES = 300;
    private static final long BATCH = 37;

    private final List<Warmup> parts = new ArrayList<>();

    public KernelWarmup(Device device) {
        Images train = pictures(new SplittableRandom(1));
        Dataset pictures = dataset(train);
        Dataset sequences = dataset(new Sequences(train));
        try {
            for (List<Spec> layers : ofPictures()) {
                parts.add(new Warmup(experiment(layers), pictures, device, MILLIS_EACH));
            }
            for (List<Spec> layers : ofSequences()) {
                parts.add(new Warmup(experiment(layers), sequences, device, MILLIS_EACH));
            }
        } catch (SettingException impossible) {
            throw new IllegalStateException("The networks of the warm-up are within all bounds.", impossible);
        }
    }

    @Override
    public String name() {
        return "Warming up";
    }

    /** Gives the number of steps it made. */
    @Override
    public JobOutcome<Long> run(JobControl control) {
        long steps = 0;
        for (Warmup part : parts) {
            switch (part.run(control)) {
                case JobOutcome.Finished<Long>(Long made) -> steps += made;
                case JobOutcome.Stopped<Long>(Long made) -> {
                    return new JobOutcome.Stopped<>(steps + made);
                }
                case JobOutcome.Failed<Long> failed -> {
                    return failed;
                }
            }
        }
        return new JobOutcome.Finished<>(steps);
    }

    private static List<List<Spec>> ofPictures() throws SettingException {
        Spec flatten = Flatten.RECIPE.standard();
        Spec relu = Relu.RECIPE.standard();
        Spec pool = MaxPool2d.RECIPE.standard();
        Spec last = Linear.RECIPE.with(Map.of("out", CLASSES));
        return List.of(
                List.of(flatten, Linear.RECIPE.with(Map.of("out", 100)), relu, last),
                List.of(convolution(8, 5), relu, pool, convolution(19, 5), relu, flatten, Dropout.RECIPE.standard(), last),
                List.of(convolution(16, 3), BatchNorm2d.RECIPE.standard(), relu, convolution(19, 3), relu,
                        ResidualBlock.RECIPE.with(Map.of("out", 32, "stride", 2)), GlobalAvgPool2d.RECIPE.standard(), last));
    }

    private static List<List<Spec>> ofSequences() throws SettingException {
        Spec last = Linear.RECIPE.with(Map.of("out", CLASSES));
        return List.of(
                List.of(Lstm.RECIPE.with(Map.of("hidden", 53, "output", "last")), last),
                List.of(Gru.RECIPE.with(Map.of("hidden", 53, "output", "last")), last));
    }

    private static Spec convolution(int out, int kernel) throws SettingException {
        return Conv2d.RECIPE.with(Map.of("out", out, "kernel", kernel, "padding", kernel / 2));
    }

    private static Experiment experiment(List<Spec> layers) throws SettingException {
        TrainingPlan plan = new TrainingPlan(TrainingPlan.RECIPE.settings(Map.of("batch", BATCH)), Shuffled.RECIPE.standard());
        DataPlan data = new DataPlan("warm-up", List.of(Divide.RECIPE.standard(), Standardize.RECIPE.standard()), 0);
        return new Experiment("Warm-up", "", data, layers, CrossEntropy.RECIPE.standard(), Sgd.RECIPE.standard(),
                Constant.RECIPE.standard(), plan, 1);
    }

    private static Dataset dataset(Split split) {
        List<String> classes = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        return new Dataset("warm-up", "Made-up samples", classes, split, Optional.of(split));
    }

    private static Images pictures(SplittableRandom random) {
        byte[] pixels = new byte[SAMPLES * SIDE * SIDE];
        byte[] labels = new byte[SAMPLES];
        random.nextBytes(pixels);
        for (int i = 0; i < SAMPLES; i++) {
            labels[i] = (byte) random.nextInt(CLASSES);
        }
        return new Images(Shape.of(1, SIDE, SIDE), pixels, labels);
    }

    /** Each picture as a sequence of its rows. */
    private record Sequences(Images pictures) implements Split {

        @Override
        public int size() {
            return pictures.size();
        }

        @Override
        public Shape shape() {
            return Shape.of(pictures.height(), pictures.width());
        }

        @Override
        public int label(int index) {
            return pictures.label(index);
        }

        @Override
        public void read(int index, float[] into, int offset) {
            pictures.read(index, into, offset);
        }
    }
}
