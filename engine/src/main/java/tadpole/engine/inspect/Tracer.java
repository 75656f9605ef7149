package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import tadpole.engine.dataset.Batch;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.layer.Layer;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Softmax;
import tadpole.engine.loss.Loss;
import tadpole.engine.loss.Losses;
import tadpole.engine.loss.Target;
import tadpole.engine.optimizer.Optimizer;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.optimizer.Step;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.schedule.Course;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.GradientTreatment;
import tadpole.engine.training.Setup;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.Twins;

/**
 * Makes single steps of an experiment and writes down all their numbers. It has a network, a loss and an optimizer of its own: where
 * a step begins comes in as a {@link Snapshot}, and nothing that is looked at is touched. One thread at a time.
 */
public final class Tracer {

    private final Experiment experiment;
    private final Setup setup;
    private final List<String> classes;
    private final Device device;
    private final Network network;
    private final Loss loss;
    private final GradientTreatment treatment;

    /**
     * With the data and its preparations measured anew, which may take a while for a large data set.
     *
     * @throws SettingException where the parts do not fit each other or the data
     */
    public Tracer(Experiment experiment, Dataset dataset, Device device) throws SettingException {
        this(experiment, Setup.of(experiment, dataset), dataset.classes(), device);
    }

    /**
     * @param setup   of the experiment; its network and its optimizer are not touched
     * @param classes names by label
     */
    public Tracer(Experiment experiment, Setup setup, List<String> classes, Device device) throws SettingException {
        this.experiment = experiment;
        this.setup = setup;
        this.classes = List.copyOf(classes);
        this.device = device;
        this.network = Network.build(setup.network().input(), experiment.layers(), new Seed(experiment.seed()).derive("network"));
        this.loss = Recipe.find(Losses.ALL, "loss", experiment.loss().type()).maker().make(experiment.loss().settings());
        this.treatment = GradientTreatment.of(experiment.training());
    }

    /** The samples that the experiment learns from. */
    public Split train() {
        return setup.train();
    }

    /** The samples that it is judged on after each epoch, where it has any. */
    public Optional<Split> heldOut() {
        return setup.heldOut();
    }

    /** The experiment's very start. */
    public Snapshot start() {
        try {
            Network fresh = Network.build(network.input(), experiment.layers(), new Seed(experiment.seed()).derive("network"));
            experiment.start().set(fresh);
            return Snapshot.of(fresh);
        } catch (SettingException impossible) {
            throw new IllegalStateException("This network was built before.", impossible);
        }
    }

    /**
     * One step on these samples, as they are: without augmentation, and with all gradients zeroed before it.
     *
     * @param samples places in the split, at least one
     * @throws IllegalArgumentException where the snapshot is of another network
     */
    public StepTrace trace(Snapshot from, Split split, int... samples) {
        return walk(true, from, split, samples);
    }

    /**
     * What the network answers about these samples, as in evaluation: nothing is dropped, batch normalization takes its running numbers.
     * Gradients and update are those that such a forward would have.
     *
     * @param samples places in the split, at least one
     * @throws IllegalArgumentException where the snapshot is of another network
     */
    public StepTrace ask(Snapshot from, Split split, int... samples) {
        return walk(false, from, split, samples);
    }

    private StepTrace walk(boolean training, Snapshot from, Split split, int... samples) {
        restore(from);
        Batch batch = new Batch(split, setup.preparations());
        batch.fill(samples, 0, samples.length);
        Target target = batch.target();
        Optimizer optimizer = optimizer(from);
        long planned = Math.max(1, experiment.training().plannedSteps(setup.train().size()));
        TracedStep step = new TracedStep(training, setup.preparations(), network.stages(), experiment.loss(), experiment.optimizer(), treatment, classes,
                from.step() + 1, setup.schedule().at(new Course(experiment.rate(), optimizer.momentum(), from.step(), planned,
                        experiment.training().stepsAnEpoch(setup.train().size()))),
                new Seed(experiment.seed()).derive("step").derive(from.step()));
        return new Walk(step, optimizer, batch.inputs(), target).trace(raw(split, samples));
    }

