package tadpole.app.pane.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import tadpole.app.chart.RunsCsv;
import tadpole.app.experiment.Example;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Background;
import tadpole.app.pane.train.inside.InsideRoom;
import tadpole.app.pane.train.mistakes.MistakesRoom;
import tadpole.app.pane.train.network.NetworkRoom;
import tadpole.app.pane.train.runs.RunsRoom;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.app.shell.PaneView;
import tadpole.app.shell.Room;
import tadpole.app.shell.Rooms;
import tadpole.engine.file.FileHead;
import tadpole.engine.file.LanguageImport;
import tadpole.resources.Resources;

/** The training lab: a network is built, learns, is looked into at any recorded moment, and goes on from there another way. */
public final class TrainPane implements PaneView {

    private final TrainPaneModel model;
    private final Lab lab;
    private final Exports exports;
    private final TrainTools tools;
    private final Rooms rooms;

    /** A new room is one new package and one line here. @param examples what is offered to open, and where data sets are looked for */
    public TrainPane(Desk desk, Examples examples) {
        this(desk, examples, Optional.empty());
    }

    /** @param recordings folder for the recorded moments that memory does not hold; empty for memory only */
    public TrainPane(Desk desk, Examples examples, Optional<Path> recordings) {
        Background background = new Background("train-pane");
        this.model = new TrainPaneModel(desk, examples, background);
        Recordings made = new Recordings(new Background("train-recording"), recordings);
        made.tidy();
        model.shelf().record(made);
        this.lab = new Lab(model, desk, background, new Background("train-copies"));
        ExperimentDialogs dialogs = new ExperimentDialogs(model, () -> stage().getScene().getWindow());
        this.tools = new TrainTools(lab, dialogs, this::export);
        this.exports = new Exports(lab, () -> stage().getScene().getWindow());
        Bench bench = new Bench(lab, tools::nodes, () -> actions(dialogs), this::openRoom);
        this.rooms = new Rooms(List.of(
                new Room("charts", "Charts", "Loss and accuracy while the network learns, and the experiment that says how.", () -> new ChartsRoom(bench)),
                new Room("network", "Network", "The layers: add, remove, drag, and see what each costs.", () -> new NetworkRoom(bench)),
                new Room("inside", "Inside", "Weights, updates, silent units, confusion: what goes on inside at this very moment.", () -> new InsideRoom(bench)),
                new Room("mistakes", "Mistakes", "Which images it gets wrong, how sure it is, and what changed its mind.", () -> new MistakesRoom(bench)),
                new Room("runs", "Runs", "All runs of this session over each other, compared setting by setting.", () -> new RunsRoom(bench))));
        tools.dress(Resources.url("css/pane-train.css").toExternalForm());
        lab.atProperty().addListener(_ -> sayWhere(desk));
        lab.onNews(_ -> {
            if (lab.backProperty().get()) {
                sayWhere(desk);
            }
        });
        model.inFrontProperty().bind(Bindings.createBooleanBinding(
                () -> rooms.stage().getScene() != null && rooms.frontProperty().get().id().equals("charts"), rooms.stage().sceneProperty(), rooms.frontProperty()));
    }

    /** In the status bar, while one looks back. */
    private void sayWhere(Desk desk) {
        if (lab.at().isEmpty()) {
            desk.messages().endNote();
            return;
        }
        lab.runProperty().get().ifPresent(run -> desk.messages().note("At step %s · the run itself stands at %s".formatted(
                Numbers.count(lab.at().getAsLong()), Numbers.count(run.standsAt()))));
    }

    /** The room in front may have a chart of its own; its action comes first. */
    private void export() {
        actions().stream().filter(action -> action.label().equals(Exports.LABEL) && action.enabled().get()).findFirst().ifPresent(action -> action.run().run());
    }

    private RunsCsv numbers() {
        RunsCsv csv = new RunsCsv();
        model.run().ifPresent(run -> csv.add(run.nameProperty().get(), run.start().seed(), run.curves()));
        return csv;
    }

    /** What every room offers. */
    private List<Action> actions(ExperimentDialogs dialogs) {
        BooleanBinding always = Bindings.createBooleanBinding(() -> true);
        List<Action> actions = new ArrayList<>(List.of(
                Action.of("Start or pause training", "Space", model.startable(), model::startOrPause),
                Action.of("Train one step", "S", model.startable(), model::step),
                Action.of("Stop training", "Esc", model.stoppable(), model::stop),
                Action.of("Reset to the same start", "R", model.resettable(), model::reset),
                Action.of("Go on from the moment looked at", "G", lab.backProperty().or(model.resettable()), lab::goOn),
                Action.of("Branch from the moment looked at", "B", model.resettable(), lab::branch),
                Action.of("Look at where the run stands", lab.backProperty(), lab::lookAtNow),
                Action.of("Start another run beside it", lab.startableBeside(), lab::startBeside),
                Action.of("Undo the last change of the run by branching", model.resettable(), lab::undoChange),
                Action.of("Open an experiment", "Shortcut+O", always, dialogs::open),
                Action.of("Save the experiment", "Shortcut+S", always, dialogs::save),
                Action.of(Exports.LABEL, "Shortcut+E", model.resettable(), () -> exports.ask("loss-accuracy", model::picture, this::numbers)),
                Action.of("Open weights", always, dialogs::openWeights),
                Action.of("Save the weights", model.trained(), dialogs::saveWeights)));
        for (Example example : model.draft().examples().all()) {
            actions.add(Action.of("Open example " + example.head().name(),
                    model.stoppable().not().and(new ReadOnlyBooleanWrapper(example.isReady())), () -> model.open(example.head().path())));
        }
        return actions;
    }

    TrainPaneModel model() {
        return model;
    }

    Lab lab() {
        return lab;
    }

    /** @throws IllegalArgumentException where there is no such room */
    void openRoom(String id) {
        rooms.open(id);
    }

    @Override
    public Node stage() {
        return rooms.stage();
    }

    @Override
    public Optional<Node> drawer() {
        return rooms.drawer();
    }

    @Override
    public Optional<Node> rooms() {
        return rooms.rooms();
    }

    @Override
    public ObservableValue<String> subtitle() {
        return rooms.subtitle();
    }

    @Override
    public List<Node> tools() {
        return rooms.tools();
    }

    @Override
    public List<Action> actions() {
        return rooms.actions();
    }

    @Override
    public boolean open(List<Path> files) {
        boolean ours = FileWork.isOne(files, FileHead.Kind.EXPERIMENT);
        if (ours) {
            model.open(files.getFirst());
        }
        boolean weights = !ours && rooms.stage().getScene() != null && isWeights(files);
        if (weights) {
            model.openWeights(files.getFirst());
        }
        return ours || weights || rooms.open(files);
    }

    private static boolean isWeights(List<Path> files) {
        return FileWork.isWeights(files) || files.size() == 1 && files.getFirst().toString().matches(".*\\.(pt|pth)") && !LanguageImport.isOne(files.getFirst());
    }

    @Override
    public Optional<String> unsaved() {
        return rooms.unsaved();
    }
}
