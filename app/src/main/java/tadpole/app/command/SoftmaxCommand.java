package tadpole.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tadpole.engine.file.FileException;
import tadpole.engine.file.SoftmaxFile;
import tadpole.engine.inspect.SoftmaxPlan;
import tadpole.engine.recipe.SettingException;

/** {@code tadpole softmax}: the numbers of the softmax room. */
@Command(name = "softmax", description = "Computes what the softmax room shows: probabilities, loss, log-softmax three ways, Jacobian, "
        + "a picture through random weights. The last line on standard output is one JSON object with the numbers.")
final class SoftmaxCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SOFTMAX.json", description = "Logits, the right class and a picture.")
    private Path file;

    @Option(names = "--time", description = "Also times loops against vectors.")
    private boolean time;

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec;

    SoftmaxCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        try {
            SoftmaxPlan plan = SoftmaxFile.read(file);
            RunRequest request = options.request(file, SoftmaxFile::misfit, plan.picture().experiment(SoftmaxPlan.MOST_CLASSES));
            new TerminalSoftmax(plan, time, request, surroundings, spec.commandLine().getOut(), spec.commandLine().getErr()).run();
            return ExitCode.OK;
        } catch (FileException | SettingException wrong) {
            throw CommandException.wrongRequest(wrong.getMessage(), wrong);
        }
    }
}
