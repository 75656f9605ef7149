package tadpole.app.pane.train.inside;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.chart.Digits;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;
import tadpole.app.image.ToneScale;
import tadpole.app.image.Viewport;
import tadpole.app.pane.train.LayerNames;
import tadpole.engine.insight.LayerPictures;
import tadpole.engine.tensor.Tensor;

/** One picture of a layer large, each number to be read, over everything else; follows the moment that is looked at. */
final class UnitCard extends VBox {

    private final PicturesModel model;
    private final PlaneModel plane = new PlaneModel(new Viewport());
    private final PlaneView view;
    private final ToneScale scale;
    private final Label title = new Label();
    private final Label pointed = new Label();
    private final GridPane figures = new GridPane();

    UnitCard(PicturesModel model, Function<String, Color> tokens) {
        this.model = model;
        this.view = new PlaneView(plane, tokens);
        this.scale = new ToneScale(plane, tokens);
        setId("inside-unit");
        getStyleClass().addAll("card", "inside-unit");
        view.setId("inside-unit-view");
        title.getStyleClass().add("section-title");
        title.setId("inside-unit-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, button(Material2OutlinedAL.CHEVRON_LEFT, "The one before", () -> step(-1)),
                button(Material2OutlinedAL.CHEVRON_RIGHT, "The next one", () -> step(1)), button(Material2OutlinedAL.CLOSE, "Close (Esc)", this::close));
        head.getStyleClass().add("inside-head");
        head.setAlignment(Pos.CENTER_LEFT);
        pointed.getStyleClass().addAll("mono", "small");
        pointed.setId("inside-unit-pointed");
        plane.placeProperty().addListener(_ -> pointed.setText(plane.pointedText()));
        figures.getStyleClass().add("inside-figures");
        figures.setId("inside-unit-figures");
        VBox side = new VBox(figures, scale, pointed);
        side.getStyleClass().add("inside-side");
        HBox.setHgrow(view, Priority.ALWAYS);
        HBox body = new HBox(view, side);
        body.getStyleClass().add("inside-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(head, body);
        model.openedProperty().subscribe(_ -> show());
        model.picturesProperty().subscribe(_ -> show());
        model.ownRangesProperty().subscribe(_ -> show());
    }

    private static Button button(Ikon code, String tip, Runnable action) {
        Button button = new Button();
        button.setGraphic(new FontIcon(code));
        button.getStyleClass().addAll("small-button", "icon-button");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void step(int by) {
        int count = model.picturesProperty().get().map(now -> now.shown().count()).orElse(1);
        model.openedProperty().get().ifPresent(at -> model.openedProperty().set(OptionalInt.of(Math.floorMod(at + by, count))));
    }

    void close() {
        model.openedProperty().set(OptionalInt.empty());
    }

    private void show() {
        Optional<Pictures> made = model.picturesProperty().get();
        OptionalInt at = model.openedProperty().get();
        boolean open = made.isPresent() && at.isPresent() && at.getAsInt() < made.get().shown().count();
        setVisible(open);
        if (open) {
            show(made.get(), at.getAsInt());
        }
    }

    private void show(Pictures now, int at) {
        LayerPictures shown = now.shown();
        Tensor picture = shown.picture(at);
        title.setText("%s of %s, %s".formatted(now.kind(), LayerNames.words(shown.layer()), shown.name(at)));
        plane.nameProperty().set(title.getText());
        plane.toningProperty().set(model.ownRangesProperty().get() ? now.toning(at) : now.toning());
        plane.valuesProperty().set(Optional.of(picture));
        pointed.setText(plane.pointedText());
        LayerPictures.Range range = shown.range(at);
        figures.getChildren().clear();
        row("step", Digits.count(now.sight().step()));
        row("least", Float.toString(range.least()));
        row("greatest", Float.toString(range.greatest()));
        row("mean", Digits.shortest(mean(picture)));
        row("L2 norm", Digits.shortest(picture.norm()));
        row("numbers", Digits.count(picture.size()));
        now.biases().filter(each -> !shown.isMatrix()).ifPresent(each ->
                row("bias", Float.toString(each.value().data()[at / shown.naming().channels()])));
    }

    private static double mean(Tensor of) {
        double sum = 0;
        for (int i = 0; i < of.size(); i++) {
            sum += of.data()[i];
        }
        return sum / of.size();
    }

    private void row(String name, String value) {
        Label left = new Label(name);
        left.getStyleClass().add("muted");
        Label right = new Label(value);
        right.getStyleClass().add("mono");
        figures.addRow(figures.getRowCount(), left, right);
    }

    /** Colors that changed with the theme. */
    void repaint() {
        view.repaint();
        scale.repaint();
    }
}
