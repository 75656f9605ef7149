package tadpole.app.pane.train.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.recipe.Words;

/** Layers and their figures in a few words. */
final class LayerFacts {

    static final char NO_BREAK_SPACE = '\u00A0';

    private LayerFacts() {}

    /** What is set on it, the usual left out: "6 kernels of 5×5, padding 2". */
    static String settings(Spec spec) {
        Settings set = spec.settings();
        List<String> words = new ArrayList<>();
        switch (spec.type()) {
            case "conv2d" -> words.add("%d × %s".formatted(set.whole("out"), kernel(set)));
            case "linear" -> words.add(set.whole("out") == 1 ? "1 unit" : set.whole("out") + " units");
            case "residualBlock" -> words.add(set.whole("out") + " channels");
            case "maxPool2d", "avgPool2d" -> words.add("%d×%d".formatted(set.whole("kernel"), set.whole("kernel")));
            case "dropout", "lockedDropout" -> words.add("p " + Words.rounded(set.decimal("p"), 3));
            default -> { }
        }
        for (Setting setting : LayerForm.recipe(spec.type()).settings()) {
            word(spec.type(), setting, set.asMap()).forEach(words::add);
        }
        return String.join(", ", words);
    }

    private static String kernel(Settings set) {
        int width = set.whole("kernelWidth");
        return "%d×%d".formatted(set.whole("kernel"), width == 0 ? set.whole("kernel") : width);
    }

    private static List<String> word(String type, Setting setting, Map<String, Object> set) {
        Object value = set.get(setting.key());
        if (value.equals(setting.standard()) && !(setting.key().equals("hidden") || setting.key().equals("size"))) {
            return List.of();
        }
        return switch (setting.key()) {
            case "out", "kernel", "kernelWidth", "p", "init", "deviation", "fan", "gain" -> List.of();
            case "stride" -> type.endsWith("Pool2d") && value.equals(set.get("kernel")) ? List.of() : List.of("stride " + value);
            case "padding" -> List.of("padding " + value);
            case "bias" -> List.of("no bias");
            case "shortcut" -> List.of("zero channels");
            default -> List.of(said(setting, value));
        };
    }

    private static String said(Setting setting, Object value) {
        String label = setting.label().toLowerCase(Locale.ROOT);
        return switch (setting) {
            case Setting.Switch _ -> (Boolean) value ? label : "no " + label;
            case Setting.Choice choice -> choice.options().stream().filter(each -> each.key().equals(value)).findFirst().orElseThrow().label()
                    .toLowerCase(Locale.ROOT);
            case Setting.Decimal _ -> label + " " + Words.rounded((Double) value, 3);
            case Setting.Whole _, Setting.Decimals _ -> label + " " + value;
        };
    }

    /** 61 706, with spaces that do not break. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', NO_BREAK_SPACE);
    }

    /** At most four figures and a word: 61 706, 1.25 M, 3.1 G. */
    static String brief(long number) {
        if (number < 1_000_000) {
            return count(number);
        }
        return number < 1_000_000_000
                ? Words.rounded(number / 1e6, 3) + NO_BREAK_SPACE + "M"
                : Words.rounded(number / 1e9, 3) + NO_BREAK_SPACE + "G";
    }

    /** 512 B, 78.4 KB, 1.25 MB. */
    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + "" + NO_BREAK_SPACE + "B";
        }
        if (bytes < 1_000_000) {
            return Words.rounded(bytes / 1e3, 3) + NO_BREAK_SPACE + "KB";
        }
        return bytes < 1_000_000_000
                ? Words.rounded(bytes / 1e6, 3) + NO_BREAK_SPACE + "MB"
                : Words.rounded(bytes / 1e9, 3) + NO_BREAK_SPACE + "GB";
    }
}
