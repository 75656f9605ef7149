package tadpole.parity.features;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A published network in PyTorch's plain operations on its raw weights, one line after the other.
 *
 * @param name    for the table
 * @param file    below the folder of weights, for the reader of the engine
 * @param raw     the same weights for PyTorch, below the folder of raw weights; or those of the file itself
 * @param weights their names there, in the order of p
 * @param lines   make h of the pixels; "look" where a layer is compared
 * @param layers  as the engine calls them, in the order of the looks
 */
record FeatureCase(String name, String file, String raw, List<String> weights, List<String> lines, List<String> layers) {

    static final List<FeatureCase> ALL = List.of(quarter(), normalized(), squeeze());

    /** Quarter-width VGG-19, distilled: RGB 0..1, a 1x1 convolution, mirrored borders, max pooling. */
    private static FeatureCase quarter() {
        Lines lines = new Lines("h = torch.div(h, 255.)").convolution("conv0", 1, 0);
        int[] blocks = {2, 2, 4, 4, 1};
        List<String> layers = new ArrayList<>();
        for (int block = 1; block <= blocks.length; block++) {
            if (block > 1) {
                lines.add("h = torch.max_pool2d(h, [2, 2], [2, 2], [0, 0], [1, 1], False)");
            }
            for (int place = 1; place <= blocks[block - 1]; place++) {
                lines.mirrored().convolution("conv%d%d".formatted(block, place), 1, 0).add("h = torch.relu(h)").add("look");
                layers.add("relu%d_%d".formatted(block, place));
            }
        }
        return lines.of("VGG-19, quarter width, to relu5_1", "vgg19-distilled-16x/5SE.pth", "5SE.safetensors", layers);
    }

    /** VGG-19 of normalized activations to relu3_1: a 1x1 convolution of RGB 0..1, mirrored borders. */
    private static FeatureCase normalized() {
        Lines lines = new Lines("h = torch.div(h, 255.)").convolution("0", 1, 0);
        List<String> layers = List.of("relu1_1", "relu1_2", "relu2_1", "relu2_2", "relu3_1");
        List<String> names = List.of("2", "5", "9", "12", "16");
        for (int i = 0; i < names.size(); i++) {
            if (i == 2 || i == 4) {
                lines.add("h = torch.max_pool2d(h, [2, 2], [2, 2], [0, 0], [1, 1], False)");
            }
            lines.mirrored().convolution(names.get(i), 1, 0).add("h = torch.relu(h)").add("look");
        }
        return lines.of("VGG-19, normalized, to relu3_1", "vgg19-normalised/vgg_normalised_conv3_1.pth", "vgg_normalised_conv3_1.safetensors", layers);
    }

    /** SqueezeNet 1.1 of Keras: BGR minus ImageNet's means; each fire module's two expanding convolutions side by side. */
    private static FeatureCase squeeze() {
        Lines lines = new Lines("h = torch.sub(torch.flip(h, [1]), torch.reshape(p[0], [1, 3, 1, 1]))");
        lines.weights.add("");
        lines.convolution("conv1", 2, 0).add("h = torch.relu(h)").add("look");
        List<String> layers = new ArrayList<>(List.of("relu1"));
        for (int fire = 2; fire <= 9; fire++) {
            if (fire == 2 || fire == 4 || fire == 6) {
                lines.add("h = torch.max_pool2d(h, [3, 3], [2, 2], [0, 0], [1, 1], False)");
            }
            lines.convolution("fire%d/squeeze1x1".formatted(fire), 1, 0).add("s = torch.relu(h)");
            lines.add("h = s").convolution("fire%d/expand1x1".formatted(fire), 1, 0).add("a = torch.relu(h)");
            lines.add("h = s").convolution("fire%d/expand3x3".formatted(fire), 1, 1).add("b = torch.relu(h)");
            lines.add("h = torch.cat([a, b], 1)").add("look");
            layers.add("fire" + fire);
        }
        return lines.of("SqueezeNet 1.1, to fire9", "squeezenet_v1.1_notop.h5", "", layers);
    }

    private static final class Lines {

        private final List<String> lines = new ArrayList<>();
        private final List<String> weights = new ArrayList<>();

        private Lines(String first) {
            lines.add(first);
        }

        private Lines add(String line) {
            lines.add(line);
            return this;
        }

        private Lines mirrored() {
            return add("h = torch.reflection_pad2d(h, [1, 1, 1, 1])");
        }

        private Lines convolution(String name, int stride, int padding) {
            int at = IntStream.range(0, weights.size()).map(i -> weights.get(i).isEmpty() ? 1 : 2).sum();
            weights.add(name);
            return add("h = torch.conv2d(h, p[%d], p[%d], [%d, %d], [%d, %d], [1, 1], 1)".formatted(at, at + 1, stride, stride, padding, padding));
        }

        private FeatureCase of(String name, String file, String raw, List<String> layers) {
            return new FeatureCase(name, file, raw, List.copyOf(weights), List.copyOf(lines), layers);
        }
    }
}
