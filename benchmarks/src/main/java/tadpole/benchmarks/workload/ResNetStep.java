package tadpole.benchmarks.workload;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import tadpole.benchmarks.torch.Layers;
import tadpole.benchmarks.torch.Torch;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;

/** One step of ResNet-20 on 128 pictures of 3x32x32 (He et al. 2015, section 4.2, projections where the shape changes). */
public record ResNetStep() implements Workload {

    private static final int BATCH = 128;
    private static final int CLASSES = 10;
    private static final int[] BLOCKS = {16, 16, 16, 32, 32, 32, 64, 64, 64};

    @Override
    public String name() {
        return "ResNet-20 step batch 128";
    }

    @Override
    public double multiplyAdds() {
        double first = 32 * 32 * 16 * 3 * 9;
        double perStage = 32 * 32 * 16 * 16 * 9;
        double projections = 2 * 16 * 16 * 32 * 16;
        // Six convolutions a stage; the first of stages two and three have half the channels in.
        double others = (6 + 5.5 + 5.5) * perStage + projections + 64 * CLASSES;
        return BATCH * (2 * first + 3 * others);
    }

    @Override
    public String notAlike() {
        return "PyTorch by autograd";
    }

    private NetworkTraining training() {
        return new NetworkTraining(new Samples(Shape.of(3, 32, 32), CLASSES, 1, BATCH), layers(), ResNetStep::outputs, 0.01f);
    }

    private static List<Spec> layers() {
        List<Spec> layers = new ArrayList<>();
        layers.add(Specs.layer("conv2d", Map.of("out", 16, "padding", 1, "bias", false)));
        layers.add(Specs.layer("batchNorm2d"));
        layers.add(Specs.layer("relu"));
        for (int block = 0; block < BLOCKS.length; block++) {
            layers.add(Specs.layer("residualBlock", Map.of("out", BLOCKS[block], "stride", stride(block))));
        }
        layers.add(Specs.layer("globalAvgPool2d"));
        layers.add(Specs.layer("linear", Map.of("out", CLASSES)));
        return layers;
    }

    private static int stride(int block) {
        return block > 0 && BLOCKS[block] != BLOCKS[block - 1] ? 2 : 1;
    }

    private static PtNDArray outputs(PtNDArray x, List<PtNDArray> parameters) {
        Iterator<PtNDArray> p = parameters.iterator();
        PtNDArray y = JniUtils.relu(normalized(x, 3, 1, p));
        for (int block = 0; block < BLOCKS.length; block++) {
            y = residual(y, stride(block), p);
        }
        PtNDArray means = JniUtils.mean(JniUtils.flatten(y, 2, 3), 2, false);
        return JniUtils.linear(means, p.next(), p.next());
    }

    private static PtNDArray residual(PtNDArray x, int stride, Iterator<PtNDArray> p) {
        PtNDArray first = JniUtils.relu(normalized(x, 3, stride, p));
        PtNDArray second = normalized(first, 3, 1, p);
        PtNDArray beside = stride == 1 ? x : normalized(x, 1, stride, p);
        return JniUtils.relu(JniUtils.add(second, beside));
    }

    private static PtNDArray normalized(PtNDArray x, int kernel, int stride, Iterator<PtNDArray> p) {
        PtNDArray y = Layers.convolution(x, p.next(), null, stride, kernel / 2);
        return Layers.batchNorm(y, p.next(), p.next());
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
