package tadpole.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tadpole.engine.file.TextExperimentFile;

/** {@code tadpole run}: reads an experiment or a text model's training and its data, trains, and tells the result. */
@Command(name = "run", description = "Runs an experiment without a window. The last line on standard output is one JSON object with the results.")
final class RunCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "EXPERIMENT.json", description = "What to run.")
    private Path file;

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec;

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        if (TextExperimentFile.isOne(file)) {
            new TerminalText(options.textRequest(file), surroundings, spec.commandLine().getOut(), spec.commandLine().getErr()).run();
            return ExitCode.OK;
        }
        RunRequest request = options.request(file);
        new TerminalRun(request, surroundings, spec.commandLine().getOut(), spec.commandLine().getErr()).run();
        return ExitCode.OK;
    }
}
