package tadpole.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tadpole.engine.file.FileException;
import tadpole.engine.file.RaceFile;
import tadpole.engine.training.RacePlan;

/** {@code tadpole race}: races optimizers, and tells the ranking. */
@Command(name = "race", description = "Races optimizers from the same start on the same batches. The last line on standard output is one JSON object with the ranking.")
final class RaceCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RACE.json", description = "Who races, on what and how long.")
    private Path file;

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec;

    RaceCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        RacePlan plan = plan();
        new TerminalRace(plan, options.request(file, RaceFile::misfit, plan.experiment()), surroundings, spec.commandLine().getOut(), spec.commandLine().getErr())
                .run();
        return ExitCode.OK;
    }

    private RacePlan plan() throws CommandException {
        try {
            return RaceFile.read(file);
        } catch (FileException wrong) {
            throw CommandException.wrongRequest(wrong.getMessage(), wrong);
        }
    }
}
