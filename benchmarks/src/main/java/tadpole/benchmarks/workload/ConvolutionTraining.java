package tadpole.benchmarks.workload;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.Arrays;
import java.util.List;
import tadpole.benchmarks.torch.Layers;
import tadpole.benchmarks.torch.Tape;
import tadpole.benchmarks.torch.Torch;
import tadpole.engine.kernel.Convolution;
import tadpole.engine.kernel.Workspace;
import tadpole.engine.tensor.Device;

/** A 3x3 convolution forward, and the gradients of its input, weights and bias. */
public record ConvolutionTraining(int batch, int channels, int size) implements Workload {

    private ConvolutionCase numbers() {
        return new ConvolutionCase(batch, channels, size);
    }

    @Override
    public String name() {
        return "convolution %d@%d batch %d forward + gradients".formatted(channels, size, batch);
    }

    @Override
    public double multiplyAdds() {
        return 3 * numbers().multiplyAdds();
    }

    @Override
    public Side tadpole(Device device) {
        return new TadpoleSide(device, numbers());
    }

    @Override
    public Side torch(Torch torch) {
        ConvolutionCase given = numbers();
        PtNDArray keptX = torch.tensor(given.x(), batch, channels, size, size);
        PtNDArray keptWeights = torch.tensor(given.weights(), channels, channels, 3, 3);
        PtNDArray keptBias = torch.tensor(given.bias(), channels);
        PtNDArray dy = torch.tensor(given.outputGradient(), batch, channels, size, size);
        return new Side() {
            @Override
            public void run() {
                compute(false);
            }

            @Override
            public List<float[]> results() {
                return compute(true);
            }

            private List<float[]> compute(boolean wanted) {
                try (Tape tape = torch.tape()) {
                    PtNDArray x = tape.variable(keptX);
                    PtNDArray weights = tape.variable(keptWeights);
                    PtNDArray bias = tape.variable(keptBias);
                    PtNDArray y = Layers.convolution(x, weights, bias, 1, 1);
                    tape.backward(y, dy);
                    return wanted
                            ? Torch.numbers(List.of(y, tape.gradient(x), tape.gradient(weights), tape.gradient(bias)))
                            : List.of();
                }
            }
        };
    }

    private static final class TadpoleSide implements Side {

        private final Convolution convolution;
        private final float[] x;
        private final float[] weights;
        private final float[] bias;
        private final float[] dy;
        private final float[] prepared;
        private final float[] preparedBackward;
        private final float[] y;
        private final float[] dx;
        private final float[] dweights;
        private final float[] dbias;
        private final Workspace workspace = new Workspace();

        TadpoleSide(Device device, ConvolutionCase given) {
            convolution = device.kernels().convolution(given.shape());
            x = given.x();
            weights = given.weights();
            bias = given.bias();
            dy = given.outputGradient();
            prepared = new float[convolution.preparedSize()];
            preparedBackward = new float[convolution.preparedBackwardSize()];
            y = new float[dy.length];
            dx = new float[x.length];
            dweights = new float[weights.length];
            dbias = new float[bias.length];
        }

        @Override
        public void run() {
            convolution.prepare(weights, prepared);
            convolution.forward(x, prepared, bias, false, y, workspace);

            convolution.prepareBackward(weights, preparedBackward);
            convolution.inputGradient(dy, preparedBackward, dx, workspace);
            Arrays.fill(dweights, 0);
            convolution.addWeightGradient(x, dy, dweights, workspace);
            Arrays.fill(dbias, 0);
            convolution.addBiasGradient(dy, dbias);
        }

        @Override
        public List<float[]> results() {
            run();
            return List.of(y, dx, dweights, dbias);
        }
    }
}
