package tadpole.app.pane.studio.canvas;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import tadpole.app.shell.Action;
import tadpole.resources.Resources;

/** The canvas with its tools at the left: the layers on their real pixels, the wipe, and what others draw above. */
public final class CanvasView extends StackPane {

    private final CanvasModel model;
    private final CanvasSurface surface;
    private final Pane overlay = new Pane();
    private final CanvasMenu menu;
    private final List<Action> actions;

    public CanvasView(CanvasModel model) {
        this.model = model;
        this.surface = new CanvasSurface(model);
        this.menu = new CanvasMenu(model, model.files());
        this.actions = new CanvasActions(model, surface, menu).all();
        setId("studio-canvas");
        getStylesheets().add(Resources.url("css/pane-studio-canvas.css").toExternalForm());
        overlay.setMouseTransparent(true);
        new CanvasHands(surface, model);
        StackPane stage = new StackPane(surface, overlay, new WipeLine(model, surface), options(), where(), hint());
        stage.getStyleClass().add("studio-stage");
        HBox.setHgrow(stage, Priority.ALWAYS);
        stage.setMinSize(0, 0);
        HBox row = new HBox(new ToolColumn(model, menu), stage);
        row.getStyleClass().add("studio-canvas");
        getChildren().add(row);
        setMinSize(0, 0);
        model.document().compositionProperty().subscribe(surface::describe);
    }

    /** Where rooms draw above the picture, in the canvas's own coordinates (see {@link #onCanvas}); takes no mouse. */
    public Pane overlay() {
        return overlay;
    }

    /** Where a point of the painting lies in the overlay; the middle of its first pixel is (0.5, 0.5). Empty without a painting. */
    public Optional<Point2D> onCanvas(double x, double y) {
        return surface.onCanvas(x, y);
    }

    /** Another number whenever the painting lies elsewhere, larger or smaller: what is drawn in the overlay then goes along. */
    public ReadOnlyIntegerProperty shownProperty() {
        return surface.shownProperty();
    }

    /** All that one can do on the canvas. */
    public List<Action> actions() {
        return actions;
    }

    /** Takes dropped pictures: the first as painting, others as object or mask; false where they are none. */
    public boolean open(List<Path> files) {
        return model.files().take(files);
    }

    private Node options() {
        OptionsBar options = new OptionsBar(model);
        StackPane.setAlignment(options, Pos.BOTTOM_LEFT);
        return options;
    }

    private Label where() {
        Label where = new Label();
        where.setId("studio-where");
        where.getStyleClass().addAll("studio-chip", "mono");
        where.setMouseTransparent(true);
        where.textProperty().bind(Bindings.createStringBinding(this::words, surface.shownProperty(), model.pointedProperty()));
        where.visibleProperty().bind(model.document().compositionProperty().map(Optional::isPresent));
        StackPane.setAlignment(where, Pos.BOTTOM_RIGHT);
        return where;
    }

    private String words() {
        String at = model.pointedProperty().get().map(pixel -> " x %d y %d".formatted(pixel.x(), pixel.y())).orElse("");
        return surface.geometry().map(now -> now.percent() + at).orElse("");
    }

    private Label hint() {
        Label hint = new Label();
        hint.setId("studio-hint");
        hint.getStyleClass().add("studio-chip");
        hint.setMouseTransparent(true);
        hint.textProperty().bind(model.hintProperty());
        hint.visibleProperty().bind(model.hintProperty().isNotEmpty());
        StackPane.setAlignment(hint, Pos.TOP_CENTER);
        return hint;
    }
}
