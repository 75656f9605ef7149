package tadpole.engine.design;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tadpole.engine.layer.Layers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** One layer as a line of text. */
final class LayerText {

    private static final String SAME = "paddingSame";

    private LayerText() {}

    static String write(Spec spec, Optional<Shape> input) {
        TextLayout layout = TextLayout.of(spec.type());
        List<String> words = new ArrayList<>();
        List<String> written = layout.order().subList(0, layout.written());
        for (String said : written) {
            words.add(TextLayout.INCOMING.contains(said) ? incoming(spec, input) : value(spec, layout.key(said)));
        }
        for (Setting setting : Specs.recipe(spec.type()).settings()) {
            String said = layout.said(setting.key());
            if (!written.contains(said) && isSaid(spec, setting)) {
                words.add("%s=%s".formatted(said, value(spec, setting.key())));
            }
        }
        return "%s(%s)".formatted(layout.name(), String.join(", ", words));
    }

    private static boolean isSaid(Spec spec, Setting setting) {
        Object value = spec.settings().asMap().get(setting.key());
        return switch (setting.key()) {
            case "kernelWidth", "paddingWidth", SAME -> false;
            case "kernel" -> true;
            case "padding" -> pads(spec) || !value.equals(setting.standard());
            case "stride" -> !value.equals(pools(spec.type()) ? spec.settings().asMap().get("kernel") : setting.standard());
            default -> !value.equals(setting.standard());
        };
    }

    private static boolean pads(Spec spec) {
        return spec.type().equals("conv2d") && (spec.settings().on(SAME) || spec.settings().whole("paddingWidth") >= 0);
    }

    private static boolean pools(String type) {
        return type.equals("maxPool2d") || type.equals("avgPool2d");
    }

    private static String incoming(Spec spec, Optional<Shape> input) {
        Optional<List<Long>> numbers = incomingOf(spec.type(), spec.settings().asMap(), input);
        boolean shape = spec.type().equals("layerNorm");
        return numbers.map(each -> shape ? each.toString() : Long.toString(each.getFirst())).orElse("?");
    }

    /** What the first argument says of what comes in; empty where nobody can tell. */
    private static Optional<List<Long>> incomingOf(String type, Map<String, Object> settings, Optional<Shape> input) {
        if (settings.get("vocabulary") instanceof Long vocabulary && vocabulary > 0) {
            return Optional.of(List.of(vocabulary));
        }
        if (input.isEmpty() || input.get().rank() == 0) {
            return Optional.empty();
        }
        Shape shape = input.get();
        return switch (type) {
            case "linear", "rnn", "lstm", "gru" -> shape.rank() > 2 ? Optional.empty() : Optional.of(List.of((long) shape.at(shape.rank() - 1)));
            case "conv2d", "residualBlock" -> shape.rank() != 3 ? Optional.empty() : Optional.of(List.of((long) shape.at(0)));
            case "layerNorm" -> Optional.of(last(shape, ((Long) settings.getOrDefault("dimensions", 0L)).intValue()));
            default -> Optional.of(List.of((long) shape.at(0)));
        };
    }

    private static List<Long> last(Shape shape, int dimensions) {
        int count = dimensions == 0 || dimensions > shape.rank() ? shape.rank() : dimensions;
        List<Long> sizes = new ArrayList<>();
        for (int axis = shape.rank() - count; axis < shape.rank(); axis++) {
            sizes.add((long) shape.at(axis));
        }
        return sizes;
    }

    private static String value(Spec spec, String key) {
        Map<String, Object> settings = spec.settings().asMap();
        if (key.equals("kernel") && settings.get("kernelWidth") instanceof Long width && width > 0) {
            return "(%d, %d)".formatted(settings.get(key), width);
        }
        if (key.equals("padding") && pads(spec)) {
            return spec.settings().on(SAME) ? "'same'" : "(%d, %d)".formatted(settings.get(key), settings.get("paddingWidth"));
        }
        return word(settings.get(key));
    }

