package tadpole.app.pane.kernels;

import java.util.List;
import tadpole.app.job.Background;
import tadpole.app.pane.kernels.backward.BackwardRoom;
import tadpole.app.pane.kernels.learn.LearnRoom;
import tadpole.app.pane.kernels.rows.RowsRoom;
import tadpole.app.pane.kernels.stack.StackRoom;
import tadpole.app.pane.kernels.trained.TrainedRoom;
import tadpole.app.pane.kernels.window.WindowRoom;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;
import tadpole.app.shell.Room;
import tadpole.app.shell.Rooms;

/** The pane in which one convolution is seen from every side. */
public final class KernelsPane {

    private KernelsPane() {}

    /** A new view is one new package and one line here. */
    public static PaneView of(Desk desk) {
        KernelsModel model = new KernelsModel(desk, new Background("kernels"));
        Rooms[] rooms = new Rooms[1];
        Bench bench = new Bench(model, new KernelsDrawer(model), id -> rooms[0].open(id));
        rooms[0] = Rooms.onStage(new SizeLine(model), List.of(
                new Room("window", "Sliding window", "The kernel slides over the picture: every product, every sum.", () -> new WindowRoom(bench)),
                new Room("rows", "As one matrix product", "Every window becomes a row of a matrix; the matrix times the kernel's column is the output.",
                        () -> new RowsRoom(bench)),
                new Room("backward", "Backward", "The gradient goes back to the kernel and to every input pixel.", () -> new BackwardRoom(bench)),
                new Room("stack", "Stack of layers", "Up to four stages after each other, and what one pixel of the last has seen of the picture.",
                        () -> new StackRoom(bench)),
                new Room("learn", "Learn", "Gradient descent finds a kernel from an input and the output that is wanted.", () -> new LearnRoom(bench)),
                new Room("trained", "Trained filters", "The filters that a network learned: look at them, change one, put it back.",
                        () -> new TrainedRoom(bench))));
        return rooms[0];
    }
}
