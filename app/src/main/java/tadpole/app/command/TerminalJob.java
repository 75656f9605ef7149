package tadpole.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tadpole.app.chart.ChartException;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.DatasetException;
import tadpole.engine.file.Causes;
import tadpole.engine.file.FileException;
import tadpole.engine.file.SafeFile;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

/** What all work on an experiment shares on a terminal: its data and processor, the bar, the folder of its results, the last line. */
final class TerminalJob {

    private static final long REDRAW_NANOS = 100_000_000;

    private final RunRequest request;
    private final Surroundings surroundings;
    private final PrintWriter out;
    private final PrintWriter err;
    private final long begun = System.nanoTime();
    private long drawn;

    TerminalJob(RunRequest request, Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this.request = request;
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
    }

    /** Gives the result as one line of JSON. */
    interface Work {
        String run(Dataset dataset, Device device, Interruption interruption) throws CommandException;
    }

    interface Opening<T> {
        T open(Path folder) throws FileException;
    }

    interface Closing {
        void close() throws FileException;
    }

    interface Drawing {
        void write(Path folder) throws ChartException, FileException, IOException;
    }

    /** Prints the line that the work ends with, unless it was stopped before it had its data. */
    void run(Work work) throws CommandException {
        try (Interruption interruption = Interruption.watch(surroundings.interruption()); Device device = Device.cpu(request.threads())) {
            Dataset dataset = dataset(interruption);
            if (interruption.proceed()) {
                out.println(work.run(dataset, device, interruption));
                if (out.checkError()) {
                    throw CommandException.failedRun("The result could not be written to standard output; is what it leads to full or closed?", null);
                }
            }
        } catch (UncheckedIOException full) {
            throw CommandException.failedRun(full.getMessage(), full);
        } catch (OutOfMemoryError large) {
            throw CommandException.failedRun("%s: the network and its data do not fit into the memory that Tadpole has, %d MB."
                    .formatted(request.file(), Runtime.getRuntime().maxMemory() >> 20), large);
        }
    }

    private Dataset dataset(Interruption interruption) throws CommandException {
        try {
            return DataSources.read(request.experiment().data(), request.data(), surroundings.environment(), interruption);
        } catch (DatasetException wrong) {
            throw CommandException.wrongRequest(wrong.getMessage(), wrong);
        } catch (SettingException unknown) {
            throw request.refusal(unknown);
        }
    }

    /** What there is, all of it or what came before the stop. */
    <R> R result(JobOutcome<R> outcome) throws CommandException {
        return switch (outcome) {
            case JobOutcome.Finished<R>(R result) -> result;
            case JobOutcome.Stopped<R>(R result) -> result;
            case JobOutcome.Failed<R>(String message, Throwable cause) ->
                    throw CommandException.failedRun("%s: %s".formatted(request.file(), message), cause);
        };
    }

    /** Makes the folder of the results, where one is wanted, without those of an earlier run. */
    <T> Optional<T> open(List<String> earlier, Opening<T> opening) throws CommandException {
        if (request.out().isEmpty()) {
            return Optional.empty();
        }
        Path folder = request.out().get();
        try {
            Files.createDirectories(folder);
            for (String name : earlier) {
                SafeFile.delete(folder.resolve(name));
            }
            return Optional.of(opening.open(folder));
        } catch (IOException failed) {
            throw CommandException.wrongRequest("The folder %s cannot be made: %s.".formatted(folder, Causes.inWords(failed)), failed);
        } catch (FileException failed) {
            throw CommandException.wrongRequest(failed.getMessage(), failed);
        }
    }

    void close(Closing table) throws CommandException {
        try {
            table.close();
        } catch (FileException failed) {
            throw CommandException.failedRun(failed.getMessage(), failed);
        }
    }

    /** Without charts the work is still worth its time. */
    void charts(Drawing drawing) {
        if (request.out().isEmpty()) {
            return;
        }
        try {
            drawing.write(request.out().get());
        } catch (ChartException | FileException undrawable) {
            err.println("tadpole: " + undrawable.getMessage());
        } catch (IOException unwritable) {
            err.println("tadpole: The charts cannot be written to %s: %s.".formatted(request.out().get(), Causes.inWords(unwritable)));
        }
        err.flush();
    }

    /** Draws the bar where there is a terminal, ten times a second at most. */
    void bar(long done, long total) {
        long now = System.nanoTime();
        if (surroundings.terminal().present() && now - drawn >= REDRAW_NANOS) {
            drawn = now;
            err.print("\r" + ProgressBar.line(done, total, (now - begun) / 1e9, surroundings.terminal().width() - 1));
            err.flush();
        }
    }

    /** Takes the bar away. */
    void clear() {
        if (drawn != 0) {
            err.print("\r" + " ".repeat(surroundings.terminal().width() - 1) + "\r");
            drawn = 0;
        }
    }
}
