package tadpole.app.shell;

import java.util.Optional;
import tadpole.app.job.Jobs;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;

/**
 * What every pane gets to work with.
 *
 * @param workspace what the panes share
 * @param jobs      starts long work
 * @param device    where the arithmetic happens
 * @param messages  tells the person what happened and what to do
 * @param theme     the colors that charts and canvases draw with
 * @param navigator opens another pane
 */
public record Desk(Workspace workspace, Jobs jobs, Device device, Messages messages, Theme theme, Navigator navigator) {

    /** Gives the experiment and its data to Train, and goes there. */
    public void sendToTrain(Dataset dataset, Experiment experiment) {
        workspace.datasetProperty().set(Optional.of(dataset));
        workspace.experimentProperty().set(Optional.of(experiment));
        navigator.open("train");
    }
}
