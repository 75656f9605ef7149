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
import tadpole.engine.training.Experiment;
import tadpole.samples.SampleData;

/** A lab without a window, on a few small pictures; the test's own thread stands for the JavaFX thread. */
public final class TinyLab implements AutoCloseable {

    private final Pump pump = new Pump();
    private final Device device = Device.plain();
    private final Desk desk = new Desk(new Workspace(), new Jobs(pump), device, new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});
    private final TrainPaneModel model = new TrainPaneModel(desk, new Examples(SampleData.experiments(), List.of()), Runnable::run);
    private final Lab lab = new Lab(model, desk, Runnable::run, Runnable::run);

    public TinyLab(int epochs) {
        desk.workspace().datasetProperty().set(Optional.of(TinyData.open()));
        model.form().plan().field("batch").enter("20");
        model.form().plan().field("epochs").enter(String.valueOf(epochs));
        model.form().network().field("hidden").enter("8");
        pump.until(() -> model.draft().canStart());
    }

    public Lab lab() {
        return lab;
    }

    public Pump pump() {
        return pump;
    }

    public Experiment experiment() {
        return model.form().experiment();
    }

    /** Begun, and waited for until it stands on the chart. */
    public Run begin(Experiment experiment, String name) {
        int before = lab.runs().size();
        lab.start(experiment, name);
        pump.until(() -> lab.runs().size() > before);
        return lab.runs().getLast();
    }

    public Run trained(Experiment experiment, String name) {
        Run run = begin(experiment, name);
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
