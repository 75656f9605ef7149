package tadpole.engine.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a file of ours says of itself before it is read in full. The only place that tells our files apart: a race
 * has contestants, an experiment has layers, a softmax file has softmax.
 *
 * @param path  the file
 * @param about one or two sentences; may be empty
 * @param set   key of the data set it needs, such as "mnist"; empty where it says none
 */
public record FileHead(Path path, Kind kind, String name, String about, String set) {

    public enum Kind {
        EXPERIMENT("an experiment"),
        RACE("a race"),
        SOFTMAX("a softmax file");

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

    /** @throws FileException where it is no JSON text, or no file of ours */
    public static FileHead read(Path path) throws FileException {
        FieldReader fields = fields(path, "an experiment or a race");
        Kind kind = kind(fields).orElseThrow(() -> new FileException(
                "%s is neither an experiment nor a race: it has no \"layers\" and no \"contestants\".".formatted(fileName(path))));
        return new FileHead(path, kind, fields.optionalText("name"), fields.optionalText("about"), set(kind, fields, path));
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
        if (fields.optional("softmax").isPresent()) {
            return Optional.of(Kind.SOFTMAX);
        }
        return fields.optional("layers").map(_ -> Kind.EXPERIMENT);
    }

    private static String set(Kind kind, FieldReader fields, Path path) throws FileException {
        if (kind == Kind.SOFTMAX) {
            Optional<JsonValue> picture = FieldReader.of(fields.required("softmax"), "the logits and what belongs to them").optional("picture");
            return picture.isPresent() ? FieldReader.of(picture.get(), "the picture").optionalText("set") : "";
        }
        if (kind == Kind.EXPERIMENT) {
            return FieldReader.of(fields.required("data"), "the data").optionalText("set");
        }
        JsonValue experiment = fields.required("experiment");
        if (experiment.plain() instanceof String name) {
            return set(Kind.EXPERIMENT, fields(beside(path, experiment, name), "an experiment"), path);
        }
        return set(Kind.EXPERIMENT, FieldReader.of(experiment, "an experiment"), path);
    }
}
