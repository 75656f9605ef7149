package tadpole.benchmarks.workload;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.Map;
import tadpole.benchmarks.torch.Torch;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;

/** 12 800 images through 784-100-10 in batches of 64: as many steps as a fifth of MNIST. */
public record MlpEpoch() implements Workload {

    private static final int IN = 784;
    private static final int HIDDEN = 100;
    private static final int CLASSES = 10;

    @Override
    public String name() {
        return "MNIST 784-100-10 epoch of 12 800";
    }

    @Override
    public double multiplyAdds() {
        return 12_800.0 * (2 * IN * HIDDEN + 3 * HIDDEN * CLASSES);
    }

    @Override
    public String notAlike() {
        return "PyTorch by autograd, its loss of three operators; batches ready in memory on both sides";
    }

    private NetworkTraining training() {
        return new NetworkTraining(
                new Samples(Shape.of(IN), CLASSES, 200, 64),
                List.of(
                        Specs.layer("linear", Map.of("out", HIDDEN)),
                        Specs.layer("relu"),
                        Specs.layer("linear", Map.of("out", CLASSES))),
                MlpEpoch::outputs,
                0.01f);
    }

    private static PtNDArray outputs(PtNDArray x, List<PtNDArray> p) {
        PtNDArray hidden = JniUtils.relu(JniUtils.linear(x, p.get(0), p.get(1)));
        return JniUtils.linear(hidden, p.get(2), p.get(3));
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
