package tadpole.engine.parity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tadpole.engine.layer.Layers;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.loss.Loss;
import tadpole.engine.loss.Losses;
import tadpole.engine.loss.Target;
import tadpole.engine.optimizer.Optimizer;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.optimizer.Step;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.schedule.Course;
import tadpole.engine.schedule.Move;
import tadpole.engine.schedule.Schedule;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.GradientTreatment;

/** Tadpole's side of a case, step by step. */
public final class TadpoleSide {

    private final ParityCase given;
    private final Device device;
    private final Network network;
    private final Draws draws;
    private final Loss loss;
    private final Optimizer optimizer;
    private final Schedule schedule;
    private final double rate;
    private final Pass pass;
    private final Pass judging;
    private final GradientTreatment treatment;

    public TadpoleSide(ParityCase given, Device device) {
        this.given = given;
        this.device = device;
        ParityCase.Training training = given.training();
        try {
            network = Network.build(Shape.of(given.data().input()), given.layers().stream().map(part -> part.spec(Layers.ALL)).toList(),
                    new Seed(1));
            loss = training.loss().recipe(Losses.ALL).maker().make(training.loss().spec(Losses.ALL).settings());
            optimizer = training.optimizer().recipe(Optimizers.ALL).maker().make(training.optimizer().spec(Optimizers.ALL).settings());
            schedule = training.schedule().recipe(Schedules.ALL).maker().make(training.schedule().spec(Schedules.ALL).settings());
        } catch (SettingException mistake) {
            throw new IllegalArgumentException(mistake);
        }
        rate = training.optimizer().spec(Optimizers.ALL).settings().decimal(Optimizers.RATE.key());
        draws = new Draws(given, network);
        draws.start();
        pass = Pass.training(device).withInputGradient();
        judging = Pass.training(device);
        pass.carryStates(given.data().carried());
        treatment = new GradientTreatment(false, 0, training.clipValue(), training.clipNorm());
    }

    public Network network() {
        return network;
    }

    public Draws draws() {
        return draws;
    }

    /** The learning rate and momentum of a step. */
    public Move move(int step) {
        ParityCase.Training training = given.training();
        return schedule.at(new Course(rate, optimizer.momentum(), step, training.steps(), training.stepsAnEpoch()));
    }

    /** The optimizer's own momentum, 0 where it has none. */
    public double momentum() {
        return optimizer.momentum().orElse(0);
    }

    /** What each dropout of a step multiplies with, in the network's order. */
    public List<Tensor> masks(int step) {
        Pass other = Pass.training(device);
        other.begin(new Seed(step));
        return network.stages().stream().flatMap(stage -> switch (stage.spec().type()) {
            case "dropout", "lockedDropout" -> Stream.of(mask(stage, other));
            case "rnn", "lstm", "gru" -> weightMask(stage, step).stream();
            default -> Stream.empty();
        }).toList();
    }

    private Tensor mask(Network.Stage stage, Pass other) {
        Tensor ones = Tensor.zeros(stage.input().batchOf(given.data().batch()));
        ones.fill(1);
        return stage.layer().forward(ones, other.child(stage.name(), false)).copy();
    }

    private static Optional<Tensor> weightMask(Network.Stage stage, int step) {
        double p = stage.spec().settings().decimal("weightDropout");
        if (p == 0) {
            return Optional.empty();
        }
        RandomGenerator random = new Seed(step).derive(stage.name()).generator();
        Tensor mask = Tensor.zeros(stage.layer().parameters().get(1).shape());
        for (int i = 0; i < mask.size(); i++) {
            mask.data()[i] = random.nextDouble() < p ? 0 : (float) (1 / (1 - p));
        }
        return Optional.of(mask);
    }

    /** The shapes of the states that are carried, in the order of the figures. */
    public List<Shape> carried() {
        if (!given.data().carried()) {
            return List.of();
        }
        return network.stages().stream().filter(stage -> List.of("rnn", "lstm", "gru").contains(stage.spec().type())).flatMap(stage -> {
            Shape state = Shape.of(given.data().batch(), stage.spec().settings().whole("hidden"));
            return stage.spec().type().equals("lstm") ? Stream.of(state, state) : Stream.of(state);
        }).toList();
    }

    /** Makes the next step. */
    public Figures step(int number) {
        Tensor x = draws.x(number);
        Target target = draws.target(number);
        pass.begin(new Seed(number));
        Tensor outputs = network.forward(x, pass);
        double value = loss.forward(outputs, target, judging);
        network.clearGradients();
        Tensor inputGradient = network.backward(loss.backward(outputs, target, judging), pass);
        float[] dx = draws.isWords() ? new float[0] : numbers(inputGradient);
        float[] y = numbers(outputs);
        List<float[]> gradients = network.parameters().stream().map(Parameter::gradient).map(TadpoleSide::numbers).toList();
        treatment.clip(network.parameters(), device);
        Move move = move(number);
        optimizer.step(new BatchStep(x, target, value, move));
        return new Figures(move.rate(), y, value, dx, gradients, parameters(),
                Stream.concat(network.buffers().stream().map(NamedTensor::tensor).map(TadpoleSide::numbers), pass.states().values().stream()).toList());
    }

    public List<float[]> parameters() {
        return network.parameters().stream().map(Parameter::value).map(TadpoleSide::numbers).toList();
    }

    /** The outputs in evaluation, of a batch of their own. */
    public float[] evaluate() {
        return numbers(network.forward(draws.x(given.training().steps()), Pass.evaluation(device)));
    }

    private static float[] numbers(Tensor tensor) {
        return Arrays.copyOf(tensor.data(), tensor.size());
    }

    private final class BatchStep implements Step {

        private final Tensor x;
        private final Target target;
        private final double first;
        private final Move move;

        BatchStep(Tensor x, Target target, double first, Move move) {
            this.x = x;
            this.target = target;
            this.first = first;
            this.move = move;
        }

        @Override
        public List<Parameter> parameters() {
            return network.parameters();
        }

        @Override
        public double rate() {
            return move.rate();
        }

        @Override
        public OptionalDouble momentum() {
            return move.momentum();
        }

        @Override
        public Device device() {
            return device;
        }

        @Override
        public double loss() {
            return first;
        }

        @Override
        public double evaluate() {
            Tensor outputs = network.forward(x, pass);
            double value = loss.forward(outputs, target, judging);
            network.clearGradients();
            network.backward(loss.backward(outputs, target, judging), pass);
            return value;
        }
    }
}
