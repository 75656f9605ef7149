package tadpole.engine.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.inspect.CheckPlan;
import tadpole.engine.inspect.MistakePlan;
import tadpole.engine.inspect.Mistakes;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/**
 * Gradient checks as JSON text. Field {@code check} holds the settings, {@code samples} places in the training samples from 0 (none for the first 8),
 * {@code experiment} an experiment or the name of its file beside the check's, {@code mistake} a mistake that is planted: its {@code type}
 * and {@code place}, each of which may be missing and is then drawn by the seed of the check.
 */
public final class CheckFile {

    private static final int MOST_BYTES = 1 << 20;
    private static final List<String> FIELDS = List.of("tadpole", "name", "about", "check", "mistake", "samples", "experiment");

    /** Where the places of misfits begin that are not the experiment's. */
    private static final List<String> OWN = List.of("samples", "check", "mistake", "experiment.");

    private CheckFile() {}

    /** A check file, or the standard check of an experiment file. */
    public static CheckPlan readAny(Path path) throws FileException {
        return FileHead.read(path).kind() == FileHead.Kind.EXPERIMENT ? CheckPlan.of(ExperimentFile.read(path)) : read(path);
    }

    public static CheckPlan read(Path path) throws FileException {
        JsonValue text = JsonText.read(FileHead.fileName(path), TextFile.read(path, "a gradient check", MOST_BYTES));
        FieldReader fields = FieldReader.of(text, "a gradient check");
        FileHead.only(text, fields, FileHead.Kind.CHECK);
        fields.onlyVersion(ExperimentFile.VERSION, "gradient check").onlyFields(FIELDS);
        Settings settings = SpecReader.settings(CheckPlan.RECIPE, FieldReader.of(fields.required("check"), "the settings of the check"));
        return new CheckPlan(
                fields.requiredText("name"),
                fields.optionalText("about"),
                InnerExperiment.read(fields.required("experiment"), path),
                samples(fields.optionalList("samples")),
                settings,
                mistake(fields.optional("mistake")));
    }

    /** What does not fit the data or the network, with its place in a check file or an experiment file. */
    public static FileException misfit(Path path, SettingException misfit) {
        boolean own = misfit.path().isEmpty() || OWN.stream().anyMatch(misfit.path()::startsWith);
        return InnerExperiment.misfit(path, "a gradient check", own || !isCheck(path) ? misfit : misfit.at("experiment." + misfit.path()));
    }

    private static boolean isCheck(Path path) {
        try {
            return FileHead.read(path).kind() == FileHead.Kind.CHECK;
        } catch (FileException gone) {
            return false;
        }
    }

    private static List<Integer> samples(List<JsonValue> values) throws FileException {
        if (values.size() > CheckPlan.MOST_SAMPLES) {
            throw values.getLast().place().problem("A gradient check takes at most %d samples, but here are %d.".formatted(CheckPlan.MOST_SAMPLES, values.size()));
        }
        List<Integer> samples = new ArrayList<>();
        for (JsonValue value : values) {
            if (!(value.plain() instanceof Long number) || number < 0 || number > Integer.MAX_VALUE) {
                throw value.place().problem("A sample is a whole number from 0, its place in the training samples, but here is %s."
                        .formatted(JsonLayout.line(value.plain())));
            }
            samples.add(number.intValue());
        }
        return samples;
    }

    private static Optional<MistakePlan> mistake(Optional<JsonValue> value) throws FileException {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        FieldReader fields = FieldReader.of(value.get(), "a mistake").onlyFields(List.of("type", "place"));
        String type = fields.optionalText("type");
        try {
            if (!type.isEmpty()) {
                Mistakes.find(type);
            }
        } catch (SettingException unknown) {
            throw fields.required("type").place().problem(unknown.getMessage());
        }
        return Optional.of(new MistakePlan(type, fields.optionalText("place")));
    }

    /** Every setting, and the experiment in full. */
    public static String text(CheckPlan plan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tadpole", ExperimentFile.VERSION);
        fields.put("name", plan.name());
        fields.put("about", plan.about());
        fields.put("check", plan.settings().asMap());
        plan.mistake().ifPresent(mistake -> fields.put("mistake", fields(mistake)));
        fields.put("samples", plan.samples());
        fields.put("experiment", ExperimentWriter.fields(plan.experiment()));
        return JsonLayout.lines(fields);
    }

    private static Map<String, Object> fields(MistakePlan mistake) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (!mistake.type().isEmpty()) {
            fields.put("type", mistake.type());
        }
        if (!mistake.place().isEmpty()) {
            fields.put("place", mistake.place());
        }
        return fields;
    }

    public static void write(Path path, CheckPlan plan) throws FileException {
        SafeFile.write(path, out -> out.write(text(plan).getBytes(StandardCharsets.UTF_8)));
    }
}
