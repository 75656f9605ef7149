package tadpole.parity.cases;

import java.util.List;
import java.util.Map;
import tadpole.engine.parity.Part;
import tadpole.parity.cases.TorchCase.Source;

/** Every layer, in a network that ends with a linear layer for three classes. */
final class LayerCases {

    private static final Part FLATTEN = Part.of("flatten");
    private static final Part HEAD = linear(3);
    private static final String STRETCH = "h = torch.flatten(h, 1)";

    static final List<TorchCase> ALL = List.of(
            layer("linear", "").layers(linear(5), Part.of("tanh"), HEAD)
                    .forward("y = torch.linear(torch.tanh(torch.linear(x, p[0], p[1])), p[2], p[3])").by(Source.OPERATOR),
            layer("linear", "without bias").layers(Part.of("linear", Map.of("out", 5, "bias", false)), Part.of("tanh"), HEAD)
                    .forward("y = torch.linear(torch.tanh(torch.linear(x, p[0])), p[1], p[2])").by(Source.OPERATOR),
            layer("linear", "on sequences").input(3, 4).layers(linear(2), FLATTEN, HEAD)
                    .forward("h = torch.linear(x, p[0], p[1])", STRETCH, "y = torch.linear(h, p[2], p[3])").by(Source.OPERATOR),
            activation("relu", "", Map.of(), "torch.relu(h)"),
            activation("sigmoid", "", Map.of(), "torch.sigmoid(h)"),
            activation("tanh", "", Map.of(), "torch.tanh(h)"),
            activation("leakyRelu", "", Map.of(), "torch.leaky_relu(h, 0.01)"),
            activation("leakyRelu", "slope 0.2", Map.of("slope", 0.2), "torch.leaky_relu(h, 0.2)"),
            activation("gelu", "", Map.of(), "torch.gelu(h)"),
            activation("gelu", "by tanh", Map.of("approximate", "tanh"), "torch.gelu(h, approximate=\"tanh\")"),
            activation("silu", "", Map.of(), "torch.silu(h)"),
            layer("softmax", "").layers(HEAD, Part.of("softmax"))
                    .forward("y = torch.softmax(torch.linear(x, p[0], p[1]), 1)")
                    .loss(Part.of("probabilityCrossEntropy"), "l = torch.nll_loss(torch.log(y), t)").by(Source.OPERATOR),
            layer("logSoftmax", "").layers(HEAD, Part.of("logSoftmax"))
                    .forward("y = torch.log_softmax(torch.linear(x, p[0], p[1]), 1)")
                    .loss(Part.of("negativeLogLikelihood"), "l = torch.nll_loss(y, t)").by(Source.OPERATOR),
            layer("flatten", "").input(2, 3, 2).layers(FLATTEN, HEAD)
                    .forward("y = torch.linear(torch.flatten(x, 1), p[0], p[1])").by(Source.OPERATOR),
            layer("dropout", "masks given").layers(linear(8), Part.of("tanh"), Part.of("dropout", Map.of("p", 0.4)), HEAD)
                    .forward("h = torch.tanh(torch.linear(x, p[0], p[1]))", "y = torch.linear(torch.mul(h, m[0]), p[2], p[3])")
                    .by(Source.COMPOSED),
            convolution("", Map.of("out", 2), "h = torch.conv2d(x, p[0], p[1])"),
            convolution("padding 1, stride 2", Map.of("out", 2, "padding", 1, "stride", 2),
                    "h = torch.conv2d(x, p[0], p[1], [2, 2], [1, 1])"),
            convolution("dilation 2", Map.of("out", 2, "dilation", 2), "h = torch.conv2d(x, p[0], p[1], [1, 1], [0, 0], [2, 2])"),
            convolution("groups 2", Map.of("out", 4, "groups", 2, "stride", 2),
                    "h = torch.conv2d(x, p[0], p[1], [2, 2], [0, 0], [1, 1], 2)"),
            convolution("1×1, stride 2", Map.of("out", 3, "kernel", 1, "stride", 2), "h = torch.conv2d(x, p[0], p[1], [2, 2])"),
            convolution("kernel 2×3", Map.of("out", 2, "kernel", 2, "kernelWidth", 3, "stride", 2),
                    "h = torch.conv2d(x, p[0], p[1], [2, 2])"),
            convolution("5×5, padding 2, stride 3", Map.of("out", 2, "kernel", 5, "padding", 2, "stride", 3),
                    "h = torch.conv2d(x, p[0], p[1], [3, 3], [2, 2])"),
            layer("conv2d", "without bias").input(2, 5, 5).layers(Part.of("conv2d", Map.of("out", 2, "bias", false)), Part.of("tanh"), FLATTEN, HEAD)
                    .forward("h = torch.tanh(torch.conv2d(x, p[0]))", STRETCH, "y = torch.linear(h, p[1], p[2])").by(Source.OPERATOR),
            convolution("padding mirrored", Map.of("out", 2, "padding", 2, "paddingMode", "reflect", "stride", 2),
                    "h = torch.conv2d(torch.reflection_pad2d(x, [2, 2, 2, 2]), p[0], p[1], [2, 2])"),
            convolution("padding 1×2", Map.of("out", 2, "padding", 1, "paddingWidth", 2), "h = torch.conv2d(x, p[0], p[1], [1, 1], [1, 2])"),
            convolution("edge repeated, 1×2", Map.of("out", 2, "padding", 1, "paddingWidth", 2, "paddingMode", "replicate"),
                    "h = torch.conv2d(torch.replication_pad2d(x, [2, 2, 1, 1]), p[0], p[1])"),
            convolution("padding from the other side", Map.of("out", 2, "padding", 2, "paddingMode", "circular", "stride", 2),
                    "h = torch.conv2d(torch.pad(x, [2, 2, 2, 2], \"circular\"), p[0], p[1], [2, 2])"),
            convolution("same size, kernel 2×4", Map.of("out", 2, "kernel", 2, "kernelWidth", 4, "paddingSame", true),
                    "h = torch.conv2d(x, p[0], p[1], [1, 1], \"same\")"),
            pooling("maxPool2d", "", Map.of(), "h = torch.max_pool2d(h, [2, 2], [2, 2])"),
            pooling("maxPool2d", "overlapping, padding 1", Map.of("kernel", 3, "stride", 2, "padding", 1),
                    "h = torch.max_pool2d(h, [3, 3], [2, 2], [1, 1])"),
            pooling("avgPool2d", "", Map.of(), "h = torch.avg_pool2d(h, [2, 2], [2, 2])"),
            pooling("avgPool2d", "overlapping, padding 1", Map.of("kernel", 3, "stride", 2, "padding", 1),
                    "h = torch.avg_pool2d(h, [3, 3], [2, 2], [1, 1])"),
            pooling("globalAvgPool2d", "", Map.of(), "h = torch.adaptive_avg_pool2d(h, [1, 1])"),
            layer("batchNorm2d", "").input(2, 4, 4)
                    .layers(Part.of("conv2d", Map.of("out", 2, "bias", false)), Part.of("batchNorm2d"), Part.of("tanh"), FLATTEN, HEAD)
                    .forward("h = torch.conv2d(x, p[0])", "h = torch.tanh(" + batchNorm("h", 1, 0) + ")", STRETCH,
                            "y = torch.linear(h, p[3], p[4])").by(Source.OPERATOR),
            layer("batchNorm2d", "on rows, momentum 0.3").batch(6)
                    .layers(Part.of("linear", Map.of("out", 4, "bias", false)), Part.of("batchNorm2d", Map.of("momentum", 0.3, "epsilon", 1e-3)), Part.of("tanh"), HEAD)
                    .forward("h = torch.linear(x, p[0])",
                            "h = torch.tanh(torch.batch_norm(h, p[1], p[2], b[0], b[1], train, 0.3, 0.001, False))",
                            "y = torch.linear(h, p[3], p[4])").by(Source.OPERATOR),
            layer("layerNorm", "").layers(linear(6), Part.of("layerNorm"), Part.of("tanh"), HEAD)
                    .forward("h = torch.layer_norm(torch.linear(x, p[0], p[1]), [6], p[2], p[3], 1e-05, False)",
                            "y = torch.linear(torch.tanh(h), p[4], p[5])").by(Source.OPERATOR),
            layer("layerNorm", "of each time").input(3, 4).layers(linear(4), Part.of("layerNorm", Map.of("dimensions", 1)), FLATTEN, HEAD)
                    .forward("h = torch.layer_norm(torch.linear(x, p[0], p[1]), [4], p[2], p[3], 1e-05, False)", STRETCH,
                            "y = torch.linear(h, p[4], p[5])").by(Source.OPERATOR),
            layer("layerNorm", "without scale and shift").input(2, 2, 3).layers(Part.of("layerNorm", Map.of("affine", false)), FLATTEN, HEAD)
                    .forward("h = torch.layer_norm(x, [2, 2, 3], None, None, 1e-05, False)", STRETCH, "y = torch.linear(h, p[0], p[1])")
                    .by(Source.OPERATOR),
            block("", 2, 1),
            block("projection, stride 2", 3, 2),
            layer("residualBlock", "channels of zeros, stride 2").input(2, 4, 4)
                    .layers(Part.of("residualBlock", Map.of("out", 4, "stride", 2, "shortcut", "zeros")), FLATTEN, HEAD)
                    .forward("h = torch.conv2d(x, p[0], None, [2, 2], [1, 1])", "h = torch.relu(" + batchNorm("h", 1, 0) + ")",
                            "h = " + batchNorm("torch.conv2d(h, p[3], None, [1, 1], [1, 1])", 4, 2),
                            "s = torch.constant_pad_nd(torch.slice(torch.slice(x, 2, 0, 4, 2), 3, 0, 4, 2), [0, 0, 0, 0, 1, 1])",
                            "h = torch.relu(torch.add(h, s))", STRETCH, "y = torch.linear(h, p[6], p[7])").by(Source.COMPOSED),
            layer("embedding", "").input(4).layers(Part.of("embedding", Map.of("vocabulary", 6, "size", 3)), FLATTEN, HEAD)
                    .forward("h = torch.embedding(p[0], torch.to(x, 4))", STRETCH, "y = torch.linear(h, p[1], p[2])").by(Source.OPERATOR),
            recurrent("lstm", "", "all", "h, c, d = torch.lstm(x, [z, z], [p[0], p[1], p[2], p[3]], True, 1, 0., train, False, True)"),
            recurrent("lstm", "last time", "last", "a, h, d = torch.lstm(x, [z, z], [p[0], p[1], p[2], p[3]], True, 1, 0., train, False, True)",
                    "h = h[0]"),
            words("lstm", "h, c, d = torch.lstm(o, [z, z], [p[0], p[1], p[2], p[3]], True, 1, 0., train, False, True)"),
            recurrent("gru", "", "all", "h, c = torch.gru(x, z, [p[0], p[1], p[2], p[3]], True, 1, 0., train, False, True)"),
            recurrent("gru", "last time", "last", "a, h = torch.gru(x, z, [p[0], p[1], p[2], p[3]], True, 1, 0., train, False, True)",
                    "h = h[0]"),
            words("gru", "h, c = torch.gru(o, z, [p[0], p[1], p[2], p[3]], True, 1, 0., train, False, True)"));

