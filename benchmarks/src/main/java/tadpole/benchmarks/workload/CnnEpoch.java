package tadpole.benchmarks.workload;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.Map;
import tadpole.benchmarks.torch.Layers;
import tadpole.benchmarks.torch.Torch;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;

/** 12 800 images of 28x28 through a small convolutional network in batches of 64: 8 and 16 kernels of 5x5, each with pooling. */
public record CnnEpoch() implements Workload {

    private static final int CLASSES = 10;

    @Override
    public String name() {
        return "small CNN epoch of 12 800";
    }

    /** Nobody asks for the gradient of the pictures. */
    @Override
    public double multiplyAdds() {
        double first = 24 * 24 * 8 * 25;
        double second = 8 * 8 * 16 * 8 * 25;
        double last = 256 * CLASSES;
        return 12_800 * (2 * first + 3 * second + 3 * last);
    }

    @Override
    public String notAlike() {
        return "PyTorch by autograd, its loss of three operators; batches ready in memory on both sides";
    }

    private NetworkTraining training() {
        return new NetworkTraining(
                new Samples(Shape.of(1, 28, 28), CLASSES, 200, 64),
                List.of(
                        Specs.layer("conv2d", Map.of("out", 8, "kernel", 5)),
                        Specs.layer("relu"),
                        Specs.layer("maxPool2d"),
                        Specs.layer("conv2d", Map.of("out", 16, "kernel", 5)),
                        Specs.layer("relu"),
                        Specs.layer("maxPool2d"),
                        Specs.layer("flatten"),
                        Specs.layer("linear", Map.of("out", CLASSES))),
                CnnEpoch::outputs,
                0.01f);
    }

    private static PtNDArray outputs(PtNDArray x, List<PtNDArray> p) {
        PtNDArray first = Layers.maxPool(JniUtils.relu(Layers.convolution(x, p.get(0), p.get(1), 1, 0)), 2);
        PtNDArray second = Layers.maxPool(JniUtils.relu(Layers.convolution(first, p.get(2), p.get(3), 1, 0)), 2);
        return JniUtils.linear(JniUtils.flatten(second, 1, -1), p.get(4), p.get(5));
    }

    @Override
    public Side tadpole(Device device) {
        return training().tadpole(device);
    }

    @Override
    public Side torch(Torch torch) {
        return training().torch(torch);
    }
}
