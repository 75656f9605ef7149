package tadpole.app.command;

import java.nio.file.Path;
import java.util.Optional;
import tadpole.engine.language.TextExperiment;

/**
 * A text model that is to be trained.
 *
 * @param path    the experiment's file
 * @param data    where texts are looked for instead of in the user's folder
 * @param out     where results are kept
 * @param threads at least 1
 */
record TextRequest(Path path, TextExperiment experiment, Optional<Path> data, Optional<Path> out, int threads) {}