    private static String word(Object value) {
        return switch (value) {
            case Boolean on -> on ? "True" : "False";
            case Double number -> number(number);
            case String word -> "'" + word + "'";
            case List<?> several -> several.stream().map(LayerText::word).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return size != 0 && (size < 1e-4 || size >= 1e7) ? Double.toString(value).replace(".0E", "e").replace("E", "e")
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    static Spec read(CallText call, Optional<Shape> input, int line) throws NetworkTextException {
        Recipe<?> recipe = recipe(call.name(), line);
        TextLayout layout = TextLayout.of(recipe.type());
        Map<String, Object> said = said(call, layout, line);
        Map<String, Object> settings = new LinkedHashMap<>();
        Object incoming = CallText.WHATEVER;
        for (Map.Entry<String, Object> entry : said.entrySet()) {
            String key = layout.key(entry.getKey());
            if (TextLayout.INCOMING.contains(entry.getKey())) {
                incoming = entry.getValue();
            } else if (recipe.settings().stream().anyMatch(setting -> setting.key().equals(key))) {
                put(settings, recipe.type(), key, entry.getValue());
            } else {
                requireSaidBesides(layout, recipe, entry, line);
            }
        }
        if (pools(recipe.type()) && settings.get("kernel") != null) {
            settings.putIfAbsent("stride", settings.get("kernel"));
        }
        Spec spec = spec(recipe, settings, line);
        requireIncoming(spec, layout, incoming, input, line);
        return spec;
    }

    private static Recipe<?> recipe(String name, int line) throws NetworkTextException {
        String known = TextLayout.ALSO.getOrDefault(name, name);
        for (Recipe<?> recipe : Layers.ALL) {
            if (TextLayout.of(recipe.type()).name().equals(known)) {
                return recipe;
            }
        }
        throw new NetworkTextException(line, "%s is no layer; known are %s.".formatted(name,
                Layers.ALL.stream().map(each -> TextLayout.of(each.type()).name()).collect(Collectors.joining(", "))));
    }

    private static Map<String, Object> said(CallText call, TextLayout layout, int line) throws NetworkTextException {
        Map<String, Object> said = new LinkedHashMap<>();
        boolean global = call.name().equals("AdaptiveAvgPool2d");
        List<String> order = global ? List.of("output_size") : layout.order();
        if (call.positional().size() > order.size()) {
            throw new NetworkTextException(line, "%s takes %s, but %d values stand there without a name.".formatted(call.name(),
                    order.isEmpty() ? "no value without a name" : "at most " + String.join(", ", order), call.positional().size()));
        }
        for (int i = 0; i < call.positional().size(); i++) {
            said.put(order.get(i), call.positional().get(i));
        }
        for (Map.Entry<String, Object> entry : call.keywords().entrySet()) {
            if (said.put(entry.getKey(), entry.getValue()) != null) {
                throw new NetworkTextException(line, "%s stands there twice.".formatted(entry.getKey()));
            }
        }
        return said;
    }

    private static void put(Map<String, Object> settings, String type, String key, Object value) {
        if (key.equals("padding") && type.equals("conv2d") && "same".equals(value)) {
            settings.put(SAME, true);
        } else if (value instanceof List<?> pair && pair.size() == 2 && List.of("kernel", "padding", "stride", "dilation").contains(key)) {
            settings.put(key, pair.get(0));
            if (!pair.get(0).equals(pair.get(1))) {
                settings.put(key + "Width", pair.get(1));
            }
        } else {
            settings.put(key, value);
        }
    }

    private static void requireSaidBesides(TextLayout layout, Recipe<?> recipe, Map.Entry<String, Object> entry, int line) throws NetworkTextException {
        boolean ofPooling = entry.getKey().equals("dilation") && entry.getValue().equals(1.0);
        boolean ofNorm = List.of("affine", "bias").contains(entry.getKey()) && entry.getValue().equals(true);
        boolean known = TextLayout.SAID_BESIDES.containsKey(entry.getKey());
        if (ofPooling || ofNorm || known && TextLayout.SAID_BESIDES.get(entry.getKey()).contains(entry.getValue().toString())) {
            return;
        }
        if (known) {
            throw new NetworkTextException(line, "%s knows no %s=%s. Leave it out.".formatted(layout.name(), entry.getKey(), word(entry.getValue())));
        }
        String settings = recipe.settings().stream().map(setting -> layout.said(setting.key())).collect(Collectors.joining(", "));
        throw new NetworkTextException(line, "%s has no %s; it knows %s.".formatted(layout.name(), entry.getKey(), settings.isEmpty() ? "none" : settings));
    }

    private static Spec spec(Recipe<?> recipe, Map<String, Object> settings, int line) throws NetworkTextException {
        if (settings.containsValue(CallText.WHATEVER)) {
            throw new NetworkTextException(line, "? stands only for what comes in.");
        }
        try {
            return recipe.with(settings);
        } catch (SettingException refused) {
            throw new NetworkTextException(line, refused.getMessage());
        }
    }

    private static void requireIncoming(Spec spec, TextLayout layout, Object given, Optional<Shape> input, int line) throws NetworkTextException {
        Optional<List<Long>> wanted = incomingOf(spec.type(), spec.settings().asMap(), input);
        if (given == CallText.WHATEVER || wanted.isEmpty()) {
            return;
        }
        List<?> said = given instanceof List<?> several ? several : List.of(given);
        if (!said.equals(wanted.get().stream().map(Long::doubleValue).toList())) {
            String words = wanted.get().size() == 1 ? Long.toString(wanted.get().getFirst()) : wanted.get().toString();
            throw new NetworkTextException(line, "%s says that %s come in, but it is %s. Write %s, or ? for whatever comes in."
                    .formatted(layout.name(), said.size() == 1 ? word(said.getFirst()) : word(said), words, words));
        }
    }
}
