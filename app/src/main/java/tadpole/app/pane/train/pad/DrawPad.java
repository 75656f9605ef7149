package tadpole.app.pane.train.pad;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.pane.train.Bench;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.Numbers;
import tadpole.app.pane.train.Sight;
import tadpole.resources.Resources;

/** A digit drawn by hand, prepared as MNIST was, and what the network looked at says of it. */
public final class DrawPad extends VBox {

    private static final double MARGIN = 16;

    private final PadModel model;
    private final Label answer = new Label();
    private final Label share = new Label();
    private final VBox next = new VBox();
    private final Label hint = new Label("draw here");
    private final Label note = new Label();
    private final ToggleButton steps = new ToggleButton("Steps");

    public DrawPad(Bench bench) {
        Lab lab = bench.lab();
        this.model = new PadModel(lab.desk().device(), lab.beside("pad"), lab.desk().jobs().ui());
        setId("draw-pad");
        getStyleClass().add("draw-pad");
        getStylesheets().add(Resources.url("css/pane-train-pad.css").toExternalForm());
        Label title = new Label("Draw a digit");
        title.getStyleClass().add("section-title");
        hint.setMouseTransparent(true);
        hint.getStyleClass().add("pad-hint");
        StackPane pad = new StackPane(new PadCanvas(model), hint);
        pad.setMaxWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(pad, said());
        row.getStyleClass().add("pad-row");
        note.setId("pad-note");
        note.getStyleClass().addAll("muted", "pad-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        PrepareSteps prepared = new PrepareSteps(model);
        shownWhile(prepared, steps.selectedProperty());
        steps.selectedProperty().addListener((_, _, now) -> {
            if (now) {
                lab.desk().jobs().ui().execute(() -> reveal(prepared));
            }
        });
        HBox tools = tools();
        getChildren().setAll(title, row, tools, prepared, note);
        model.stateProperty().subscribe(this::show);
        model.changesProperty().subscribe(_ -> hint.setVisible(model.ink().isEmpty()));
        model.noteProperty().subscribe(said -> {
            note.setText(said.map(Guess.Note::text).orElse(""));
            shown(note, said.isPresent());
            boolean refused = said.filter(Guess.Note::refuses).isPresent();
            for (Node each : List.of(row, tools)) {
                shown(each, !refused);
            }
            shown(prepared, !refused && steps.isSelected());
        });
        ObservableBooleanValue looks = Bindings.isNotNull(sceneProperty());
        lab.watch(looks);
        lab.sightProperty().subscribe(sight -> model.look(sight.map(Sight::network)));
    }

    /** Scrolls so far that it is seen. */
    private static void reveal(Node node) {
        Node above = node;
        while (above != null && !(above instanceof ScrollPane)) {
            above = above.getParent();
        }
        if (above instanceof ScrollPane scroll) {
            scroll.layout();
            Node content = scroll.getContent();
            double seen = scroll.getViewportBounds().getHeight();
            double room = content.getLayoutBounds().getHeight() - seen;
            double bottom = content.sceneToLocal(node.localToScene(node.getLayoutBounds())).getMaxY();
            if (room > 0) {
                scroll.setVvalue(Math.clamp(Math.max(scroll.getVvalue(), (bottom + MARGIN - seen) / room), 0, 1));
            }
        }
    }

    private static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    private static void shownWhile(Node node, ObservableBooleanValue is) {
        is.subscribe(now -> shown(node, now));
    }

    private Node said() {
        answer.setId("pad-answer");
        answer.getStyleClass().add("pad-answer");
        share.setId("pad-share");
        share.getStyleClass().addAll("mono", "pad-share");
        next.setId("pad-next");
        next.getStyleClass().add("pad-next");
        VBox said = new VBox(answer, share, next);
        said.setId("pad-said");
        said.getStyleClass().add("pad-said");
        HBox.setHgrow(said, Priority.ALWAYS);
        return said;
    }

    private HBox tools() {
        ToggleButton erase = new ToggleButton("Erase");
        erase.setId("pad-erase");
        erase.setTooltip(new Tooltip("The left button erases; the right one always does the other."));
        erase.selectedProperty().bindBidirectional(model.erasingProperty());
        Button undo = icon("pad-undo", Material2OutlinedMZ.UNDO, "Takes back the last stroke (Ctrl+Z)", model::undo);
        Button clear = icon("pad-clear", Material2OutlinedAL.DELETE, "Clears the pad (Del)", model::clear);
        model.changesProperty().subscribe(_ -> {
            undo.setDisable(!model.ink().canUndo());
            clear.setDisable(model.ink().isEmpty());
        });
        steps.setId("pad-show-steps");
        steps.setTooltip(new Tooltip("How the drawing becomes a picture like MNIST's"));
        HBox tools = new HBox(erase, undo, clear, steps);
        tools.getStyleClass().add("pad-tools");
        return tools;
    }

    private static Button icon(String id, Ikon icon, String tip, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("small-button", "icon-button");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private void show(Guess.State state) {
        Optional<Guess> guess = state.guess();
        answer.setText(guess.map(Guess::answer).orElse(""));
        answer.getStyleClass().removeAll("pad-word");
        if (guess.filter(each -> each.answer().length() > 2).isPresent()) {
            answer.getStyleClass().add("pad-word");
        }
        share.setText(guess.filter(each -> each.share().isPresent()).map(each -> percent(each.share().getAsDouble())).orElse(""));
        next.getChildren().clear();
        guess.ifPresent(each -> each.next().forEach(one -> {
            Label line = new Label("%s %s".formatted(next.getChildren().isEmpty() ? "next" : "then", one.name()));
            Label likely = new Label(percent(one.share()));
            line.getStyleClass().add("muted");
            likely.getStyleClass().addAll("muted", "mono");
            next.getChildren().addAll(line, likely);
        }));
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? Numbers.percent(share) : "no number";
    }
}
