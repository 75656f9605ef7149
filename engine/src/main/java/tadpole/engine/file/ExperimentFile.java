package tadpole.engine.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Experiment;

/** Experiments as JSON text, the version of the format first. */
public final class ExperimentFile {

    /** The version written, and the only one read. */
    public static final int VERSION = 1;

    private static final int MOST_BYTES = 1 << 20;

    private ExperimentFile() {}

    public static Experiment read(Path path) throws FileException {
        return parse(path.getFileName() == null ? path.toString() : path.getFileName().toString(),
                TextFile.read(path, "an experiment", MOST_BYTES));
    }

    /** @param file what error texts call the text */
    public static Experiment parse(String file, String text) throws FileException {
        return ExperimentReader.read(JsonText.read(file, text));
    }

    /**
     * A misfit of an experiment's parts, told with its place in the file that the experiment was read from. Where the file says
     * nothing at that place, or no longer can be read, without line and column.
     */
    public static FileException misfit(Path path, SettingException misfit) {
        String file = path.getFileName() == null ? path.toString() : path.getFileName().toString();
        try {
            JsonValue text = JsonText.read(file, TextFile.read(path, "an experiment", MOST_BYTES));
            Optional<JsonValue> place = text.at(misfit.path());
            if (!misfit.path().isEmpty() && place.isPresent()) {
                return place.get().place().problem(misfit.getMessage());
            }
        } catch (FileException gone) {
            return new FileException("%s: %s".formatted(file, misfit.getMessage()), gone);
        }
        return new FileException("%s: %s".formatted(file, misfit.getMessage()), misfit);
    }

    /** Every setting by its place in the file, such as "optimizer.rate" or "layers[0].units", but for name and words about it; in the file's order. */
    public static Map<String, String> paths(Experiment experiment) {
        Map<String, String> paths = new LinkedHashMap<>();
        Map<String, Object> fields = new LinkedHashMap<>(ExperimentWriter.fields(experiment));
        List.of("tadpole", "name", "about").forEach(fields::remove);
        flatten("", fields, paths);
        return paths;
    }

    private static void flatten(String place, Object value, Map<String, String> paths) {
        switch (value) {
            case Map<?, ?> fields -> fields.forEach((key, each) -> flatten(place.isEmpty() ? key.toString() : place + "." + key, each, paths));
            case List<?> all when all.stream().anyMatch(each -> each instanceof Map) ->
                    IntStream.range(0, all.size()).forEach(i -> flatten("%s[%d]".formatted(place, i), all.get(i), paths));
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e9 -> paths.put(place, String.valueOf(number.longValue()));
            default -> paths.put(place, String.valueOf(value));
        }
    }

    /** Every setting, also those at their default, so that a person can read and change them. */
    public static String text(Experiment experiment) {
        return ExperimentWriter.text(experiment);
    }

    public static void write(Path path, Experiment experiment) throws FileException {
        SafeFile.write(path, out -> out.write(text(experiment).getBytes(StandardCharsets.UTF_8)));
    }
}
