package tadpole.benchmarks.workload;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tadpole.benchmarks.torch.Layers;
import tadpole.benchmarks.torch.Tape;
import tadpole.benchmarks.torch.Torch;
import tadpole.engine.picture.feature.FeatureCost;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.picture.feature.VggWeights;
import tadpole.engine.picture.feature.VggWeights.Convolution;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * One iteration of the Studio: a picture through VGG-19 to relu4_1, gradients at relu1_1, relu2_1, relu3_1 and relu4_1 back to the pixels.
 *
 * @param part of the real network's channels: 4 for a quarter of them
 * @param size of the square picture in pixels
 */
public record FeatureIteration(int part, int size) implements Workload {

    private static final int[][] CHANNELS = {{64, 64}, {128, 128}, {256, 256, 256, 256}, {512}};
    private static final List<String> LAYERS = List.of("relu1_1", "relu2_1", "relu3_1", "relu4_1");

    @Override
    public String name() {
        return "Studio iteration, VGG-19%s to relu4_1, %d×%d".formatted(part == 1 ? "" : " of 1/" + part + " width", size, size);
    }

    @Override
    public double multiplyAdds() {
        return FeatureCost.of(network(), size, size, LAYERS.getLast()).multiplyAdds();
    }

    @Override
    public String notAlike() {
        return "PyTorch by autograd from the sum of maps times gradients";
    }

    private List<List<Convolution>> blocks() {
        List<List<Convolution>> blocks = new ArrayList<>();
        int in = 3;
        for (int[] block : CHANNELS) {
            List<Convolution> convolutions = new ArrayList<>();
            for (int channels : block) {
                int out = channels / part;
                String name = "feature %d %d".formatted(blocks.size(), convolutions.size());
                float[] weights = Numbers.random(name, out * in * 9, Math.sqrt(6.0 / (in * 9)));
                convolutions.add(new Convolution(Tensor.of(Shape.of(out, in, 3, 3), weights), Tensor.of(Shape.of(out), Numbers.random(name + " bias", out, 0.1))));
                in = out;
            }
            blocks.add(convolutions);
        }
        return blocks;
    }

    private FeatureNetwork network() {
        return VggWeights.network(name(), input(), blocks(), Padding.ZEROS, Pooling.MAX);
    }

    private static Convolution input() {
        return VggWeights.standardized(new double[] {0.5, 0.5, 0.5}, new double[] {0.25, 0.25, 0.25});
    }

    private Tensor picture() {
        float[] pixels = Numbers.random("picture", 3 * size * size, 127);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] += 127;
        }
        return Tensor.of(Shape.of(3, size, size), pixels);
    }

    private Map<String, Tensor> gradients(FeatureNetwork network) {
        Map<String, Tensor> gradients = new HashMap<>();
        network.shapes(size, size, LAYERS).forEach((layer, shape) -> gradients.put(layer, Tensor.of(shape, Numbers.random(layer, shape.size(), 1))));
        return gradients;
    }

    @Override
    public Side tadpole(Device device) {
        FeatureNetwork network = network();
        FeatureRun run = new FeatureRun(network, LAYERS, device);
        Tensor picture = picture();
        Map<String, Tensor> gradients = gradients(network);
        return new Side() {
            @Override
            public void run() {
                run.forward(picture);
                run.backward(gradients);
            }

            @Override
            public List<float[]> results() {
                Tensor last = run.forward(picture).get(LAYERS.getLast()).copy();
                return List.of(last.data(), run.backward(gradients).copy().data());
            }
        };
    }

    @Override
    public Side torch(Torch torch) {
        List<List<PtNDArray>> weights = new ArrayList<>();
        List<List<PtNDArray>> biases = new ArrayList<>();
        for (List<Convolution> block : blocks()) {
            weights.add(block.stream().map(each -> tensor(torch, each.weight())).toList());
            biases.add(block.stream().map(each -> tensor(torch, each.bias())).toList());
        }
        PtNDArray inputWeight = tensor(torch, input().weight());
        PtNDArray inputBias = tensor(torch, input().bias());
        Tensor picture = picture();
        PtNDArray kept = tensor(torch, picture.as(picture.shape().batchOf(1)));
        Map<String, Tensor> given = gradients(network());
        List<PtNDArray> gradients = LAYERS.stream().map(given::get).map(each -> tensor(torch, each.as(each.shape().batchOf(1)))).toList();
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
                    PtNDArray pixels = tape.variable(kept);
                    PtNDArray y = Layers.convolution(pixels, inputWeight, inputBias, 1, 0);
                    PtNDArray loss = null;
                    for (int block = 0; block < weights.size(); block++) {
                        y = block > 0 ? Layers.maxPool(y, 2) : y;
                        for (int i = 0; i < weights.get(block).size(); i++) {
                            y = JniUtils.relu(Layers.convolution(y, weights.get(block).get(i), biases.get(block).get(i), 1, 1));
                            if (i == 0) {
                                PtNDArray pull = JniUtils.sum(JniUtils.mul(y, gradients.get(block)));
                                loss = loss == null ? pull : JniUtils.add(loss, pull);
                            }
                        }
                    }
                    tape.backward(loss);
                    PtNDArray gradient = tape.gradient(pixels);
                    return wanted ? Torch.numbers(List.of(y, gradient)) : List.of();
                }
            }
        };
    }

    private static PtNDArray tensor(Torch torch, Tensor tensor) {
        int[] sizes = tensor.shape().toArray();
        long[] shape = new long[sizes.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = sizes[i];
        }
        return torch.tensor(tensor.data(), shape);
    }
}
