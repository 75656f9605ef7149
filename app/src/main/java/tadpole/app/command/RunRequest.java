package tadpole.app.command;

import java.nio.file.Path;
import java.util.Optional;
import tadpole.engine.file.FileException;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Experiment;

/**
 * What is to be run, with what, and where the results go.
 *
 * @param path    the file of the experiment, or of the race
 * @param places  how that file says where something does not fit
 * @param data    where data sets are looked for instead of in the user's folder
 * @param out     where results are kept
 * @param threads at least 1
 */
record RunRequest(Path path, Places places, Experiment experiment, Optional<Path> data, Optional<Path> out, int threads) {

    /** Puts a place in the file before what does not fit. */
    interface Places {
        FileException of(Path file, SettingException misfit);
    }

    /** What error texts call the experiment. */
    String file() {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }

    /** What does not fit, with its place in the file. */
    CommandException refusal(SettingException misfit) {
        return CommandException.wrongRequest(places.of(path, misfit).getMessage(), misfit);
    }
}