    private static DoubleTensor raw(Split split, int[] samples) {
        int size = split.shape().size();
        float[] numbers = new float[samples.length * size];
        for (int i = 0; i < samples.length; i++) {
            split.read(samples[i], numbers, i * size);
        }
        return DoubleTensor.of(Tensor.of(split.shape().batchOf(samples.length), numbers));
    }

    private void restore(Snapshot from) {
        network.state().forEach(each -> {
            Tensor given = from.state().get(each.name());
            if (given == null || !given.shape().equals(each.tensor().shape())) {
                throw new IllegalArgumentException("The snapshot is of another network: %s %s is %s there.".formatted(
                        each.name(), each.tensor().shape(), given == null ? "missing" : given.shape()));
            }
            each.tensor().set(given);
        });
        network.parameters().forEach(Parameter::changed);
    }

    private Optimizer optimizer(Snapshot from) {
        try {
            Optimizer fresh = Recipe.find(Optimizers.ALL, "optimizer", experiment.optimizer().type()).maker().make(experiment.optimizer().settings());
            if (!from.memory().isEmpty()) {
                fresh.restore(from.memory());
            }
            return fresh;
        } catch (SettingException impossible) {
            throw new IllegalStateException("This optimizer was made before.", impossible);
        }
    }

    /** From the inputs to the update. */
    private final class Walk implements Step {

        private final TracedStep step;
        private final Optimizer optimizer;
        private final Tensor inputs;
        private final Target target;
        private final Pass judging = Pass.training(device);
        private final List<Pass> passes = new ArrayList<>();
        private final List<Tensor> outputs = new ArrayList<>();
        private final List<Tensor> gradients = new ArrayList<>();
        private double mean;
        private double descended;

        private Walk(TracedStep step, Optimizer optimizer, Tensor inputs, Target target) {
            this.step = step;
            this.optimizer = optimizer;
            this.inputs = inputs;
            this.target = target;
            network.stages().forEach(_ -> passes.add((step.training() ? Pass.training(device) : Pass.evaluation(device)).withInputGradient()));
        }

        private StepTrace trace(DoubleTensor raw) {
            List<List<DoubleTensor>> buffers = network.stages().stream().map(each -> buffers(each.layer())).toList();
            learn();
            List<DoubleTensor> before = copies(Parameter::value);
            List<DoubleTensor> plain = copies(Parameter::gradient);
            List<StepTrace.Stage> stages = stages(buffers);
            Tensor result = output();
            List<Double> sampleLosses = sampleLosses(result);
            Optional<DoubleTensor> probabilities = probabilities(result);
            double loss = mean;
            DoubleTensor inputGradient = DoubleTensor.of(gradients.getFirst());
            double factor = treat();
            List<DoubleTensor> treated = copies(Parameter::gradient);
            List<Map<String, DoubleTensor>> memoryBefore = memory();
            optimizer.step(this);
            List<DoubleTensor> after = copies(Parameter::value);
            List<Map<String, DoubleTensor>> memoryAfter = memory();
            List<StepTrace.Moved> moved = new ArrayList<>();
            for (int p = 0; p < before.size(); p++) {
                Parameter parameter = network.parameters().get(p);
                moved.add(new StepTrace.Moved(parameter.name(), parameter.role(), before.get(p), plain.get(p), treated.get(p), after.get(p),
                        memoryBefore.get(p), memoryAfter.get(p)));
            }
            return new StepTrace(step, false, raw, DoubleTensor.of(inputs), stages, target, sampleLosses, loss, probabilities, inputGradient,
                    moved, factor);
        }

        /** In two parts, to see between them by how much all gradients are shortened together. */
        private double treat() {
            descended = treatment.apply(network.parameters(), mean, target.size(), device);
            new GradientTreatment(false, 0, treatment.clipValue(), 0).clip(network.parameters(), device);
            double squares = network.parameters().stream().mapToDouble(parameter -> Math.pow(parameter.gradient().norm(), 2)).sum();
            new GradientTreatment(false, 0, 0, treatment.clipNorm()).clip(network.parameters(), device);
            double factor = treatment.clipNorm() / (Math.sqrt(squares) + GradientTreatment.EPSILON);
            return treatment.clipNorm() > 0 && factor < 1 ? factor : 1;
        }

