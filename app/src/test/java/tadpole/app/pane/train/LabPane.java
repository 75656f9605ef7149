package tadpole.app.pane.train;

import tadpole.app.experiment.Examples;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;

/** The Train pane for the tests of its rooms. */
public record LabPane(TrainPane pane) {

    public static LabPane of(Desk desk, Examples examples) {
        return new LabPane(new TrainPane(desk, examples));
    }

    public PaneView view() {
        return pane;
    }

    public Lab lab() {
        return pane.lab();
    }

    public void openRoom(String id) {
        pane.openRoom(id);
    }

    /** Whether the experiment that is set up can be trained. */
    public boolean canStart() {
        return pane.model().startable().get();
    }

    public void epochs(long epochs) {
        pane.model().form().plan().field("epochs").take(epochs);
    }

    public void start() {
        pane.model().startOrPause();
    }
}
