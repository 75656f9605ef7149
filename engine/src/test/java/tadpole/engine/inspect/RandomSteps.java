package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Divide;
import tadpole.engine.dataset.Normalize;
import tadpole.engine.dataset.Standardize;
import tadpole.engine.layer.AvgPool2d;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Embedding;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.GlobalAvgPool2d;
import tadpole.engine.layer.Gru;
import tadpole.engine.layer.LayerNorm;
import tadpole.engine.layer.Layers;
import tadpole.engine.layer.LogSoftmax;
import tadpole.engine.layer.Lstm;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.ResidualBlock;
import tadpole.engine.layer.Softmax;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizer;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.optimizer.Step;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;
import tadpole.engine.training.TinyData;
import tadpole.engine.training.TinyExperiment;
import tadpole.engine.training.TrainingPlan;

/** Steps of random networks: layers, losses, optimizers, preparations and batches drawn by a seed. */
final class RandomSteps {

    private static final int CLASSES = 4;

    private final RandomGenerator random;

    RandomSteps(int seed) {
        random = new Seed(seed).derive("random steps").generator();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** The trace of a step that comes after another one, so that the optimizer remembers something. */
    StepTrace trace(Device device) throws Exception {
        int kind = random.nextInt(5);
        Dataset data = kind == 0 ? words() : pixels(kind < 3 ? Shape.of(12) : Shape.of(2, 6, 6));
        Recipe<?> loss = one(Losses.ALL);
        List<Spec> layers = kind == 0 ? wordLayers() : kind < 3 ? rowLayers() : pictureLayers();
        layers.add(TinyExperiment.linear(CLASSES));
        switch (loss.type()) {
            case "probabilityCrossEntropy" -> layers.add(Softmax.RECIPE.standard());
            case "negativeLogLikelihood" -> layers.add(LogSoftmax.RECIPE.standard());
            default -> { }
        }
        Map<String, Object> plan = new LinkedHashMap<>(Map.of("batch", 5));
        one(List.of(Map.<String, Object>of(), Map.of("reduction", "sum"), Map.of("l1", 0.01), Map.of("clipNorm", 0.1), Map.of("clipValue", 0.01)))
                .forEach(plan::put);
        Experiment tiny = TinyExperiment.of(CLASSES).optimizer(optimizer()).build();
        Experiment experiment = new Experiment("random", "", new DataPlan("random", kind == 0 ? List.of() : prepare(), 0), layers, loss.standard(),
                tiny.optimizer(), tiny.schedule(), new TrainingPlan(TinyExperiment.with(TrainingPlan.RECIPE, plan).settings(), tiny.training().order()),
                random.nextInt(1000));
        Setup setup = Setup.of(experiment, data);
        Tracer tracer = new Tracer(experiment, setup, data.classes(), device);
        boolean normalizes = setup.network().leastBatch() > 1;
        int[] samples = random.ints(normalizes ? 5 : random.nextInt(1, 6), 0, data.train().size()).toArray();
        Optimizer optimizer = setup.optimizer();
        if (optimizer.evaluates()) {
            return tracer.trace(tracer.start(), tracer.train(), samples);
        }
        RandomGenerator drawn = new Seed(random.nextInt()).generator();
        setup.network().parameters().forEach(each -> {
            float[] g = each.gradient().data();
            IntStream.range(0, each.size()).forEach(i -> g[i] = (float) (0.1 * drawn.nextGaussian()));
        });
        optimizer.step(Step.of(setup.network().parameters(), experiment.rate(), device));
        return tracer.trace(Snapshot.of(setup.network(), optimizer, 1), tracer.train(), samples);
    }

    private Spec optimizer() {
        Recipe<?> recipe = one(Optimizers.ALL);
        boolean decays = recipe.settings().stream().anyMatch(each -> each.key().equals("weightDecay"));
        return TinyExperiment.with(recipe, decays && random.nextBoolean() ? Map.of("rate", 0.01, "weightDecay", 0.02) : Map.of("rate", 0.01));
    }

    private List<Spec> prepare() {
        return one(List.of(
                List.of(),
                List.of(Divide.RECIPE.standard()),
                List.of(Divide.RECIPE.standard(), TinyExperiment.with(Normalize.RECIPE, Map.of("mean", List.of(0.4), "deviation", List.of(0.3)))),
                List.of(Standardize.RECIPE.standard())));
    }

    private List<Spec> rowLayers() {
        List<Spec> layers = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            layers.add(TinyExperiment.linear(random.nextInt(3, 20)));
            layers.add(between(List.of(Dropout.RECIPE, LayerNorm.RECIPE, BatchNorm2d.RECIPE)));
        }
        return layers;
    }

    private Spec between(List<Recipe<?>> others) {
        List<Recipe<?>> all = new ArrayList<>(Layers.ACTIVATIONS);
        all.addAll(others);
        return one(all).standard();
    }

    private List<Spec> pictureLayers() {
        List<Spec> layers = new ArrayList<>();
        layers.add(TinyExperiment.with(Conv2d.RECIPE, Map.of("out", random.nextInt(2, 5), "padding", random.nextInt(2), "stride",
                random.nextInt(1, 3), "paddingMode", one(List.of("zeros", "reflect")))));
        layers.add(between(List.of(BatchNorm2d.RECIPE, Dropout.RECIPE)));
        layers.add(one(List.of(
                TinyExperiment.with(MaxPool2d.RECIPE, Map.of("kernel", 2, "stride", 1)),
                TinyExperiment.with(AvgPool2d.RECIPE, Map.of("kernel", 2, "stride", 2, "padding", 1)),
                TinyExperiment.with(Conv2d.RECIPE, Map.of("out", 4, "kernel", 2)),
                TinyExperiment.with(ResidualBlock.RECIPE, Map.of("out", random.nextInt(2, 5))))));
        layers.add(one(List.of(Flatten.RECIPE, GlobalAvgPool2d.RECIPE)).standard());
        return layers;
    }

    private List<Spec> wordLayers() {
        return new ArrayList<>(List.of(
                TinyExperiment.with(Embedding.RECIPE, Map.of("vocabulary", 9, "size", 5)),
                TinyExperiment.with(one(List.of(Lstm.RECIPE, Gru.RECIPE)), Map.of("hidden", 6, "output", one(List.of("last", "all")))),
                Flatten.RECIPE.standard()));
    }

    private Dataset pixels(Shape shape) {
        return data(shape, 256);
    }

    private Dataset words() {
        return data(Shape.of(4), 9);
    }

    private Dataset data(Shape shape, int values) {
        int size = 12;
        float[][] samples = new float[size][shape.size()];
        for (float[] sample : samples) {
            IntStream.range(0, sample.length).forEach(i -> sample[i] = random.nextInt(values));
        }
        int[] labels = IntStream.range(0, size).map(i -> i % CLASSES).toArray();
        return new Dataset("random", "Random", List.of("cat", "dog", "frog", "ship"), new TinyData(shape, samples, labels), Optional.empty());
    }
}
