package tadpole.app.command;

import java.nio.file.Path;
import java.util.Optional;
import tadpole.engine.training.Experiment;

/**
 * What is to be run, with what, and where the results go.
 *
 * @param file    what error texts call the experiment
 * @param data    where data sets are looked for instead of in the user's folder
 * @param out     where results are kept
 * @param threads at least 1
 */
record RunRequest(String file, Experiment experiment, Optional<Path> data, Optional<Path> out, int threads) {}
