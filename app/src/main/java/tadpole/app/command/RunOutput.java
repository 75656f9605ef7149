package tadpole.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import tadpole.engine.file.WeightsFile;
import tadpole.engine.layer.Network;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingEvent;

/** What a run leaves in its folder: the experiment at once, metrics while it runs, weights and charts at its end. */
final class RunOutput implements Consumer<TrainingEvent>, AutoCloseable {

    /** What there is to write to; nothing where no folder was asked for. */
    private record Folder(Path path, Experiment experiment, MetricsCsv metrics, RunCurves curves) {}

    private final Optional<Folder> folder;

    private RunOutput(Optional<Folder> folder) {
        this.folder = folder;
    }

    static RunOutput open(Optional<Path> path, Experiment experiment, Dataset dataset) throws CommandException {
        return new RunOutput(path.isPresent() ? Optional.of(folder(path.get(), experiment, dataset)) : Optional.empty());
    }

    private static Folder folder(Path path, Experiment experiment, Dataset dataset) throws CommandException {
        try {
            Files.createDirectories(path);
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
            ChartFiles.write(into.curves(), into.path());
        } catch (FileException | ChartException failed) {
            throw CommandException.failedRun(failed.getMessage(), failed);
        } catch (IOException failed) {
            throw CommandException.failedRun(
                    "The charts cannot be written to %s: %s.".formatted(into.path(), Causes.inWords(failed)), failed);
        }
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
