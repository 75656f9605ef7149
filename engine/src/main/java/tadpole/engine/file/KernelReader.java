package tadpole.engine.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.KernelPresets;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/** Reads the field {@code kernel} of a kernel file, and remembers the presets it names. */
final class KernelReader {

    static final String SAME = "same";

    static final int MOST_FILTERS = 256;
    static final int MOST_CHANNELS = 512;
    private static final double MOST_VALUE = 1e6;
    private static final Setting.Choice MIXING = new Setting.Choice("mixing", "Channels", key(Mixing.GRAY),
            Arrays.stream(Mixing.values()).map(each -> new Setting.Option(key(each), each.label())).toList(), "What is done with the channels.");
    private static final Setting.Choice BORDER = new Setting.Choice("border", "Border", Border.ZEROS.key(),
            Arrays.stream(Border.values()).map(each -> new Setting.Option(each.key(), each.label())).toList(), "What stands outside of the picture.");
    private static final Setting.Decimal GAIN = number("gain", "Gain", 1);
    private static final Setting.Decimal BIAS = number("bias", "Bias", 0);
    private static final Setting.Decimal VALUE = number("value", "A kernel's number", 0);
    private static final Setting.Switch NORMALIZE = new Setting.Switch("normalize", "Divide by the sum", false, "");
    private static final Setting.Switch FLIP = new Setting.Switch("flip", "Turned", false, "");
    private static final Setting.Switch RELU = new Setting.Switch("relu", "ReLU after", false, "");
    private static final Setting.Whole STRIDE = new Setting.Whole("stride", "Stride", 1L, 1, ConvolutionPlan.MOST_PIXELS, "pixels", "");
    private static final Setting.Whole PADDING = new Setting.Whole("padding", "Padding", 0L, 0, ConvolutionPlan.MOST_PIXELS, "pixels", "");
    private static final Setting.Whole DILATION = new Setting.Whole("dilation", "Dilation", 1L, 1, ConvolutionPlan.MOST_PIXELS, "pixels", "");

    private final List<Spec> presets = new ArrayList<>();

    private static Setting.Decimal number(String key, String label, double standard) {
        return new Setting.Decimal(key, label, standard, -MOST_VALUE, MOST_VALUE, "", "");
    }

    static String key(Mixing mixing) {
        return mixing.name().toLowerCase(Locale.ROOT);
    }

    /** Of all kernels read so far. */
    List<Spec> presets() {
        return List.copyOf(presets);
    }

    ConvolutionPlan plan(JsonValue value) throws FileException {
        FieldReader fields = FieldReader.of(value, "filters and how they slide").onlyFields(
                List.of("mixing", "filters", "gain", "normalize", "flip", "relu", "stride", "padding", "border", "dilation"));
        Mixing mixing = Mixing.valueOf(((String) fields.setting(MIXING)).toUpperCase(Locale.ROOT));
        return new ConvolutionPlan(mixing, filters(fields, mixing), ((Double) fields.setting(GAIN)).floatValue(), (Boolean) fields.setting(NORMALIZE),
                (Boolean) fields.setting(FLIP), (Boolean) fields.setting(RELU), whole(fields, STRIDE), padding(fields), whole(fields, DILATION));
    }

    private static int whole(FieldReader fields, Setting.Whole setting) throws FileException {
        return ((Long) fields.setting(setting)).intValue();
    }

    private static Padding padding(FieldReader fields) throws FileException {
        Object key = fields.setting(BORDER);
        Border border = Arrays.stream(Border.values()).filter(each -> each.key().equals(key)).findFirst().orElseThrow();
        Optional<JsonValue> padding = fields.optional("padding");
        if (padding.isEmpty() || SAME.equals(padding.get().plain())) {
            return Padding.ofSame().with(border);
        }
        if (padding.get().plain() instanceof String other) {
            throw padding.get().place().problem("Padding (\"padding\") must be \"same\" or a whole number, but is \"%s\".".formatted(other));
        }
        return Padding.of(whole(fields, PADDING)).with(border);
    }

