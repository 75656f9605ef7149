package tadpole.app.pane.kernels.trained;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.DatasetException;
import tadpole.engine.file.FileException;
import tadpole.engine.file.WeightsFile;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainedNetwork;
import tadpole.engine.training.TrainingResult;

/**
 * Opens a trained network with the data that it is tried on.
 *
 * @param open    the data set that is open
 * @param set     the experiment that is set up
 * @param trained what was trained last
 * @param folders where data sets are looked for
 */
record OpenTrained(Source source, Optional<Dataset> open, Optional<Experiment> set, Optional<TrainingResult> trained, List<Path> folders)
        implements Job<Optional<OpenNetwork>> {

    static OpenTrained of(Source source, Workspace workspace, List<Path> folders) {
        return new OpenTrained(source, workspace.datasetProperty().get(), workspace.experimentProperty().get(), workspace.trainedProperty().get(), folders);
    }

    @Override
    public String name() {
        return switch (source) {
            case Source.Session _ -> "Opening the trained network";
            case Source.Weights weights -> "Opening " + weights.name();
        };
    }

    /** Nothing where it was stopped. */
    @Override
    public JobOutcome<Optional<OpenNetwork>> run(JobControl control) {
        try {
            OpenNetwork network = switch (source) {
                case Source.Session _ -> session(control);
                case Source.Weights weights -> weights(weights, control);
            };
            if (control.isStopped()) {
                return new JobOutcome.Stopped<>(Optional.empty());
            }
            return new JobOutcome.Finished<>(Optional.of(network));
        } catch (FileException | SettingException | DatasetException fault) {
            return control.isStopped() ? new JobOutcome.Stopped<>(Optional.empty()) : new JobOutcome.Failed<>(fault.getMessage(), fault);
        }
    }

    private OpenNetwork session(JobControl control) throws SettingException, DatasetException {
        TrainingResult result = trained.orElseThrow(() -> new SettingException("Nothing is trained yet. Press Start in Train, or open a network that comes with Tadpole."));
        Experiment experiment = set.orElseThrow(() -> new SettingException("No experiment is set up. Set one up in Train."));
        return looked(experiment.name(), TrainedNetwork.of(experiment, data(experiment.data(), control), result.network()));
    }

    private OpenNetwork weights(Source.Weights weights, JobControl control) throws FileException, SettingException, DatasetException {
        WeightsFile file = WeightsFile.read(weights.file());
        Dataset dataset = data(file.experiment().data(), control);
        return looked(weights.name(), TrainedNetwork.of(file.experiment(), dataset, file.network(dataset)));
    }

    private Dataset data(DataPlan plan, JobControl control) throws SettingException, DatasetException {
        if (open.filter(plan::isOf).isPresent()) {
            return open.get();
        }
        return plan.make().isPresent() ? plan.made() : DataFolder.find(plan.set(), folders).read(control);
    }

    private static OpenNetwork looked(String title, TrainedNetwork trained) throws SettingException {
        OpenNetwork network = OpenNetwork.of(title, trained);
        if (network.filters().layers().isEmpty()) {
            throw new SettingException("%s has no convolution, so no filters. Choose layers with conv2d in Train, or open a network that comes with Tadpole."
                    .formatted(title));
        }
        if (trained.dataset().isRegression()) {
            throw new SettingException("%s gives numbers, not classes. Kernels tries networks that tell classes apart.".formatted(title));
        }
        return network;
    }
}
