package tadpole.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tadpole.app.chart.ChartException;
import tadpole.app.chart.ChartFiles;
import tadpole.app.chart.RunCurves;
import tadpole.app.chart.RunFrame;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.Causes;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.file.MetricsCsv;
import tadpole.engine.file.SafeFile;
import tadpole.engine.file.WeightsFile;
import tadpole.engine.layer.Network;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingEvent;

/** What a run leaves in its folder: the experiment at once, metrics while it runs, weights and charts at its end. */
final class RunOutput implements Consumer<TrainingEvent>, AutoCloseable {

    /** What there is to write to. */
    private record Folder(Path path, Experiment experiment, MetricsCsv metrics, RunCurves curves) {}

    private final Optional<Folder> folder;
    private final PrintWriter err;
    private boolean drawsCharts;

    private RunOutput(Optional<Folder> folder, PrintWriter err) {
        this.folder = folder;
        this.err = err;
        this.drawsCharts = folder.isPresent();
    }

    /** @param path nothing where no results are to be kept */
    static RunOutput open(Optional<Path> path, Experiment experiment, Dataset dataset, PrintWriter err) throws CommandException {
        RunOutput output = new RunOutput(
                path.isPresent() ? Optional.of(folder(path.get(), experiment, dataset)) : Optional.empty(), err);
        output.drawCharts();
        return output;
    }

    private static Folder folder(Path path, Experiment experiment, Dataset dataset) throws CommandException {
        try {
            Files.createDirectories(path);
            clear(path);
            ExperimentFile.write(path.resolve("experiment.json"), experiment);
            return new Folder(path, experiment, MetricsCsv.open(path.resolve("metrics.csv")),
                    new RunCurves(RunFrame.of(experiment, dataset)));
        } catch (IOException failed) {
            throw CommandException.wrongRequest(
                    "The folder %s cannot be made: %s.".formatted(path, Causes.inWords(failed)), failed);
        } catch (FileException failed) {
            throw CommandException.wrongRequest(failed.getMessage(), failed);
        }
    }

    /** What an earlier run left goes first, so that a folder never holds a mixture of two, however this one ends. */
    private static void clear(Path path) throws IOException {
        for (String name : List.of("experiment.json", "metrics.csv", "weights.safetensors", "loss-accuracy.png", "loss-accuracy.svg")) {
            SafeFile.delete(path.resolve(name));
        }
    }

    @Override
    public void accept(TrainingEvent event) {
        folder.ifPresent(into -> {
            into.metrics().add(event);
            into.curves().accept(event);
        });
    }

    /** @param network nothing where the run failed: weights that are no numbers help nobody */
    void finish(Optional<Network> network) throws CommandException {
        if (folder.isEmpty()) {
            return;
        }
        Folder into = folder.get();
        try {
            if (network.isPresent()) {
                WeightsFile.write(into.path().resolve("weights.safetensors"), into.experiment(), network.get());
            }
        } catch (FileException failed) {
            throw CommandException.failedRun(failed.getMessage(), failed);
        }
        drawCharts();
    }

    /**
     * Called at the start too: a machine without fonts is told of at once, and once the process is being stopped, Java would
     * no longer load what drawing needs. Without charts a run is still worth its time.
     */
    private void drawCharts() {
        if (!drawsCharts) {
            return;
        }
        try {
            ChartFiles.write(folder.get().curves(), folder.get().path());
        } catch (ChartException | FileException undrawable) {
            warn(undrawable.getMessage());
        } catch (IOException unwritable) {
            warn("The charts cannot be written to %s: %s.".formatted(folder.get().path(), Causes.inWords(unwritable)));
        }
    }

    private void warn(String sentence) {
        drawsCharts = false;
        err.println("tadpole: " + sentence);
        err.flush();
    }

    /** Puts the metrics, as far as they got, in their place. */
    @Override
    public void close() throws CommandException {
        if (folder.isPresent()) {
            try {
                folder.get().metrics().close();
            } catch (FileException failed) {
                throw CommandException.failedRun(failed.getMessage(), failed);
            }
        }
    }
}
