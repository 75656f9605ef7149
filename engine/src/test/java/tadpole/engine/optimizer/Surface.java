package tadpole.engine.optimizer;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;

/** A function to descend, with a weight and a bias as its two parameters. */
abstract class Surface implements Step {

    private final Parameter weight;
    private final Parameter bias;
    private final Device device;
    private double rate = 0.01;
    private OptionalDouble momentum = OptionalDouble.empty();
    private double loss;
    private int evaluations;

    Surface(int size, Device device) {
        this.device = device;
        weight = Parameter.zeros("a.weight", Parameter.Role.WEIGHT, Shape.of(size));
        bias = Parameter.zeros("a.bias", Parameter.Role.BIAS, Shape.of(size));
    }

    /** sum over i of curvature/2 (p - middle)², with another curvature and middle for every number. */
    static Surface bowl(int size, Device device) {
        double[] sines = IntStream.rangeClosed(0, size + 2).mapToDouble(Math::sin).toArray();
        return new Surface(size, device) {
            @Override
            double fill(float[] p, float[] g, int from) {
                double sum = 0;
                for (int i = 0; i < p.length; i++) {
                    double curvature = 0.2 + ((i + from) % 7) * 0.4;
                    double away = p[i] - sines[i + 1 + 2 * from];
                    sum += curvature / 2 * away * away;
                    g[i] = (float) (curvature * away);
                }
                return sum;
            }
        };
    }

    /** 100 (y - x²)² + (1 - x)² with x the weight and y the bias. */
    static Surface rosenbrock(Device device) {
        return new Surface(1, device) {
            @Override
            double fill(float[] p, float[] g, int from) {
                double x = parameters().getFirst().value().data()[0];
                double y = parameters().getLast().value().data()[0];
                g[0] = (float) (from == 0 ? -400 * x * (y - x * x) - 2 * (1 - x) : 200 * (y - x * x));
                return from == 0 ? 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x) : 0;
            }
        };
    }

    /** Writes the gradient of one parameter and gives its share of the value. */
    abstract double fill(float[] p, float[] g, int from);

    Surface at(double first, double second) {
        weight.value().fill((float) first);
        bias.value().fill((float) second);
        return this;
    }

    Surface rate(double learningRate) {
        rate = learningRate;
        return this;
    }

    Surface momentum(double scheduled) {
        momentum = OptionalDouble.of(scheduled);
        return this;
    }

    /** As a trainer does: gradients first, then the optimizer. */
    Surface steps(Optimizer optimizer, int count) {
        for (int i = 0; i < count; i++) {
            evaluate();
            optimizer.step(this);
        }
        return this;
    }

    /** Weight, then bias. */
    float[] place() {
        float[] both = new float[weight.size() + bias.size()];
        System.arraycopy(weight.value().data(), 0, both, 0, weight.size());
        System.arraycopy(bias.value().data(), 0, both, weight.size(), bias.size());
        return both;
    }

    int evaluations() {
        return evaluations;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public double rate() {
        return rate;
    }

    @Override
    public OptionalDouble momentum() {
        return momentum;
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public double evaluate() {
        evaluations++;
        loss = fill(weight.value().data(), weight.gradient().data(), 0) + fill(bias.value().data(), bias.gradient().data(), 1);
        return loss;
    }
}
