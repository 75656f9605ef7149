package tadpole.app.pane.train.mistakes;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.image.PlaneWall;
import tadpole.app.image.Toning;
import tadpole.app.pane.train.LayerNames;
import tadpole.app.pane.train.Numbers;
import tadpole.app.xray.NumberText;
import tadpole.engine.evaluation.LayerWalk;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The picked image through all layers: a row of pictures for each, with its shape and the range of its numbers. */
final class WalkCard extends VBox {

    private static final double LEAST_ROOM = 56;
    private static final double MOST_ROOM = 150;
    /** Edges, gap and scroll bar. */
    private static final double ASIDE = 58;
    private static final double LEAST_WORDS = 124;
    private static final double LETTER = 7.5;

    private final MistakesModel model;
    private final Label title = new Label();
    private final VBox rows = new VBox();
    private double room = LEAST_ROOM;

    /** @param back closes it */
    WalkCard(MistakesModel model, Runnable back) {
        this.model = model;
        setId("layer-walk");
        getStyleClass().addAll("card", "walk-card");
        Label name = new Label("Through the layers");
        name.getStyleClass().add("section-title");
        name.setMinWidth(USE_PREF_SIZE);
        title.setId("walk-title");
        title.getStyleClass().add("muted");
        title.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = new Button("Back to the wall");
        close.setId("walk-back");
        close.getStyleClass().add("small-button");
        close.setMinWidth(USE_PREF_SIZE);
        close.setTooltip(new Tooltip("Esc"));
        close.setOnAction(_ -> back.run());
        HBox head = new HBox(8, name, title, space, close);
        head.getStyleClass().add("confusion-head");
        rows.getStyleClass().add("walk-rows");
        Label scale = new Label("Blue below zero, orange above; the strongest color is each layer's largest number. The input: its least number black, its greatest white.");
        scale.getStyleClass().addAll("muted", "small");
        scale.setWrapText(true);
        scale.setMinHeight(USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setMinHeight(0);
        getChildren().setAll(head, scroll, scale);
        model.pickedProperty().subscribe(_ -> show());
        model.lab().desk().theme().kindProperty().subscribe(_ -> show());
        visibleProperty().addListener(_ -> show());
        heightProperty().addListener(_ -> show());
        widthProperty().addListener(_ -> show());
    }

    private void show() {
        Optional<Picked> picked = model.pickedProperty().get();
        if (!isVisible() || picked.isEmpty()) {
            rows.getChildren().clear();
            return;
        }
        Picked now = picked.get();
        title.setText("%s, step %s".formatted(now.where(), Numbers.count(now.of().sight().step())));
        // What a flatten layer gives are the same numbers once more.
        List<LayerWalk> walk = now.walk().stream().filter(each -> !each.layer().startsWith("flatten")).toList();
        room = Math.clamp((getHeight() - 60) / Math.max(1, walk.size()) - 12, LEAST_ROOM, MOST_ROOM);
        rows.getChildren().setAll(walk.stream().map(this::row).toList());
    }

    private Node row(LayerWalk at) {
        Label name = new Label(LayerNames.words(at.layer()));
        name.getStyleClass().add("section-title");
        Label shape = new Label(at.shape().toString());
        Label range = new Label("%s to %s".formatted(NumberText.of(at.least(), 3), NumberText.of(at.greatest(), 3)));
        shape.getStyleClass().addAll("mono", "muted");
        range.getStyleClass().addAll("mono", "muted");
        VBox words = new VBox(2, name, shape, range);
        words.getStyleClass().add("walk-words");
        words.setMinWidth(USE_PREF_SIZE);
        PlaneWall pictures = new PlaneWall(model.lab().desk().theme()::color);
        Tensor planes = planes(at.values());
        pictures.setRoom(room);
        pictures.setStill();
        pictures.show(planes, at.layer().equals(LayerWalk.INPUT) && planes.shape().at(0) == 1 ? Toning.stretchedGray(planes, 0) : Toning.signed(planes));
        pictures.setMinWidth(0);
        // Rows are asked for their height before they have a width.
        double high = pictures.heightAt(getWidth() - ASIDE - Math.max(LEAST_WORDS, name.getText().length() * LETTER));
        pictures.setMinHeight(high);
        pictures.setPrefHeight(high);
        pictures.setMaxHeight(high);
        HBox.setHgrow(pictures, Priority.ALWAYS);
        HBox row = new HBox(12, words, pictures);
        row.setId("walk-" + at.layer());
        row.getStyleClass().add("walk-row");
        return row;
    }

    /** Rows of numbers as one plane, about six times as wide as high. */
    private static Tensor planes(Tensor values) {
        Shape shape = values.shape();
        if (shape.rank() == 3) {
            return values;
        }
        int count = values.size();
        int high = 1;
        for (int rows = 2; rows * rows * 6 <= count * 2; rows++) {
            high = count % rows == 0 ? rows : high;
        }
        return Tensor.of(Shape.of(1, high, count / high), values.data());
    }
}
