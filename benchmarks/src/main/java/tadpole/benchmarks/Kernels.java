package tadpole.benchmarks;

import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The kernels alone, by JMH: whether a change helps, in a minute. */
@Command(name = "kernels", description = "Measures the kernels alone, by JMH.", mixinStandardHelpOptions = true)
final class Kernels implements Callable<Integer> {

    @Parameters(defaultValue = "", description = "Only benchmarks whose name has this regular expression.")
    private String pattern;

    @Option(names = "--threads", defaultValue = "1", description = "Threads of the engine (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--forks", defaultValue = "1", description = "Processes one after the other (default: ${DEFAULT-VALUE}).")
    private int forks;

    @Option(names = "--allocation", description = "Also counts what each call allocates.")
    private boolean allocation;

    @Override
    public Integer call() throws RunnerException {
        var options = new OptionsBuilder()
                .include("tadpole\\.benchmarks\\.kernel\\..*" + pattern)
                .param("threads", Integer.toString(threads))
                .forks(forks)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(400))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(300));
        if (allocation) {
            options.addProfiler(GCProfiler.class);
        }
        new Runner(options.build()).run();
        return 0;
    }
}
