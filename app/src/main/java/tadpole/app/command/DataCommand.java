package tadpole.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tadpole.engine.dataset.DatasetException;
import tadpole.engine.dataset.FoundDataset;
import tadpole.engine.job.JobControl;

/** {@code tadpole data}: lists the data sets found, with what they hold. */
@Command(name = "data", description = "Lists the data sets of a folder: images in each class, mean and deviation of each channel.")
final class DataCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIR", arity = "0..1",
            description = "Folder with data sets as their publishers ship them. Without it: the user's data folder and the bundled samples.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    DataCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        List<Path> folders = folder == null
                ? DataSources.folders(Optional.empty(), surroundings.environment())
                : List.of(DataSources.existing(folder));
        PrintWriter out = spec.commandLine().getOut();
        List<FoundDataset> found = new ArrayList<>();
        for (Path each : folders) {
            found.addAll(DataSources.datasets(each));
        }
        if (found.isEmpty()) {
            throw CommandException.wrongRequest("There is no data set in %s. A data set is a folder such as mnist/ or cifar10/ with the files as published."
                    .formatted(String.join(", ", folders.stream().map(Path::toString).toList())), null);
        }
        int exitCode = ExitCode.OK;
        for (FoundDataset each : found) {
            try {
                DatasetReport.of(each, each.read(JobControl.UNWATCHED)).lines().forEach(out::println);
                out.flush();
            } catch (DatasetException broken) {
                spec.commandLine().getErr().println("tadpole: " + broken.getMessage());
                exitCode = ExitCode.USAGE;
            }
        }
        return exitCode;
    }
}
