package tadpole.app.pane.train;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.job.WorkState;

/** What stands in the header of the Train pane. */
final class TrainTools {

    private final Button start = new Button();
    private final FontIcon startIcon = new FontIcon(Material2OutlinedMZ.PLAY_ARROW);
    private final Region gap = new Region();
    private final List<Node> nodes;

    /** @param export of the chart of the room in front */
    TrainTools(Lab lab, ExperimentDialogs dialogs, Runnable export) {
        TrainPaneModel model = lab.model();
        start.setId("start");
        start.getStyleClass().addAll("main-button", "start-button");
        start.setGraphic(startIcon);
        start.setOnAction(_ -> model.startOrPause());
        start.disableProperty().bind(model.startable().not());
        model.stateProperty().subscribe(this::name);
        Button step = tool("step", "Step", Material2OutlinedMZ.SKIP_NEXT, "Learns from one batch and stands still (S).", model::step);
        step.disableProperty().bind(model.startable().not());
        Button stop = tool("stop", "Stop", Material2OutlinedMZ.STOP, "Ends the run and keeps what was learned (Esc).", model::stop);
        stop.disableProperty().bind(model.stoppable().not());
        Button reset = tool("reset", "Reset", Material2OutlinedMZ.REPLAY,
                "Back to the very same start: same weights, same order of images (R).", model::reset);
        reset.disableProperty().bind(model.resettable().not());
        Button further = tool("go-further", "Go on", Material2OutlinedAL.FAST_FORWARD,
                "Trains further from where the run ended, to the epochs that the drawer asks for.", lab::goOn);
        BooleanBinding ended = Bindings.createBooleanBinding(() -> model.state() == WorkState.ENDED, model.stateProperty());
        Button goOn = tool("go-on", "Go on from here", Material2OutlinedMZ.PLAY_ARROW,
                "Trains on from this very moment, bit for bit as the run did; both stay (G).", lab::goOn);
        goOn.getStyleClass().setAll("button", "main-button");
        Button branch = tool("branch", "Branch", Material2OutlinedMZ.SHARE,
                "A run of its own from this moment, with what you changed in the drawer; both stay (B).", lab::branch);
        List.of(start, step, stop, reset).forEach(each -> appear(each, lab.backProperty().not()));
        appear(further, lab.backProperty().not().and(ended));
        List.of(goOn, branch).forEach(each -> appear(each, lab.backProperty()));
        gap.getStyleClass().add("tool-gap");
        nodes = List.of(goOn, branch, start, further, step, stop, reset, gap,
                new ExampleMenu(model),
                icon("open-experiment", Material2OutlinedAL.FOLDER, "Open an experiment (Ctrl+O)", dialogs::open),
                icon("save-experiment", Material2OutlinedMZ.SAVE, "Save the experiment (Ctrl+S)", dialogs::save),
                more(lab, dialogs, export));
    }

    private static void appear(Button button, ObservableBooleanValue when) {
        button.visibleProperty().bind(when);
        button.managedProperty().bind(when);
    }

    /** They stand in the header, out of reach of the stage's own sheet. */
    void dress(String sheet) {
        start.getStylesheets().add(sheet);
        gap.getStylesheets().add(sheet);
    }

    List<Node> nodes() {
        return nodes;
    }

    private void name(WorkState state) {
        start.setText(switch (state) {
            case RUNNING -> "Pause";
            case PAUSED -> "Go on";
            case READY, ENDED, FAILED -> "Start";
        });
        startIcon.setIconCode(state == WorkState.RUNNING ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW);
        start.setTooltip(new Tooltip(switch (state) {
            case RUNNING -> "Stands still after this batch (Space).";
            case PAUSED -> "Goes on where it stands (Space).";
            case READY, ENDED, FAILED -> "Trains the network from its start (Space).";
        }));
    }

    private static Button tool(String id, String text, Ikon icon, String tip, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static Button icon(String id, Ikon icon, String tip, Runnable run) {
        Button button = tool(id, "", icon, tip, run);
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(tip);
        return button;
    }

    private static MenuButton more(Lab lab, ExperimentDialogs dialogs, Runnable export) {
        TrainPaneModel model = lab.model();
        MenuButton more = new MenuButton("", new FontIcon(Material2OutlinedMZ.MORE_VERT));
        more.setId("more");
        more.getStyleClass().addAll("tool-button", "icon-button");
        more.setTooltip(new Tooltip("Export the chart, open or save weights"));
        more.setAccessibleText("More");
        BooleanBinding ready = model.resettable().not();
        more.getItems().setAll(
                item("start-another", "Start another run beside it", lab.startableBeside().not(), lab::startBeside),
                item("export-chart", "Export the chart as PNG, SVG or CSV...", ready, export),
                item("open-weights", "Open weights...", Bindings.createBooleanBinding(() -> false), dialogs::openWeights),
                item("save-weights", "Save the weights...", model.trained().not(), dialogs::saveWeights));
        return more;
    }

    private static MenuItem item(String id, String text, BooleanBinding disabled, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> run.run());
        item.disableProperty().bind(disabled);
        return item;
    }
}
