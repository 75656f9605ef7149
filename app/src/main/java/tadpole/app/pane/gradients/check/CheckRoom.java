package tadpole.app.pane.gradients.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.job.Background;
import tadpole.app.pane.gradients.Studied;
import tadpole.app.pane.gradients.Subject;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;
import tadpole.app.xray.XRayModel;
import tadpole.resources.Resources;

/** The room that compares numeric gradients with analytic ones, number by number, and hides mistakes to be found. */
public final class CheckRoom implements PaneView {

    private final Subject subject;
    private final CheckModel model;
    private final CheckFiles files;
    private final CheckDialogs dialogs;
    private final CheckTools tools;
    private final CheckDrawer drawer;
    private final XRayModel xray;
    private final StackPane stage;

    public CheckRoom(Desk desk, Subject subject) {
        Background background = new Background("check-room");
        this.subject = subject;
        this.model = new CheckModel(desk, subject, background);
        this.files = new CheckFiles(desk, model, background);
        this.dialogs = new CheckDialogs(files, () -> stage().getScene().getWindow());
        this.tools = new CheckTools(model, dialogs);
        HeatCard heat = new HeatCard(model, desk, background);
        this.drawer = new CheckDrawer(model, heat::open);
        this.xray = heat.xray().model();
        HBox.setHgrow(heat, Priority.ALWAYS);
        HBox cards = new HBox(heat, new SideCards(model, desk, background));
        cards.getStyleClass().add("check-cards");
        VBox.setVgrow(cards, Priority.ALWAYS);
        VBox rows = new VBox(new NetworkStrip(model), new CheckLine(model), new HuntBar(model), cards, new FiguresRow(model));
        rows.getStyleClass().add("check-stage");
        this.stage = new StackPane(rows, heat.xray());
        String sheet = Resources.url("css/pane-gradients-check.css").toExternalForm();
        stage.setId("check-stage");
        stage.setMinWidth(0);
        stage.getStylesheets().add(sheet);
        // Keys such as Space reach the pane again after one has typed into a field.
        rows.setOnMousePressed(_ -> stage.requestFocus());
        drawer.getStylesheets().add(sheet);
        tools.dress(sheet);
    }

    CheckModel model() {
        return model;
    }

    CheckFiles files() {
        return files;
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public Optional<Node> drawer() {
        return Optional.of(drawer);
    }

    @Override
    public ObservableValue<String> subtitle() {
        return subject.studiedProperty().map(now -> now.map(Studied::title).orElse(""));
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public List<Action> actions() {
        var there = subject.studiedProperty().map(Optional::isPresent);
        SimpleBooleanProperty studied = new SimpleBooleanProperty();
        studied.bind(there);
        SimpleBooleanProperty always = new SimpleBooleanProperty(true);
        return List.of(
                Action.of("Close the X-ray", "Esc", xray.openProperty(), xray::close),
                Action.of("Check all gradients, or pause", "Space", model.checkable(), model::checkOrPause),
                Action.of("Stop the check", "Esc", model.stoppable(), model::stop),
                Action.of("Find the bug: draw a mistake by lot", studied, () -> model.findTheBug("")),
                Action.of("Open a check or an experiment", "Shortcut+O", always, dialogs::open),
                Action.of("Save the check", "Shortcut+S", studied, dialogs::save),
                Action.of("Save the check's pictures as PNG and SVG", studied, dialogs::savePictures),
                Action.of("Send the network to Train", studied, model::sendToTrain));
    }

    @Override
    public boolean open(List<Path> paths) {
        return files.take(paths);
    }
}
