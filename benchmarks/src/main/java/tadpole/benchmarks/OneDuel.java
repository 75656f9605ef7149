package tadpole.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tadpole.benchmarks.measure.Clock;
import tadpole.benchmarks.measure.Duel;
import tadpole.benchmarks.measure.Pace;
import tadpole.benchmarks.measure.RelativeError;
import tadpole.benchmarks.measure.Result;
import tadpole.benchmarks.measure.Round;
import tadpole.benchmarks.torch.Torch;
import tadpole.benchmarks.workload.Side;
import tadpole.benchmarks.workload.Workload;
import tadpole.benchmarks.workload.Workloads;
import tadpole.engine.tensor.Device;

/**
 * One workload, both sides, in a process that has done nothing before: what memory an earlier workload left to PyTorch's
 * allocator, or what it taught the Java compiler, would be part of the figures otherwise.
 */
@Command(name = "duel", hidden = true, description = "Measures one workload and prints its rounds for the table.")
final class OneDuel implements Callable<Integer> {

    private static final String ERROR = "error ";
    private static final String ROUND = "round ";

    @Parameters(description = "The workload's place in the list of all, from 0.")
    private int place;

    @Option(names = "--threads", required = true)
    private int threads;

    @Option(names = "--rounds", required = true)
    private int rounds;

    /** Runs this command in a process of its own. */
    static Result measure(Workload workload, int threads, int rounds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "duel", "" + Workloads.ALL.indexOf(workload),
                "--threads", "" + threads, "--rounds", "" + rounds));
        Path errors = Files.createTempFile("tadpole-duel", ".txt");
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        List<String> lines;
        try (var reader = process.inputReader()) {
            lines = reader.lines().toList();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        if (process.waitFor() != 0) {
            throw new IOException("Measuring \"" + workload.name() + "\" ended with code " + process.exitValue() + ". What it said is in "
                    + errors + ".");
        }
        Files.delete(errors);
        return new Result(workload, error(lines), lines.stream().filter(line -> line.startsWith(ROUND)).map(OneDuel::round).toList());
    }

    private static double error(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(ERROR))
                .mapToDouble(line -> Double.parseDouble(line.substring(ERROR.length()))).findFirst().orElseThrow();
    }

    private static Round round(String line) {
        String[] times = line.substring(ROUND.length()).split(" ");
        return new Round(Double.parseDouble(times[0]), Double.parseDouble(times[1]));
    }

    @Override
    public Integer call() throws InterruptedException {
        Workload workload = Workloads.ALL.get(place);
        try (Device device = Device.cpu(threads);
                Torch torch = Torch.onThreads(threads);
                Side ours = workload.tadpole(device);
                Side theirs = workload.torch(torch)) {
            System.out.println(ERROR + RelativeError.of(ours.results(), theirs.results()));
            for (Round round : new Duel(Clock.forThreads(threads), Pace.ofRounds(rounds)).run(ours, theirs)) {
                System.out.println(ROUND + round.tadpole() + " " + round.torch());
            }
        }
        return 0;
    }
}
