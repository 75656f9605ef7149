package tadpole.engine.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.FoundPreset;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.KernelPresets;
import tadpole.engine.convolution.NamedPlan;
import tadpole.engine.convolution.Padding;

/** Convolutions as JSON text: field {@code kernel} holds filters with their kernels row by row, and how they slide. */
public final class KernelFile {

    private static final int MOST_BYTES = 1 << 22;
    private static final int LONGEST_NAME = 200;
    /** Unicode's embeddings, overrides and isolates of direction (UAX #9, 2). */
    private static final String TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private KernelFile() {}

    public static NamedPlan read(Path path) throws FileException {
        JsonValue text = JsonText.read(FileHead.fileName(path), TextFile.read(path, "a kernel file", MOST_BYTES));
        FieldReader fields = FieldReader.of(text, "a kernel file");
        FileHead.only(text, fields, FileHead.Kind.KERNEL);
        fields.onlyVersion(ExperimentFile.VERSION, "kernel").onlyFields(List.of("tadpole", "name", "about", "kernel"));
        KernelReader reader = new KernelReader();
        ConvolutionPlan plan = reader.plan(fields.required("kernel"));
        return new NamedPlan(name(fields.required("name"), fields.requiredText("name")), fields.optionalText("about"), plan, reader.presets());
    }

    /** A name stands in one line, and in the direction that the line has. */
    private static String name(JsonValue value, String name) throws FileException {
        if (name.length() > LONGEST_NAME) {
            throw value.place().problem("A name has at most %d letters, but this one has %d.".formatted(LONGEST_NAME, name.length()));
        }
        if (name.codePoints().anyMatch(letter -> Character.isISOControl(letter) || TURNING.indexOf(letter) >= 0)) {
            throw value.place().problem("The name has a line break or another control character. Take it out.");
        }
        return name;
    }

    /** Every field, also those at their default; a preset beside the rows of those kernels that are one. */
    public static String text(NamedPlan named) {
        ConvolutionPlan plan = named.plan();
        Map<String, Object> kernel = new LinkedHashMap<>();
        kernel.put("mixing", KernelReader.key(plan.mixing()));
        kernel.put("filters", plan.filters().stream().map(filter -> filter(filter, named)).toList());
        kernel.put("gain", decimal(plan.gain()));
        kernel.put("normalize", plan.normalize());
        kernel.put("flip", plan.flip());
        kernel.put("relu", plan.relu());
        kernel.put("stride", plan.stride());
        kernel.put("padding", padding(plan.padding()));
        kernel.put("border", plan.padding().border().key());
        kernel.put("dilation", plan.dilation());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tadpole", ExperimentFile.VERSION);
        fields.put("name", named.name());
        fields.put("about", named.about());
        fields.put("kernel", kernel);
        return JsonLayout.lines(fields);
    }

    private static Object padding(Padding padding) {
        return padding.same() ? KernelReader.SAME : (Object) padding.pixels();
    }

    private static Map<String, Object> filter(Filter filter, NamedPlan named) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("bias", decimal(filter.bias()));
        fields.put("kernels", filter.kernels().stream().map(kernel -> kernel(kernel, named)).toList());
        return fields;
    }

    private static Map<String, Object> kernel(Kernel kernel, NamedPlan named) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Optional<FoundPreset> preset = KernelPresets.find(kernel, named.presets()).filter(found -> KernelReader.isOf(kernel, found.spec()));
        preset.ifPresent(found -> fields.put("preset", ExperimentWriter.spec(found.spec())));
        fields.put("rows", IntStream.range(0, kernel.height())
                .mapToObj(u -> IntStream.range(0, kernel.width()).mapToObj(v -> decimal(kernel.at(u, v))).toList()).toList());
        return fields;
    }

    /** The decimal number with the fewest digits that gives the float back. */
    public static Double decimal(float value) {
        return Double.valueOf(Float.toString(value));
    }

    public static void write(Path path, NamedPlan plan) throws FileException {
        SafeFile.write(path, out -> out.write(text(plan).getBytes(StandardCharsets.UTF_8)));
    }
}
