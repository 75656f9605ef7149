package tadpole.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.samples.SampleData;

/** Trains the bundled digits: what the program does where its window cannot open. */
@Command(name = "digits", hidden = true, description = "Trains the bundled digits.")
final class DigitsCommand implements Callable<Integer> {

    private static final String FILE = "digits-784-100-10.json";

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    DigitsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, FileException {
        Path file = SampleData.experiments().resolve(FILE);
        RunRequest request = new RunRequest(file, ExperimentFile::misfit, ExperimentFile.read(file),
                Optional.empty(), Optional.empty(), Runtime.getRuntime().availableProcessors());
        new TerminalRun(request, surroundings, spec.commandLine().getOut(), spec.commandLine().getErr()).run();
        return ExitCode.OK;
    }
}
