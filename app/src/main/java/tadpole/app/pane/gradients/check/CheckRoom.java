package tadpole.app.pane.gradients.check;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tadpole.app.pane.gradients.Studied;
import tadpole.app.pane.gradients.Subject;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;

/** The room that compares numeric gradients with analytic ones, number by number. */
public final class CheckRoom implements PaneView {

    private final Subject subject;
    private final VBox stage = new VBox(new Label("Check"));

    public CheckRoom(Desk desk, Subject subject) {
        this.subject = subject;
        stage.setId("check-stage");
        stage.setOnMousePressed(_ -> stage.requestFocus());
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return subject.studiedProperty().map(now -> now.map(Studied::title).orElse(""));
    }

    @Override
    public List<Node> tools() {
        return List.of();
    }

    @Override
    public List<Action> actions() {
        return List.of();
    }
}
