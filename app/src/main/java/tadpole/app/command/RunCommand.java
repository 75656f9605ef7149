package tadpole.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.training.Experiment;

/** {@code tadpole run}: reads an experiment and its data, trains, and tells the result. */
@Command(name = "run", description = "Runs an experiment without a window. The last line on standard output is one JSON object with the results.")
final class RunCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 256;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "EXPERIMENT.json", description = "What to run.")
    private Path file;

    @Option(names = "--data", paramLabel = "DIR",
            description = "Folder with data sets as their publishers ship them. Without it the user's data folder serves; the bundled samples always do.")
    private Path data;

    @Option(names = "--out", paramLabel = "DIR",
            description = "Folder for metrics.csv, weights.safetensors, experiment.json and the charts.")
    private Path out;

    @Option(names = "--threads", paramLabel = "N",
            description = "How many processor cores to use, all by default. The results do not depend on it.")
    private Integer threads;

    @Spec
    private CommandSpec spec;

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        RunRequest request = new RunRequest(
                name(), experiment(), folder("--data", data), folder("--out", out), threads());
        new TerminalRun(request, surroundings, spec.commandLine().getOut(), spec.commandLine().getErr()).run();
        return ExitCode.OK;
    }

    private static Optional<Path> folder(String option, Path given) throws CommandException {
        if (given != null && given.toString().isEmpty()) {
            throw CommandException.wrongRequest(option + " needs the name of a folder, but is empty; \".\" is the present one.", null);
        }
        return Optional.ofNullable(given);
    }

    private String name() {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
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

    private Experiment experiment() throws CommandException {
        try {
            return ExperimentFile.read(file);
        } catch (FileException wrong) {
            throw CommandException.wrongRequest(wrong.getMessage(), wrong);
        }
    }
}
