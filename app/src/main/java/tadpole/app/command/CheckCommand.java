package tadpole.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tadpole.engine.file.CheckFile;
import tadpole.engine.file.FileException;
import tadpole.engine.inspect.CheckPlan;

/** {@code tadpole check}: holds analytic gradients against numeric ones, and says what is to blame. */
@Command(name = "check", description = "Checks the gradients of a network, analytic against numeric. The last line on standard output is one JSON object with the norms and the verdict.")
final class CheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE.json", description = "A gradient check, or an experiment whose network is checked on its first samples.")
    private Path file;

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec;

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        CheckPlan plan = plan();
        new TerminalCheck(plan, options.request(file, CheckFile::misfit, plan.experiment()), surroundings, spec.commandLine().getOut(), spec.commandLine().getErr())
                .run();
        return ExitCode.OK;
    }

    private CheckPlan plan() throws CommandException {
        try {
            return CheckFile.readAny(file);
        } catch (FileException wrong) {
            throw CommandException.wrongRequest(wrong.getMessage(), wrong);
        }
    }
}