    private LayerCases() {}

    private static Draft layer(String type, String with) {
        return new Draft("layer", type, with);
    }

    private static Part linear(int out) {
        return Part.of("linear", Map.of("out", out));
    }

    private static TorchCase activation(String type, String with, Map<String, Object> settings, String line) {
        return layer(type, with).layers(linear(6), Part.of(type, settings), HEAD)
                .forward("h = torch.linear(x, p[0], p[1])", "h = " + line, "y = torch.linear(h, p[2], p[3])").by(Source.OPERATOR);
    }

    private static TorchCase convolution(String with, Map<String, Object> settings, String line) {
        return layer("conv2d", with).input(2, 5, 5).layers(Part.of("conv2d", settings), Part.of("tanh"), FLATTEN, HEAD)
                .forward(line, "h = torch.tanh(h)", STRETCH, "y = torch.linear(h, p[2], p[3])").by(Source.OPERATOR);
    }

    private static TorchCase pooling(String type, String with, Map<String, Object> settings, String line) {
        boolean global = type.startsWith("global");
        Draft draft = layer(type, with).input(2, 6, 6);
        Part convolution = Part.of("conv2d", Map.of("out", 2));
        return (global ? draft.layers(convolution, Part.of("tanh"), Part.of(type, settings), HEAD)
                : draft.layers(convolution, Part.of("tanh"), Part.of(type, settings), FLATTEN, HEAD))
                .forward("h = torch.tanh(torch.conv2d(x, p[0], p[1]))", line, STRETCH, "y = torch.linear(h, p[2], p[3])").by(Source.OPERATOR);
    }

