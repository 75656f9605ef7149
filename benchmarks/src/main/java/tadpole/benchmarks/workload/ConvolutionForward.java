package tadpole.benchmarks.workload;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.List;
import tadpole.benchmarks.torch.Layers;
import tadpole.benchmarks.torch.Tape;
import tadpole.benchmarks.torch.Torch;
import tadpole.engine.kernel.Convolution;
import tadpole.engine.kernel.Workspace;
import tadpole.engine.tensor.Device;

/** A 3x3 convolution with frozen weights, as many channels out as in, padding 1. */
public record ConvolutionForward(int batch, int channels, int size) implements Workload {

    private ConvolutionCase numbers() {
        return new ConvolutionCase(batch, channels, size);
    }

    @Override
    public String name() {
        return "convolution %d@%d batch %d forward".formatted(channels, size, batch);
    }

    @Override
    public double multiplyAdds() {
        return numbers().multiplyAdds();
    }

    @Override
    public String notAlike() {
        return "Tadpole's weights are prepared beforehand; PyTorch's operator does it in each call";
    }

    @Override
    public Side tadpole(Device device) {
        ConvolutionCase given = numbers();
        Convolution convolution = device.kernels().convolution(given.shape());
        float[] prepared = new float[convolution.preparedSize()];
        convolution.prepare(given.weights(), prepared);
        float[] x = given.x();
        float[] bias = given.bias();
        float[] y = new float[given.shape().outputSize()];
        Workspace workspace = new Workspace();
        return new Side() {
            @Override
            public void run() {
                convolution.forward(x, prepared, bias, false, y, workspace);
            }

            @Override
            public List<float[]> results() {
                run();
                return List.of(y);
            }
        };
    }

    @Override
    public Side torch(Torch torch) {
        ConvolutionCase given = numbers();
        PtNDArray x = torch.tensor(given.x(), batch, channels, size, size);
        PtNDArray weights = torch.tensor(given.weights(), channels, channels, 3, 3);
        PtNDArray bias = torch.tensor(given.bias(), channels);
        return new Side() {
            @Override
            public void run() {
                Layers.convolution(x, weights, bias, 1, 1).close();
            }

            @Override
            public List<float[]> results() {
                try (Tape tape = torch.plain()) {
                    return Torch.numbers(List.of(Layers.convolution(tape.constant(x), weights, bias, 1, 1)));
                }
            }
        };
    }
}
