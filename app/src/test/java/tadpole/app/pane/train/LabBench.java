package tadpole.app.pane.train;

import java.util.List;
import java.util.Optional;
import tadpole.app.Pump;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

/** A lab without a window for the models of its rooms: tiny pictures, everything on the calling thread but the jobs. */
public final class LabBench implements AutoCloseable {

    private final Pump pump = new Pump();
    private final Device device = Device.plain();
    private final Desk desk = new Desk(new Workspace(), new Jobs(pump), device, new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});
    private final TrainPaneModel model = new TrainPaneModel(desk, new Examples(SampleData.experiments(), List.of()), Runnable::run);
    private final Lab lab = new Lab(model, desk, Runnable::run, Runnable::run);

    /** With its data open: 120 steps of 20 images. */
    public LabBench() {
        desk.workspace().datasetProperty().set(Optional.of(TinyData.open()));
        model.form().plan().field("batch").enter("20");
        model.form().plan().field("epochs").enter("12");
        model.form().network().field("hidden").enter("16");
        model.form().optimizer().form().field("rate").enter("0.05");
        pump.until(() -> model.draft().fitProperty().get().parameters() == 64 * 16 + 16 + 16 * 10 + 10);
    }

    public Pump pump() {
        return pump;
    }

    public Lab lab() {
        return lab;
    }

    public Run runToItsEnd() {
        model.startOrPause();
        Run run = lab.runProperty().get().orElseThrow();
        pump.until(() -> run.state() == WorkState.ENDED);
        return run;
    }

    @Override
    public void close() {
        desk.jobs().stopAll();
        pump.until(() -> desk.jobs().running().isEmpty());
        device.close();
    }
}
