package tadpole.engine.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import tadpole.engine.recipe.Spec;

/**
 * What a file of ours says of itself before it is read in full. The only place that tells the kinds of files apart: a race
 * has contestants, an experiment has layers, and so on.
 *
 * @param path  the file
 * @param about one or two sentences; may be empty
 * @param set   key of the data set it needs, such as "mnist"; empty where it says none or needs none
 * @param make  what that data set is made from; empty where it is read
 */
public record FileHead(Path path, Kind kind, String name, String about, String set, Optional<Spec> make) {

    /** In the order in which files are asked. */
    public enum Kind {
        RACE("a race", "contestants", "Run it with \"tadpole race\", or open it in the Optimizers pane."),
        EXPERIMENT("an experiment", "layers", "Run it with \"tadpole run\", or open it in the Train pane."),
        CHECK("a gradient check", "check", "Run it with \"tadpole check\", or open it in the Gradients pane."),
        SOFTMAX("a softmax file", "softmax", "Compute it with \"tadpole softmax\", or open it in the Gradients pane."),
        WALK("a walk", "walk", "Run it with \"tadpole walk\", or open it in the Playground's room Descent."),
        NEURON("a neuron", "neuron", "Open it in the Playground's room Neuron."),
        KERNEL("a kernel file", "kernel", "Slide it over a picture with \"tadpole convolve\", or open it in the Kernels pane."),
        STUDIO("a studio", "studio", "Open it in the Studio pane."),
        LANGUAGE("a text model's training", "language", "Run it with \"tadpole run\", or open it in the Text pane.");

        private final String words;
        private final String field;
        private final String use;

        Kind(String words, String field, String use) {
            this.words = words;
            this.field = field;
            this.use = use;
        }

        /** As sentences name it: "an experiment". */
        public String words() {
            return words;
        }
    }

    private static final int MOST_BYTES = 1 << 20;

    /** @throws FileException where it is no JSON text, or none of the kinds */
    public static FileHead read(Path path) throws FileException {
        FieldReader fields = fields(path, "an experiment, a race or another file of Tadpole");
        Kind kind = kind(fields).orElseThrow(() -> new FileException("%s is no file of Tadpole's: it has none of the fields %s.".formatted(
                fileName(path), Arrays.stream(Kind.values()).map(each -> '"' + each.field + '"').collect(Collectors.joining(", ")))));
        Optional<JsonValue> data = data(kind, fields, path);
        return new FileHead(path, kind, fields.optionalText("name"), fields.optionalText("about"), set(data), make(data));
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
        return FieldReader.of(StudioReader.isZip(path) ? StudioReader.json(path) : JsonText.read(fileName(path), TextFile.read(path, what, MOST_BYTES)), what);
    }

    static Optional<Kind> kind(FieldReader fields) {
        return Arrays.stream(Kind.values()).filter(kind -> fields.optional(kind.field).isPresent()).findFirst();
    }

    /** @throws FileException where it is a file of another kind; one of no known kind passes, and is told what it lacks */
    static void only(JsonValue text, FieldReader fields, Kind wanted) throws FileException {
        Optional<Kind> kind = kind(fields);
        if (kind.isPresent() && kind.get() != wanted) {
            throw text.place().problem("This file is %s, not %s. %s".formatted(kind.get().words, wanted.words, kind.get().use));
        }
    }

    /** What it says of its data, where it needs any. */
    private static Optional<JsonValue> data(Kind kind, FieldReader fields, Path path) throws FileException {
        return switch (kind) {
            case EXPERIMENT -> Optional.of(fields.required("data"));
            case RACE, CHECK -> dataOfExperiment(fields.required("experiment"), path);
            case SOFTMAX -> FieldReader.of(fields.required("softmax"), "the logits and what belongs to them").optional("picture");
            case WALK, NEURON, KERNEL, STUDIO, LANGUAGE -> Optional.empty();
        };
    }

    private static Optional<JsonValue> dataOfExperiment(JsonValue experiment, Path path) throws FileException {
        if (experiment.plain() instanceof String name) {
            return data(Kind.EXPERIMENT, fields(beside(path, experiment, name), "an experiment"), path);
        }
        return data(Kind.EXPERIMENT, FieldReader.of(experiment, "an experiment"), path);
    }

    private static String set(Optional<JsonValue> data) throws FileException {
        return data.isPresent() ? FieldReader.of(data.get(), "the data").optionalText("set") : "";
    }

    private static Optional<Spec> make(Optional<JsonValue> data) throws FileException {
        return data.isPresent() ? ExperimentReader.make(FieldReader.of(data.get(), "the data").optional("make")) : Optional.empty();
    }
}