        /** What a stage is given. */
        private Tensor before(int stage) {
            return stage == 0 ? inputs : outputs.get(stage - 1);
        }

        private Tensor output() {
            return outputs.isEmpty() ? inputs : outputs.getLast();
        }

        /** Layer by layer, so that no ReLU hides what comes before it: the same bits as a network's own way. */
        private void learn() {
            outputs.clear();
            gradients.clear();
            Tensor passing = inputs;
            for (int i = 0; i < passes.size(); i++) {
                Network.Stage stage = network.stages().get(i);
                passes.get(i).begin(step.seed().derive(stage.name()));
                passing = stage.layer().forward(passing, passes.get(i));
                outputs.add(passing.copy());
            }
            mean = loss.forward(passing, target, judging);
            network.clearGradients();
            Tensor gradient = loss.backward(passing, target, judging);
            gradients.add(gradient.copy());
            for (int i = passes.size() - 1; i >= 0; i--) {
                gradient = network.stages().get(i).layer().backward(gradient, passes.get(i));
                gradients.addFirst(gradient == Tensor.NONE ? Tensor.zeros(before(i).shape()) : gradient.copy());
            }
        }

        private List<StepTrace.Stage> stages(List<List<DoubleTensor>> buffers) {
            List<StepTrace.Stage> stages = new ArrayList<>();
            for (int i = 0; i < passes.size(); i++) {
                stages.add(new StepTrace.Stage(network.stages().get(i).name(), DoubleTensor.of(outputs.get(i)), DoubleTensor.of(gradients.get(i + 1)),
                        buffers.get(i)));
            }
            return stages;
        }

        private List<Double> sampleLosses(Tensor result) {
            int columns = result.size() / target.size();
            List<Double> losses = new ArrayList<>();
            for (int n = 0; n < target.size(); n++) {
                Tensor one = Tensor.of(result.shape().perSample().batchOf(1), Arrays.copyOfRange(result.data(), n * columns, (n + 1) * columns));
                losses.add(loss.forward(one, TwinTrace.only(target, n), Pass.evaluation(device)));
            }
            return losses;
        }

        private Optional<DoubleTensor> probabilities(Tensor result) {
            if (!Twins.loss(experiment.loss()).hasSoftmax()) {
                return Optional.empty();
            }
            Layer softmax = Softmax.RECIPE.maker().make("softmax", Softmax.RECIPE.standard().settings(), result.shape().perSample(), step.seed());
            return Optional.of(DoubleTensor.of(softmax.forward(result, Pass.evaluation(device))));
        }

        private List<DoubleTensor> copies(Function<Parameter, Tensor> of) {
            return network.parameters().stream().map(of).map(DoubleTensor::of).toList();
        }

        private static List<DoubleTensor> buffers(Layer layer) {
            return layer.buffers().stream().map(each -> DoubleTensor.of(each.tensor())).toList();
        }

        /** Of each parameter what is remembered of it alone; what is remembered of all together has no share of one number. */
        private List<Map<String, DoubleTensor>> memory() {
            Map<String, Tensor> state = optimizer.state();
            return network.parameters().stream().map(parameter -> {
                Map<String, DoubleTensor> own = new LinkedHashMap<>();
                state.forEach((name, tensor) -> {
                    int dot = name.lastIndexOf('.');
                    if (dot > 0 && name.substring(0, dot).equals(parameter.name()) && tensor.shape().equals(parameter.shape())) {
                        own.put(name.substring(dot + 1), DoubleTensor.of(tensor));
                    }
                });
                return own;
            }).toList();
        }

        @Override
        public List<Parameter> parameters() {
            return network.parameters();
        }

        @Override
        public double rate() {
            return step.rate();
        }

        @Override
        public OptionalDouble momentum() {
            return step.momentum();
        }

        @Override
        public Device device() {
            return device;
        }

        @Override
        public double loss() {
            return descended;
        }

        @Override
        public double evaluate() {
            learn();
            treat();
            return descended;
        }
    }
}