    private List<Filter> filters(FieldReader fields, Mixing mixing) throws FileException {
        List<JsonValue> values = fields.requiredList("filters");
        requireCount(fields.required("filters"), values.size(), MOST_FILTERS, "A kernel file holds", "filters");
        List<Filter> filters = new ArrayList<>();
        for (JsonValue value : values) {
            FieldReader filter = FieldReader.of(value, "a bias and kernels").onlyFields(List.of("bias", "kernels"));
            List<JsonValue> given = filter.requiredList("kernels");
            requireCount(filter.required("kernels"), given.size(), mixing == Mixing.SUM ? MOST_CHANNELS : 1,
                    mixing == Mixing.SUM ? "A filter has" : "With mixing \"%s\" a filter has".formatted(key(mixing)), "kernels");
            if (!filters.isEmpty() && filters.getFirst().kernels().size() != given.size()) {
                throw filter.required("kernels").place().problem("All filters have as many kernels as the first, %d, but this one has %d."
                        .formatted(filters.getFirst().kernels().size(), given.size()));
            }
            List<Kernel> kernels = new ArrayList<>();
            for (JsonValue each : given) {
                Kernel kernel = kernel(each);
                requireSize(each, kernel, filters.isEmpty() ? kernels : filters.getFirst().kernels());
                kernels.add(kernel);
            }
            filters.add(new Filter(kernels, ((Double) filter.setting(BIAS)).floatValue()));
        }
        return filters;
    }

    private static void requireCount(JsonValue place, int count, int most, String who, String what) throws FileException {
        if (count < 1 || count > most) {
            throw place.place().problem("%s %s, but here are %d.".formatted(who, most == 1 ? "1 kernel" : "1 to %d %s".formatted(most, what), count));
        }
    }

    private static void requireSize(JsonValue place, Kernel kernel, List<Kernel> others) throws FileException {
        if (!others.isEmpty() && (others.getFirst().height() != kernel.height() || others.getFirst().width() != kernel.width())) {
            throw place.place().problem("All kernels are as large as the first, %d×%d, but this one is %d×%d.".formatted(
                    others.getFirst().height(), others.getFirst().width(), kernel.height(), kernel.width()));
        }
    }

    /** Rows, or a preset, or both where they are the same. */
    private Kernel kernel(JsonValue value) throws FileException {
        FieldReader fields = FieldReader.of(value, "the rows of a kernel, or a preset").onlyFields(List.of("preset", "rows"));
        Optional<JsonValue> preset = fields.optional("preset");
        if (preset.isEmpty()) {
            return rows(fields);
        }
        Spec spec = SpecReader.read(KernelPresets.ALL, "kernel", preset.get());
        Kernel made;
        try {
            made = KernelPresets.make(spec);
        } catch (SettingException unfit) {
            throw preset.get().place().problem(unfit.getMessage());
        }
        if (fields.optional("rows").isPresent() && !rows(fields).equals(made)) {
            throw fields.required("rows").place().problem("These are not the rows of the preset \"%s\". Leave out the one or the other.".formatted(spec.type()));
        }
        presets.add(spec);
        return made;
    }

    /** Whether the preset gives that kernel to the last bit. */
    static boolean isOf(Kernel kernel, Spec preset) {
        try {
            return KernelPresets.make(preset).equals(kernel);
        } catch (SettingException noKernel) {
            return false;
        }
    }

    private static Kernel rows(FieldReader fields) throws FileException {
        List<JsonValue> rows = fields.requiredList("rows");
        JsonValue place = fields.required("rows");
        int width = rows.isEmpty() ? 0 : row(rows.getFirst()).items().size();
        if (rows.isEmpty() || width == 0 || rows.size() > Kernel.MOST || width > Kernel.MOST) {
            throw place.place().problem("A kernel is 1×1 to %1$d×%1$d, but this one is %2$d×%3$d.".formatted(Kernel.MOST, rows.size(), width));
        }
        float[] values = new float[rows.size() * width];
        for (int u = 0; u < rows.size(); u++) {
            List<JsonValue> row = row(rows.get(u)).items();
            if (row.size() != width) {
                throw rows.get(u).place().problem("Every row has as many numbers as the first, %d, but this one has %d.".formatted(width, row.size()));
            }
            for (int v = 0; v < width; v++) {
                values[u * width + v] = number(row.get(v));
            }
        }
        return Kernel.of(rows.size(), width, values);
    }

    private static JsonValue.Items row(JsonValue value) throws FileException {
        if (value instanceof JsonValue.Items items) {
            return items;
        }
        throw value.place().problem("Here must stand a row of numbers in square brackets, but it is %s.".formatted(JsonLayout.line(value.plain())));
    }

    private static float number(JsonValue value) throws FileException {
        try {
            return VALUE.check(value.plain()).floatValue();
        } catch (SettingException unfit) {
            throw value.place().problem(unfit.getMessage());
        }
    }
}
