package tadpole.engine.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import tadpole.engine.recipe.Spec;

/**
 * What a file of ours says of itself before it is read in full. The only place that tells experiments and races apart: a race
 * has contestants, an experiment has layers.
 *
 * @param path  the file
 * @param about one or two sentences; may be empty
 * @param set   key of the data set it needs, such as "mnist"; empty where it says none
 * @param make  what that data set is made from; empty where it is read
 */
public record FileHead(Path path, Kind kind, String name, String about, String set, Optional<Spec> make) {

    public enum Kind {
        EXPERIMENT("an experiment"),
        RACE("a race");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As sentences name it: "an experiment". */
        public String words() {
            return words;
        }
    }

    private static final int MOST_BYTES = 1 << 20;

    /** @throws FileException where it is no JSON text, or neither an experiment nor a race */
    public static FileHead read(Path path) throws FileException {
        FieldReader fields = fields(path, "an experiment or a race");
        Kind kind = kind(fields).orElseThrow(() -> new FileException(
                "%s is neither an experiment nor a race: it has no \"layers\" and no \"contestants\".".formatted(fileName(path))));
        return new FileHead(path, kind, fields.optionalText("name"), fields.optionalText("about"), text(data(kind, fields, path), "set"), make(data(kind, fields, path)));
    }

    /** What error texts call it. */
    static String fileName(Path path) {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }

    /** The file that a text in another one names; beside that one where the name says no folder. */
    static Path beside(Path path, JsonValue value, String name) throws FileException {
        try {
            return path.resolveSibling(name);
        } catch (InvalidPathException impossible) {
            throw value.place().problem("%s is no file name.".formatted(JsonLayout.line(name)));
        }
    }

    private static FieldReader fields(Path path, String what) throws FileException {
        return FieldReader.of(JsonText.read(fileName(path), TextFile.read(path, what, MOST_BYTES)), what);
    }

    static Optional<Kind> kind(FieldReader fields) {
        if (fields.optional("contestants").isPresent()) {
            return Optional.of(Kind.RACE);
        }
        return fields.optional("layers").map(_ -> Kind.EXPERIMENT);
    }

    /** What it says of its data. */
    private static JsonValue data(Kind kind, FieldReader fields, Path path) throws FileException {
        if (kind == Kind.EXPERIMENT) {
            return fields.required("data");
        }
        JsonValue experiment = fields.required("experiment");
        if (experiment.plain() instanceof String name) {
            return data(Kind.EXPERIMENT, fields(beside(path, experiment, name), "an experiment"), path);
        }
        return data(Kind.EXPERIMENT, FieldReader.of(experiment, "an experiment"), path);
    }

    private static String text(JsonValue data, String key) throws FileException {
        return FieldReader.of(data, "the data").optionalText(key);
    }

    private static Optional<Spec> make(JsonValue data) throws FileException {
        return ExperimentReader.make(FieldReader.of(data, "the data").optional("make"));
    }
}
