package tadpole.app.pane.playground;

import java.util.List;
import tadpole.app.pane.playground.descent.DescentRoom;
import tadpole.app.pane.playground.neuron.NeuronRoom;
import tadpole.app.pane.playground.points.PointsRoom;
import tadpole.app.pane.playground.regression.RegressionRoom;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;
import tadpole.app.shell.Room;
import tadpole.app.shell.Rooms;
import tadpole.samples.SampleData;

/** The pane where one plays with networks small enough to see whole. */
public final class PlaygroundPane {

    private PlaygroundPane() {}

    /** A new room is one new package and one line here. */
    public static PaneView of(Desk desk) {
        return new Rooms(List.of(
                new Room("points", "Points", "A network divides the plane into classes, while one watches every neuron.",
                        () -> new PointsRoom(desk)),
                new Room("regression", "Regression", "A polynomial learns points on a line: it diverges, is mended, and shows why.",
                        () -> new RegressionRoom(desk, SampleData.experiments())),
                new Room("descent", "Descent", "One number goes down a curve: rates that creep, converge, swing and explode.",
                        () -> new DescentRoom(desk, SampleData.experiments())),
                new Room("neuron", "Neuron", "What a neuron is, why tanh is a sigmoid, and why layers need an activation between them.",
                        () -> new NeuronRoom(desk))));
    }
}
