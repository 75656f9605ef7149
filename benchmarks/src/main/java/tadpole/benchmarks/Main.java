package tadpole.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import tadpole.benchmarks.studio.BoxGain;
import tadpole.benchmarks.studio.StudioTable;

/** Measures of speed: the table against PyTorch, the kernels alone, the first seconds of a training, memory. */
@Command(
        name = "benchmarks",
        description = "How fast the engine is.",
        mixinStandardHelpOptions = true,
        subcommands = {Table.class, OneDuel.class, Kernels.class, FirstSeconds.class, StopTime.class, KernelEdits.class, Memory.class, StudioTable.class, BoxGain.class, RecordingCost.class})
final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
