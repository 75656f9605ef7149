package tadpole.engine.file;

import java.nio.file.Path;
import java.util.Optional;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Experiment;

/** The experiment within another file, in its field {@code experiment}: itself, or the name of its file beside that one. */
final class InnerExperiment {

    private static final String FIELD = "experiment";
    private static final int MOST_BYTES = 1 << 20;

    private InnerExperiment() {}

    static Experiment read(JsonValue value, Path outer) throws FileException {
        if (value.plain() instanceof String name) {
            Path file = FileHead.beside(outer, value, name);
            try {
                return ExperimentFile.read(file);
            } catch (FileException wrong) {
                throw value.place().problem(wrong.getMessage());
            }
        }
        return ExperimentReader.read(value);
    }

    /**
     * As {@link ExperimentFile#misfit}, also where the experiment stands in a file of its own.
     *
     * @param misfit with its place in the outer file
     * @param what   the outer file is, such as "a race"
     */
    static FileException misfit(Path outer, String what, SettingException misfit) {
        if (misfit.path().startsWith(FIELD + ".")) {
            try {
                Optional<JsonValue> experiment = JsonText.read(FileHead.fileName(outer), TextFile.read(outer, what, MOST_BYTES)).at(FIELD);
                if (experiment.isPresent() && experiment.get().plain() instanceof String name) {
                    Path file = FileHead.beside(outer, experiment.get(), name);
                    SettingException there = misfit.at(misfit.path().substring(FIELD.length() + 1));
                    return experiment.get().place().problem(ExperimentFile.misfit(file, there).getMessage());
                }
            } catch (FileException gone) {
                return new FileException("%s: %s".formatted(FileHead.fileName(outer), misfit.getMessage()), gone);
            }
        }
        return ExperimentFile.misfit(outer, misfit);
    }
}
