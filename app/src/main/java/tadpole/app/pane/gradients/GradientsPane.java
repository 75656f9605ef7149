package tadpole.app.pane.gradients;

import java.nio.file.Path;
import java.util.List;
import tadpole.app.job.Background;
import tadpole.app.pane.gradients.check.CheckRoom;
import tadpole.app.pane.gradients.softmax.SoftmaxRoom;
import tadpole.app.pane.gradients.step.StepRoom;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Room;
import tadpole.app.shell.Rooms;

/** The rooms in which gradients are looked at. */
public final class GradientsPane {

    private GradientsPane() {}

    /** @param folders where data sets are looked for */
    public static Rooms make(Desk desk, List<Path> folders) {
        Subject subject = new Subject(desk, new Background("gradients-subject"), folders);
        return new Rooms(List.of(
                new Room("check", "Check", "Numeric gradients against analytic ones, number by number; find the planted mistake.",
                        () -> new CheckRoom(desk, subject)),
                new Room("step", "One step", "Forward, loss, backward and update in slow motion; every number shows where it comes from.",
                        () -> new StepRoom(desk, subject)),
                new Room("softmax", "Softmax", "Scores, probabilities and loss; three ways of log-softmax; a picture through random weights.",
                        () -> new SoftmaxRoom(desk, folders))));
    }
}
