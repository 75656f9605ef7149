package tadpole.app.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.file.TextExperimentFile;
import tadpole.engine.training.Experiment;

/** What every command that runs an experiment asks for beside its file. */
final class RunOptions {

    private static final int MOST_THREADS = 256;

    @Option(names = "--data", paramLabel = "DIR",
            description = "Folder with data sets as their publishers ship them. Without it the user's data folder serves; the bundled samples always do.")
    private Path data;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for metrics.csv, experiment.json, the charts and what else the command makes.")
    private Path out;

    @Option(names = "--threads", paramLabel = "N",
            description = "How many processor cores to use, all by default. The results do not depend on it.")
    private Integer threads;

    RunRequest request(Path file) throws CommandException {
        return request(file, ExperimentFile::misfit, experiment(file));
    }

    /** Of a file that says more than its experiment. */
    RunRequest request(Path file, RunRequest.Places places, Experiment experiment) throws CommandException {
        return new RunRequest(file, places, experiment, folder("--data", data), folder("--out", out), threads());
    }

    /** Of a text model's training. */
    TextRequest textRequest(Path file) throws CommandException {
        try {
            return new TextRequest(file, TextExperimentFile.read(file), folder("--data", data), folder("--out", out), threads());
        } catch (FileException wrong) {
            throw CommandException.wrongRequest(wrong.getMessage(), wrong);
        }
    }

    private static Optional<Path> folder(String option, Path given) throws CommandException {
        if (given != null && given.toString().isEmpty()) {
            throw CommandException.wrongRequest(option + " needs the name of a folder, but is empty; \".\" is the present one.", null);
        }
        return Optional.ofNullable(given);
    }

    private int threads() throws CommandException {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw CommandException.wrongRequest(
                    "--threads must be between 1 and %d, but is %d.".formatted(MOST_THREADS, threads), null);
        }
        return threads;
    }

    private static Experiment experiment(Path file) throws CommandException {
        try {
            return ExperimentFile.read(file);
        } catch (FileException wrong) {
            throw CommandException.wrongRequest(wrong.getMessage(), wrong);
        }
    }
}
