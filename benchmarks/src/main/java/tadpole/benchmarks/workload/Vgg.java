package tadpole.benchmarks.workload;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import tadpole.benchmarks.torch.Layers;
import tadpole.benchmarks.torch.Tape;
import tadpole.benchmarks.torch.Torch;
import tadpole.engine.tensor.Device;

/** VGG-19 to relu5_1 forward, and back from a gradient there to the picture; the weights are frozen. */
public record Vgg(int height, int width) implements Workload {

    private List<VggLayer> layers() {
        return VggLayer.layers(height, width);
    }

    @Override
    public String name() {
        return "VGG-19 to relu5_1 at %dx%d, picture gradient".formatted(width, height);
    }

    @Override
    public double multiplyAdds() {
        return 2 * layers().stream().mapToDouble(VggLayer::multiplyAdds).sum();
    }

    @Override
    public String notAlike() {
        return "Tadpole's weights are prepared beforehand, its ReLU is part of the convolution; PyTorch by autograd";
    }

    private float[] picture() {
        return Numbers.random("picture", 3 * height * width, 1);
    }

    private float[] outputGradient() {
        return Numbers.random("dy", layers().getLast().shape().outputSize(), 1);
    }

    @Override
    public Side tadpole(Device device) {
        return new TadpoleVgg(device, layers(), picture(), outputGradient());
    }

    @Override
    public Side torch(Torch torch) {
        List<VggLayer> layers = layers();
        List<PtNDArray> weights = new ArrayList<>();
        List<PtNDArray> biases = new ArrayList<>();
        for (int number = 0; number < layers.size(); number++) {
            VggLayer layer = layers.get(number);
            weights.add(torch.tensor(layer.weights(number), layer.out(), layer.in(), 3, 3));
            biases.add(torch.tensor(layer.bias(number), layer.out()));
        }
        VggLayer last = layers.getLast();
        PtNDArray kept = torch.tensor(picture(), 1, 3, height, width);
        PtNDArray dy = torch.tensor(outputGradient(), 1, last.out(), last.height(), last.width());
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
                    PtNDArray picture = tape.variable(kept);
                    PtNDArray y = features(picture);
                    tape.backward(y, dy);
                    PtNDArray gradient = tape.gradient(picture);
                    return wanted ? Torch.numbers(List.of(y, gradient)) : List.of();
                }
            }

            private PtNDArray features(PtNDArray picture) {
                PtNDArray y = picture;
                for (int number = 0; number < layers.size(); number++) {
                    PtNDArray x = layers.get(number).pooled() ? Layers.maxPool(y, 2) : y;
                    y = JniUtils.relu(Layers.convolution(x, weights.get(number), biases.get(number), 1, 1));
                }
                return y;
            }
        };
    }
}
