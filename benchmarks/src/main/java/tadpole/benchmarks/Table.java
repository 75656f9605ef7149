package tadpole.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tadpole.benchmarks.measure.MultiplyAddLimit;
import tadpole.benchmarks.measure.Result;
import tadpole.benchmarks.workload.Workload;
import tadpole.benchmarks.workload.Workloads;

/** Every workload on both sides, and one table. */
@Command(name = "table", description = "Measures every workload side by side with PyTorch.", mixinStandardHelpOptions = true)
final class Table implements Callable<Integer> {

    @Option(names = "--threads", defaultValue = "2", description = "Threads of each side (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--only", split = ",", description = "Only workloads whose name has one of these parts.")
    private List<String> only = List.of();

    @Option(names = "--rounds", defaultValue = "31", description = "Turns of each side (default: ${DEFAULT-VALUE}; fewer where they are long).")
    private int rounds;

    @Option(names = "--out", description = "The file for the table (default: target/table-THREADS.md).")
    private Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Workload> chosen = Workloads.ALL.stream().filter(this::isChosen).toList();
        if (chosen.isEmpty()) {
            System.err.println("No workload's name has " + only + ". There are:");
            Workloads.ALL.forEach(workload -> System.err.println("  " + workload.name()));
            return 2;
        }
        Path file = out == null ? Path.of("target", "table-" + threads + ".md") : out;
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        MultiplyAddLimit limit = new MultiplyAddLimit(threads);
        limit.measure();
        List<Result> results = new ArrayList<>();
        for (Workload workload : chosen) {
            Result result = OneDuel.measure(workload, threads, rounds);
            limit.measure();
            results.add(result);
            System.err.println(Markdown.progress(result, limit.best()));
            try (PrintStream written = new PrintStream(Files.newOutputStream(file))) {
                new Markdown(threads, limit.best()).write(results, written);
            }
        }
        System.out.println(Files.readString(file));
        return 0;
    }

    private boolean isChosen(Workload workload) {
        return only.isEmpty() || only.stream().anyMatch(workload.name()::contains);
    }
}
