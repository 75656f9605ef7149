package tadpole.app.pane.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import tadpole.app.job.Background;
import tadpole.app.pane.kernels.backward.BackwardRoom;
import tadpole.app.pane.kernels.learn.LearnRoom;
import tadpole.app.pane.kernels.rows.RowsRoom;
import tadpole.app.pane.kernels.stack.StackRoom;
import tadpole.app.pane.kernels.trained.TakenBanner;
import tadpole.app.pane.kernels.trained.TrainedModel;
import tadpole.app.pane.kernels.trained.TrainedRoom;
import tadpole.app.pane.kernels.window.WindowRoom;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;
import tadpole.app.shell.Room;
import tadpole.app.shell.Rooms;
import tadpole.resources.Resources;
import tadpole.samples.SampleData;

/** The pane in which one convolution is seen from every side. */
public final class KernelsPane {

    private static final Set<String> OF_OTHERS = Set.of("stack", "trained");

    private KernelsPane() {}

    /** A new view is one new package and one line below. @param folders where data sets are looked for */
    public static PaneView of(Desk desk, List<Path> folders) {
        return of(new KernelsModel(desk, new Background("kernels")), folders);
    }

    static PaneView of(KernelsModel model) {
        return of(model, List.of(SampleData.data()));
    }

    private static PaneView of(KernelsModel model, List<Path> folders) {
        TrainedModel trained = new TrainedModel(model, folders);
        Rooms[] rooms = new Rooms[1];
        KernelsDrawer drawer = new KernelsDrawer(model);
        Bench bench = new Bench(model, drawer, id -> rooms[0].open(id));
        SizeLine size = new SizeLine(model);
        rooms[0] = Rooms.onStage(size, List.of(
                new Room("window", "Sliding window", "The kernel slides over the picture: every product, every sum.",
                        () -> new WithBanner(new WindowRoom(bench), new TakenBanner(trained, () -> bench.go().accept("trained")))),
                new Room("rows", "As one matrix product", "Every window becomes a row of a matrix; the matrix times the kernel's column is the output.",
                        () -> new RowsRoom(bench)),
                new Room("backward", "Backward", "The gradient goes back to the kernel and to every input pixel.", () -> new BackwardRoom(bench)),
                new Room("stack", "Stack of layers", "Up to four stages after each other, and what one pixel of the last has seen of the picture.",
                        () -> new StackRoom(bench)),
                new Room("learn", "Learn", "Gradient descent finds a kernel from an input and the output that is wanted.", () -> new LearnRoom(bench)),
                new Room("trained", "Trained filters", "The filters that a network learned: look at them, change one, put it back.",
                        () -> new TrainedRoom(bench, trained, SampleData.weights()))));
        // Other convolutions are shown there, of other sizes.
        rooms[0].frontProperty().subscribe(room -> size.setVisible(!OF_OTHERS.contains(room.id())));
        Node stage = rooms[0].stage();
        ((Parent) stage).getStylesheets().add(Resources.url("css/pane-kernels.css").toExternalForm());
        model.input().begin();
        return new Undoable(rooms[0], model, drawer);
    }

    /** All views, and in each of them Ctrl+Z, opening a picture and choosing another one. */
    private record Undoable(Rooms views, KernelsModel model, KernelsDrawer drawn) implements PaneView {

        @Override
        public Node stage() {
            return views.stage();
        }

        @Override
        public Optional<Node> drawer() {
            return views.drawer();
        }

        @Override
        public ObservableValue<String> subtitle() {
            return views.subtitle();
        }

        @Override
        public List<Node> tools() {
            return views.tools();
        }

        @Override
        public List<Action> actions() {
            List<Action> actions = new ArrayList<>(views.actions());
            actions.addAll(drawn.actions());
            actions.add(Action.of("Undo the last change", "Shortcut+Z", model.undoableProperty(), model::undo));
            actions.add(Action.of("Redo the change", "Shortcut+Shift+Z", model.redoableProperty(), model::redo));
            actions.add(Action.of("Redo the change", "Shortcut+Y", model.redoableProperty(), model::redo));
            return actions;
        }

        @Override
        public boolean open(List<Path> files) {
            return model.input().take(files) || views.open(files);
        }
    }
}
