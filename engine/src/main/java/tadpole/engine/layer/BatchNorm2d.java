package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.kernel.BatchNorm;
import tadpole.engine.kernel.ChannelShape;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * y = w (x - mean) / sqrt(variance + epsilon) + b by channel. In training mean and variance are those of the batch, and running
 * ones follow them, the variance by count - 1 as in PyTorch; evaluation takes the running ones. Ioffe and Szegedy 2015.
 * For pictures (channels×height×width) and for rows, where every number is a channel.
 */
public final class BatchNorm2d implements Layer, FusesReluBothWays {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("batchNorm2d", "Batch normalization",
            "Brings each channel to mean 0 and deviation 1 over the batch, then scales and shifts it by what it learns.",
            List.of(
                    new Setting.Decimal("momentum", "Momentum", 0.1, 0.0, 1.0, "",
                            "How fast the running mean and variance follow the batches. Default 0.1."),
                    new Setting.Decimal("epsilon", "Epsilon", 1e-5, 1e-12, 1.0, "",
                            "Added to the variance, so that nothing is divided by zero. Default 1e-5.")),
            BatchNorm2d::new);

    private final String name;
    private final int channels;
    private final boolean oneEach;
    private final double momentum;
    private final float epsilon;
    private final Parameter weight;
    private final Parameter bias;
    private final NamedTensor runningMean;
    private final NamedTensor runningVariance;

    private BatchNorm2d(String name, Settings settings, Shape input, Seed seed) {
        requireChannels(input);
        this.name = name;
        this.channels = input.at(0);
        this.oneEach = input.size() == channels;
        this.momentum = settings.decimal("momentum");
        this.epsilon = (float) settings.decimal("epsilon");
        Shape each = Shape.of(channels);
        this.weight = Parameter.zeros(name + ".weight", Parameter.Role.WEIGHT, each);
        this.bias = Parameter.zeros(name + ".bias", Parameter.Role.BIAS, each);
        this.runningMean = new NamedTensor(name + ".running_mean", Tensor.zeros(each));
        this.runningVariance = new NamedTensor(name + ".running_var", Tensor.zeros(each));
        weight.value().fill(1);
        runningVariance.tensor().fill(1);
    }

    private static void requireChannels(Shape input) {
        if (input.rank() != 1 && input.rank() != 3) {
            throw new ShapeException("takes pictures (channels×height×width) or a row of numbers, but is given " + input
                    + ". Take layerNorm there.");
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public List<NamedTensor> buffers() {
        return List.of(runningMean, runningVariance);
    }

    @Override
    public int leastBatch() {
        return oneEach ? 2 : 1;
    }

    @Override
    public Shape outputShape(Shape input) {
        requireChannels(input);
        if (input.at(0) != channels) {
            throw new ShapeException("%s takes %d channels, but is given %s.".formatted(name, channels, input));
        }
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return forward(x, BatchNorm.After.NOTHING, pass);
    }

    @Override
    public Tensor forwardRelu(Tensor x, Pass pass) {
        return forward(x, BatchNorm.After.RELU, pass);
    }

    /** max(0, y + beside); backward is then given the gradient before the cut. */
    Tensor forwardSumRelu(Tensor x, Tensor beside, Pass pass) {
        return forward(x, new BatchNorm.After(beside.data(), true), pass);
    }

    private Tensor forward(Tensor x, BatchNorm.After after, Pass pass) {
        BatchNorm kernel = kernel(x, pass);
        BatchNorm.Channels by = channels(pass);
        Tensor y = pass.output(x.shape());
        pass.remember("x", x);
        if (!pass.isTraining()) {
            kernel.forward(x.data(), by, after, y.data());
            return y;
        }
        requireSpread(x);
        kernel.measureAndForward(x.data(), by, after, y.data());
        follow(by, x.size() / channels);
        return y;
    }

    /** One number has no variance. */
    private void requireSpread(Tensor x) {
        if (x.size() == channels) {
            throw new ShapeException(("%s measures the variance of each channel over the batch, but a batch of %d × %s has one"
                    + " number a channel: variance = sum/(1-1). Take another batch size, or one that leaves no single sample over.")
                    .formatted(name, x.shape().at(0), x.shape().perSample()));
        }
    }

    private void follow(BatchNorm.Channels by, int count) {
        double unbiased = (double) count / (count - 1);
        for (int c = 0; c < channels; c++) {
            float[] mean = runningMean.tensor().data();
            float[] variance = runningVariance.tensor().data();
            mean[c] = (float) ((1 - momentum) * mean[c] + momentum * by.mean()[c]);
            variance[c] = (float) ((1 - momentum) * variance[c] + momentum * unbiased * by.variance()[c]);
        }
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return backward(dy, false, pass);
    }

    @Override
    public Tensor backwardRelu(Tensor dy, Pass pass) {
        return backward(dy, true, pass);
    }

    /** In evaluation mean and variance are constants: dx = dy w / deviation. */
    private Tensor backward(Tensor dy, boolean relu, Pass pass) {
        Tensor x = pass.recall("x");
        Tensor dx = pass.inputGradient(x.shape());
        // The sums are needed for dx anyway; in a frozen network they go nowhere.
        boolean wanted = pass.wantsParameterGradients();
        float[] dw = wanted ? weight.gradient().data() : pass.buffer("unwanted dw", weight.shape()).data();
        float[] db = wanted ? bias.gradient().data() : pass.buffer("unwanted db", bias.shape()).data();
        BatchNorm kernel = kernel(x, pass);
        if (pass.isTraining()) {
            kernel.backward(x.data(), channels(pass), dy.data(), relu, dx.data(), dw, db);
        } else {
            kernel.backwardOfConstants(x.data(), channels(pass), dy.data(), relu, dx.data(), dw, db);
        }
        return pass.wantsInputGradient() ? dx : Tensor.NONE;
    }

    private BatchNorm kernel(Tensor x, Pass pass) {
        int n = x.shape().at(0);
        ChannelShape shape = new ChannelShape(n, channels, x.shape().perSample().size() / channels);
        return pass.kept("kernel", shape, _ -> pass.kernels().batchNorm(shape, epsilon));
    }

    private BatchNorm.Channels channels(Pass pass) {
        float[] w = weight.value().data();
        float[] b = bias.value().data();
        if (!pass.isTraining()) {
            return new BatchNorm.Channels(runningMean.tensor().data(), runningVariance.tensor().data(), w, b);
        }
        Shape each = Shape.of(channels);
        return new BatchNorm.Channels(pass.buffer("mean", each).data(), pass.buffer("variance", each).data(), w, b);
    }
}
