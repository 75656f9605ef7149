package tadpole.engine.design;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a layer stands in text.
 *
 * @param name    PyTorch's
 * @param order   its arguments in PyTorch's order, by PyTorch's names; one that is no setting is what comes in
 * @param written how many of them are written without their names
 * @param renamed settings by PyTorch's names, where these are others
 */
record TextLayout(String type, String name, List<String> order, int written, Map<String, String> renamed) {

    /** What comes in, by the names that PyTorch has for it. */
    static final Set<String> INCOMING = Set.of("in_channels", "in_features", "num_features", "normalized_shape", "input_size");

    private static final List<String> SLIDING = List.of("kernel_size", "stride", "padding");
    private static final List<String> DROPPING = List.of("p");
    private static final Map<String, String> WINDOW = Map.of("kernel_size", "kernel");
    private static final Map<String, String> HIDDEN = Map.of("hidden_size", "hidden");

    /** A new layer without a line here stands under its own name, with all its settings by name. */
    static final List<TextLayout> ALL = List.of(
            new TextLayout("linear", "Linear", List.of("in_features", "out_features", "bias"), 2, Map.of("out_features", "out")),
            new TextLayout("conv2d", "Conv2d",
                    List.of("in_channels", "out_channels", "kernel_size", "stride", "padding", "dilation", "groups", "bias", "padding_mode"), 2,
                    Map.of("out_channels", "out", "kernel_size", "kernel")),
            plain("relu", "ReLU"),
            new TextLayout("leakyRelu", "LeakyReLU", List.of("negative_slope"), 0, Map.of("negative_slope", "slope")),
            plain("gelu", "GELU"), plain("silu", "SiLU"), plain("sigmoid", "Sigmoid"), plain("tanh", "Tanh"),
            plain("softmax", "Softmax"), plain("logSoftmax", "LogSoftmax"), plain("flatten", "Flatten"),
            new TextLayout("dropout", "Dropout", DROPPING, 0, Map.of()),
            new TextLayout("maxPool2d", "MaxPool2d", SLIDING, 1, WINDOW),
            new TextLayout("avgPool2d", "AvgPool2d", SLIDING, 1, WINDOW),
            plain("globalAvgPool2d", "GlobalAvgPool2d"),
            new TextLayout("batchNorm2d", "BatchNorm2d", List.of("num_features", "eps", "momentum"), 1, Map.of("eps", "epsilon")),
            new TextLayout("layerNorm", "LayerNorm", List.of("normalized_shape", "eps", "elementwise_affine"), 1,
                    Map.of("eps", "epsilon", "elementwise_affine", "affine")),
            new TextLayout("residualBlock", "ResidualBlock", List.of("in_channels", "out_channels", "stride"), 2, Map.of("out_channels", "out")),
            new TextLayout("embedding", "Embedding", List.of("num_embeddings", "embedding_dim"), 2,
                    Map.of("num_embeddings", "vocabulary", "embedding_dim", "size")),
            recurrent("rnn", "RNN"), recurrent("lstm", "LSTM"), recurrent("gru", "GRU"),
            new TextLayout("lockedDropout", "LockedDropout", DROPPING, 0, Map.of()));

    /** Other names under which a layer is known. */
    static final Map<String, String> ALSO = Map.of("BatchNorm1d", "BatchNorm2d", "AdaptiveAvgPool2d", "GlobalAvgPool2d", "LazyLinear", "Linear");

    /** What PyTorch says besides and Tadpole has no setting for, with the only values that mean the same here. */
    static final Map<String, Set<String>> SAID_BESIDES = Map.of("inplace", Set.of("true", "false"), "dim", Set.of("1.0", "-1.0"), "start_dim", Set.of("1.0"),
            "end_dim", Set.of("-1.0"), "ceil_mode", Set.of("false"), "track_running_stats", Set.of("true"), "batch_first", Set.of("true"),
            "num_layers", Set.of("1.0"), "output_size", Set.of("1.0", "[1.0, 1.0]"), "count_include_pad", Set.of("true"));

    private static TextLayout plain(String type, String name) {
        return new TextLayout(type, name, List.of(), 0, Map.of());
    }

    private static TextLayout recurrent(String type, String name) {
        return new TextLayout(type, name, List.of("input_size", "hidden_size"), 2, HIDDEN);
    }

    static TextLayout of(String type) {
        return ALL.stream().filter(each -> each.type().equals(type)).findFirst().orElseGet(() -> plain(type, type));
    }

    /** The setting that PyTorch calls so. */
    String key(String said) {
        String known = renamed.get(said);
        if (known != null) {
            return known;
        }
        StringBuilder key = new StringBuilder();
        boolean up = false;
        for (char letter : said.toCharArray()) {
            if (letter == '_') {
                up = true;
            } else {
                key.append(up ? Character.toUpperCase(letter) : letter);
                up = false;
            }
        }
        return key.toString();
    }

    /** What PyTorch calls the setting. */
    String said(String key) {
        for (Map.Entry<String, String> entry : renamed.entrySet()) {
            if (entry.getValue().equals(key)) {
                return entry.getKey();
            }
        }
        return key.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
