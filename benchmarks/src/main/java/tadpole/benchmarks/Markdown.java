package tadpole.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tadpole.benchmarks.measure.Clock;
import tadpole.benchmarks.measure.Machine;
import tadpole.benchmarks.measure.Result;
import tadpole.benchmarks.torch.Torch;

/**
 * The table as people read it.
 *
 * @param limit multiply-adds a nanosecond that the machine reached
 */
record Markdown(int threads, double limit) {

    void write(List<Result> results, PrintStream out) {
        out.printf(Locale.ROOT, "%s; PyTorch %s through DJL.%n", Machine.describe(), Torch.version());
        out.printf(Locale.ROOT, "%d thread%s a side, %s. Multiply-add limit: %.1f GFLOP/s. Load at the end: %s.%s%n%n",
                threads, threads == 1 ? "" : "s", Clock.forThreads(threads).label(), 2 * limit, Machine.load(), forced());
        out.println("| workload | median ratio | best ratio | Tadpole | PyTorch | of the limit | PyTorch's | error | rounds | not like for like |");
        out.println("|---|---|---|---|---|---|---|---|---|---|");
        results.forEach(result -> out.println(row(result)));
    }

    /** What was forced from outside. */
    private static String forced() {
        String bits = System.getProperty("tadpole.vectorBits");
        String preloaded = System.getenv().getOrDefault("LD_PRELOAD", "");
        return (bits == null ? "" : " Tadpole held to vectors of " + bits + " bits.")
                + (System.getenv("MALLOC_MMAP_THRESHOLD_") == null ? "" : " The C library keeps what PyTorch frees.")
                + (preloaded.isEmpty() ? "" : " PyTorch with " + Path.of(preloaded).getFileName() + " loaded before.");
    }

    private String row(Result result) {
        return String.format(Locale.ROOT, "| %s | %.2f | %.2f | %s | %s | %.0f %% | %.0f %% | %.0e | %d | %s |",
                result.workload().name(),
                result.medianRatio(),
                result.bestRatio(),
                time(result.tadpoleNanos()),
                time(result.torchNanos()),
                100 * result.tadpoleShare(limit),
                100 * result.torchShare(limit),
                result.error(),
                result.rounds().size(),
                result.workload().notAlike());
    }

    static String progress(Result result, double limit) {
        return String.format(Locale.ROOT, "%-52s median %.2f  best %.2f  %s / %s  %.0f %% of the limit  error %.0e",
                result.workload().name(), result.medianRatio(), result.bestRatio(), time(result.tadpoleNanos()),
                time(result.torchNanos()), 100 * result.tadpoleShare(limit), result.error());
    }

    private static String time(double nanos) {
        return nanos < 1e6
                ? String.format(Locale.ROOT, "%.1f µs", nanos / 1e3)
                : String.format(Locale.ROOT, nanos < 1e8 ? "%.2f ms" : "%.0f ms", nanos / 1e6);
    }
}
