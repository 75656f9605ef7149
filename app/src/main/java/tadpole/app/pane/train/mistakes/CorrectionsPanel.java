package tadpole.app.pane.train.mistakes;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.pane.train.Bench;
import tadpole.app.pane.train.Numbers;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.SampleChanges.Correction;

/** The corrections of the experiment being set up, and the training with them. */
final class CorrectionsPanel extends VBox {

    private static final int MOST = 12;

    private final MistakesModel model;
    private final VBox rows = new VBox(2);
    private final Label none = new Label("None yet. They are saved with the experiment; the data set stays as it is.");
    private final Button undo = new Button("Undo");
    private final Button train = new Button();
    private final Button charts = new Button("See both on Charts");

    CorrectionsPanel(MistakesModel model, Bench bench) {
        this.model = model;
        setId("corrections");
        getStyleClass().add("corrections");
        Label title = new Label("Corrections");
        title.getStyleClass().add("section-title");
        none.setId("corrections-none");
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        none.getStyleClass().add("muted");
        undo.setId("corrections-undo");
        undo.getStyleClass().add("small-button");
        undo.setTooltip(new Tooltip("Takes back the last correction (Ctrl+Z)."));
        undo.disableProperty().bind(model.corrections().undoableProperty().not());
        undo.setOnAction(_ -> model.corrections().undo());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, title, space, undo);
        head.setAlignment(Pos.CENTER_LEFT);
        train.setId("train-again");
        train.setMaxWidth(Double.MAX_VALUE);
        train.getStyleClass().add("tool-button");
        train.setTooltip(new Tooltip("The same experiment once more from its start, with these corrections: a run of its own beside the first one."));
        train.setOnAction(_ -> model.trainAgain());
        charts.setId("see-charts");
        charts.getStyleClass().addAll("small-button", "plain-button");
        charts.setOnAction(_ -> bench.go().accept("charts"));
        charts.managedProperty().bind(charts.visibleProperty());
        getChildren().setAll(head, none, train, rows, charts);
        model.corrections().allProperty().subscribe(_ -> show());
        model.asking().answeredProperty().subscribe(_ -> show());
        model.lab().runs().addListener((javafx.collections.ListChangeListener<Object>) _ -> show());
        show();
    }

    private void show() {
        List<Correction> all = model.corrections().allProperty().get();
        Optional<Answered> now = model.asking().answeredProperty().get();
        List<String> classes = model.lab().desk().workspace().datasetProperty().get().map(each -> each.classes()).orElse(List.of());
        none.setVisible(all.isEmpty());
        none.setManaged(all.isEmpty());
        rows.getChildren().setAll(all.stream().skip(Math.max(0, all.size() - MOST)).map(each -> row(each, classes)).toList());
        if (all.size() > MOST) {
            Label more = new Label("and %d before these".formatted(all.size() - MOST));
            more.getStyleClass().add("muted");
            rows.getChildren().addFirst(more);
        }
        List<Correction> trained = now.map(each -> each.sight().run().start()).map(Experiment::data).map(each -> each.changes().corrections()).orElse(List.of());
        train.setText(all.isEmpty() ? "Train again without corrections" : "Train again with " + MistakesModel.words(all.size()));
        boolean same = all.equals(trained);
        train.setVisible(!(all.isEmpty() && same));
        train.setManaged(train.isVisible());
        train.setDisable(same || now.filter(each -> model.corrections().areOf(each.sight().network().dataset())).isEmpty());
        charts.setVisible(model.lab().runs().size() > 1
                && model.lab().runs().stream().anyMatch(each -> !each.start().data().changes().corrections().isEmpty()));
    }

    private Node row(Correction correction, List<String> classes) {
        Label words = new Label("%s #%s".formatted(correction.test() ? "test" : "train", Numbers.count(correction.index())));
        words.getStyleClass().add("mono");
        words.setMinWidth(USE_PREF_SIZE);
        Label what = new Label(PickedPanel.words(correction, classes));
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        Button remove = new Button("Remove", new FontIcon(Material2OutlinedAL.CLOSE));
        remove.getStyleClass().addAll("icon-button", "plain-button", "small-button", "remove-correction");
        remove.setTooltip(new Tooltip("Takes this correction back."));
        remove.setOnAction(_ -> model.corrections().remove(correction));
        HBox row = new HBox(8, words, what, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
