package tadpole.engine.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** Networks to begin with. Layers before a ReLU start as He et al. 2015 have it, the others as PyTorch does. */
public final class NetworkPresets {

    /** A new one is one line here. */
    public static final List<NetworkPreset> ALL = List.of(
            new NetworkPreset("softmax", "Linear softmax", "One score for each class, a weighted sum of all pixels: no hidden layer.",
                    NetworkPresets::softmax),
            new NetworkPreset("hidden100", "784-100-10", "One hidden layer of 100 ReLUs; on MNIST 784 pixels come in and 10 scores go out.",
                    NetworkPresets::hidden),
            new NetworkPreset("lenet5", "LeNet-5", "LeCun et al. 1998 as it is built today: ReLU, max pooling and a linear end.",
                    NetworkPresets::lenet),
            new NetworkPreset("convnetjsMnist", "ConvNetJS MNIST", "Karpathy's MNIST demo: two convolutions of 8 and 16 kernels. Its random 24×24 crop is left out.",
                    NetworkPresets::convnetjsMnist),
            new NetworkPreset("convnetjsCifar", "ConvNetJS CIFAR-10", "Karpathy's CIFAR-10 demo: three convolutions of 16, 20 and 20 kernels.",
                    NetworkPresets::convnetjsCifar),
            new NetworkPreset("vgg", "Small VGG", "After Simonyan and Zisserman 2014: 3×3 convolutions in pairs, twice the channels after each pooling; with batch normalization.",
                    NetworkPresets::vgg),
            resnet(20), resnet(32), resnet(56));

    private NetworkPresets() {}

    private static List<Spec> softmax(Shape input, int outputs) {
        List<Spec> layers = flat(input);
        layers.add(linear(outputs));
        return layers;
    }

    private static List<Spec> hidden(Shape input, int outputs) {
        List<Spec> layers = flat(input);
        addUnits(layers, 100);
        layers.add(linear(outputs));
        return layers;
    }

    /**
     * Convolutions of 6 and 16 kernels of 5×5, then 120, 84 and the outputs; 28×28 is padded to 32×32 as in the paper. Other than there: ReLU
     * for the scaled tanh, max pooling without weights for the learned subsampling, every map of the second convolution sees all 6
     * (there table I leaves some out), a linear end for the radial basis functions. 61 706 parameters for 1×28×28 and 10 classes.
     */
    private static List<Spec> lenet(Shape input, int outputs) {
        List<Spec> layers = new ArrayList<>();
        addConvolution(layers, 6, 5, input.rank() == 3 && input.at(1) <= 28 ? 2 : 0);
        layers.add(pool(2, 2));
        addConvolution(layers, 16, 5, 0);
        layers.add(pool(2, 2));
        layers.add(Specs.of("flatten"));
        addUnits(layers, 120);
        addUnits(layers, 84);
        layers.add(linear(outputs));
        return layers;
    }

    private static List<Spec> convnetjsMnist(Shape input, int outputs) {
        List<Spec> layers = new ArrayList<>();
        addConvolution(layers, 8, 5, 2);
        layers.add(pool(2, 2));
        addConvolution(layers, 16, 5, 2);
        layers.add(pool(3, 3));
        layers.add(Specs.of("flatten"));
        layers.add(linear(outputs));
        return layers;
    }

    private static List<Spec> convnetjsCifar(Shape input, int outputs) {
        List<Spec> layers = new ArrayList<>();
        for (int out : new int[] {16, 20, 20}) {
            addConvolution(layers, out, 5, 2);
            layers.add(pool(2, 2));
        }
        layers.add(Specs.of("flatten"));
        layers.add(linear(outputs));
        return layers;
    }

    private static List<Spec> vgg(Shape input, int outputs) {
        List<Spec> layers = new ArrayList<>();
        for (int out : new int[] {32, 64, 128}) {
            addNormalized(layers, out);
            addNormalized(layers, out);
            layers.add(pool(2, 2));
        }
        layers.add(Specs.of("flatten"));
        addUnits(layers, 256);
        layers.add(Specs.of("dropout"));
        layers.add(linear(outputs));
        return layers;
    }

    /** He et al. 2016, section 4.2: 6 n + 2 layers, shortcuts with zero channels (option A). */
    private static NetworkPreset resnet(int depth) {
        return new NetworkPreset("resnet" + depth, "ResNet-" + depth,
                "He et al. 2016, the CIFAR form: %d layers, %d residual blocks at each of three sizes.".formatted(depth, (depth - 2) / 6),
                (_, outputs) -> resnet((depth - 2) / 6, outputs));
    }

    private static List<Spec> resnet(int blocks, int outputs) {
        List<Spec> layers = new ArrayList<>();
        addNormalized(layers, 16);
        for (int out : new int[] {16, 32, 64}) {
            for (int block = 0; block < blocks; block++) {
                long stride = block == 0 && out > 16 ? 2 : 1;
                layers.add(Specs.of("residualBlock", Map.of("out", (long) out, "stride", stride, "shortcut", "zeros", "init", "he")));
            }
        }
        layers.add(Specs.of("globalAvgPool2d"));
        layers.add(linear(outputs));
        return layers;
    }

    private static List<Spec> flat(Shape input) {
        return input.rank() == 1 ? new ArrayList<>() : new ArrayList<>(List.of(Specs.of("flatten")));
    }

    private static void addConvolution(List<Spec> layers, int out, int kernel, int padding) {
        layers.add(Specs.of("conv2d", Map.of("out", (long) out, "kernel", (long) kernel, "padding", (long) padding, "init", "he")));
        layers.add(Specs.of("relu"));
    }

    private static void addNormalized(List<Spec> layers, int out) {
        layers.add(Specs.of("conv2d", Map.of("out", (long) out, "padding", 1L, "bias", false, "init", "he")));
        layers.add(Specs.of("batchNorm2d"));
        layers.add(Specs.of("relu"));
    }

    private static void addUnits(List<Spec> layers, int out) {
        layers.add(Specs.of("linear", Map.of("out", (long) out, "init", "he")));
        layers.add(Specs.of("relu"));
    }

    private static Spec pool(int window, int stride) {
        return Specs.of("maxPool2d", Map.of("kernel", (long) window, "stride", (long) stride));
    }

    private static Spec linear(int out) {
        return Specs.of("linear", Map.of("out", (long) out));
    }
}