    private static String batchNorm(String what, int parameter, int buffer) {
        return "torch.batch_norm(%s, p[%d], p[%d], b[%d], b[%d], train, 0.1, 1e-05, False)"
                .formatted(what, parameter, parameter + 1, buffer, buffer + 1);
    }

    private static TorchCase block(String with, int out, int stride) {
        boolean projects = stride != 1;
        int head = projects ? 9 : 6;
        return layer("residualBlock", with).input(2, 4, 4)
                .layers(Part.of("residualBlock", Map.of("out", out, "stride", stride)), FLATTEN, HEAD)
                .forward("h = torch.conv2d(x, p[0], None, [%d, %d], [1, 1])".formatted(stride, stride),
                        "h = torch.relu(" + batchNorm("h", 1, 0) + ")",
                        "h = " + batchNorm("torch.conv2d(h, p[3], None, [1, 1], [1, 1])", 4, 2),
                        projects ? "s = " + batchNorm("torch.conv2d(x, p[6], None, [2, 2])", 7, 4) : "s = x",
                        "h = torch.relu(torch.add(h, s))", STRETCH, "y = torch.linear(h, p[%d], p[%d])".formatted(head, head + 1))
                .by(Source.COMPOSED);
    }

    private static TorchCase recurrent(String type, String with, String output, String... lines) {
        String states = "z = torch.zeros([1, 5, 3])";
        Draft draft = layer(type, with).input(4, 3);
        Part part = Part.of(type, Map.of("hidden", 3, "output", output));
        String head = "y = torch.linear(h, p[4], p[5])";
        return output.equals("last")
                ? draft.layers(part, HEAD).forward(states, lines[0], lines[1], head).by(Source.OPERATOR)
                : draft.layers(part, FLATTEN, HEAD).forward(states, lines[0], STRETCH, head).by(Source.OPERATOR);
    }

    private static TorchCase words(String type, String line) {
        return layer(type, "of words").input(4).layers(Part.of(type, Map.of("hidden", 3, "vocabulary", 5)), FLATTEN, HEAD)
                .forward("z = torch.zeros([1, 5, 3])", "o = torch.to(torch.one_hot(torch.to(x, 4), 5), 6)", line, STRETCH,
                        "y = torch.linear(h, p[4], p[5])").by(Source.OPERATOR);
    }
}
