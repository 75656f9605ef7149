package tadpole.app.image;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;

/**
 * Draws a {@link PlaneModel}: nearest neighbor in whole multiples, or smoothed where it must be shrunk; numbers in the cells where they have room; the
 * padding around it; marks above. The wheel zooms at the pointer, so do plus and minus, 0 or a double click fits, dragging moves, arrow keys point.
 */
public final class PlaneView extends Region {

    private static final double PREFERRED = 320;

    private final PlaneModel model;
    private final PlaneLayer layer;
    private final PlaneMarks marks;
    private final Rectangle focus = new Rectangle();
    private final Function<String, Color> tokens;
    private final BooleanProperty zoomable = new SimpleBooleanProperty(true);
    private final BooleanProperty dragMoves = new SimpleBooleanProperty(true);
    private final ObjectProperty<Pos> alignment = new SimpleObjectProperty<>(Pos.CENTER);
    private final ReadOnlyStringWrapper scaleText = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Rectangle2D> seen = new ReadOnlyObjectWrapper<>(Rectangle2D.EMPTY);

    /** @param tokens the theme's colors by their names */
    public PlaneView(PlaneModel model, Function<String, Color> tokens) {
        this.model = model;
        this.tokens = tokens;
        this.layer = new PlaneLayer(model, tokens, this::painted);
        this.marks = new PlaneMarks(tokens);
        getStyleClass().add("plane-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setPickOnBounds(true);
        getChildren().setAll(layer, marks, focus);
        clip();
        focus.setManaged(false);
        focus.setMouseTransparent(true);
        focus.setFill(Color.TRANSPARENT);
        focus.setStrokeType(StrokeType.INSIDE);
        focus.setStrokeWidth(2);
        focus.visibleProperty().bind(focusVisibleProperty());
        InvalidationListener again = _ -> repaint();
        model.valuesProperty().addListener(again);
        model.toningProperty().addListener(again);
        model.channelProperty().addListener(again);
        model.aroundProperty().addListener(again);
        model.marginProperty().addListener(again);
        model.viewport().zoomProperty().addListener(again);
        model.viewport().centerXProperty().addListener(again);
        model.viewport().centerYProperty().addListener(again);
        model.marksProperty().addListener(_ -> placeMarks());
        model.placeProperty().addListener(_ -> describe());
        model.nameProperty().subscribe(this::describe);
        alignment.subscribe(now -> layer.setAlign(new PlaneGeometry.Align(share(now.getHpos().ordinal()), share(now.getVpos().ordinal()))));
        sceneProperty().addListener(again);
        new PlaneHands(this, model);
    }

    /** LEFT, CENTER, RIGHT and TOP, CENTER, BASELINE (as low as it goes), BOTTOM. */
    private static double share(int ordinal) {
        return Math.min(1, ordinal / 2.0);
    }

    private void clip() {
        Rectangle bounds = new Rectangle();
        bounds.widthProperty().bind(widthProperty());
        bounds.heightProperty().bind(heightProperty());
        setClip(bounds);
    }

    /** Whether wheel, keys and drags zoom and move; false lets the wheel scroll what the view stands in. */
    public BooleanProperty zoomableProperty() {
        return zoomable;
    }

    /** Whether dragging with the left button moves the picture and a double click fits it; false leaves both to whoever draws: the middle button, or Ctrl, still moves. */
    public BooleanProperty dragMovesProperty() {
        return dragMoves;
    }

    /** Where the picture stands in a view that is larger. */
    public ObjectProperty<Pos> alignmentProperty() {
        return alignment;
    }

    /** How large it is drawn, in pixels of the screen: "10 : 1", or "1 : 2.4, smoothed"; empty without a picture. */
    public ReadOnlyStringProperty scaleTextProperty() {
        return scaleText.getReadOnlyProperty();
    }

    /** What is seen of picture and padding, in the view: what stands above or below it can be as wide. */
    public ReadOnlyObjectProperty<Rectangle2D> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** Colors that changed with the theme. */
    public void repaint() {
        layer.requestLayout();
    }

    /** The cell of the picture under the mouse; empty beside it and in its padding. */
    public Optional<PixelModel.Pixel> at(MouseEvent event) {
        return placeAt(event.getX(), event.getY()).filter(at -> model.valuesProperty().get()
                .filter(now -> at.y() >= 0 && at.y() < now.shape().at(1) && at.x() >= 0 && at.x() < now.shape().at(2)).isPresent());
    }

    /** The cell at a place of the view, also in the padding: there row or column are below 0 or beyond the last. */
    public Optional<PixelModel.Pixel> placeAt(double x, double y) {
        return layer.geometry().flatMap(now -> now.at(x * layer.scale(), y * layer.scale()));
    }

    /** Where cells stand in the scene, also beside what is seen; empty without a picture. */
    public Optional<Bounds> inScene(int y, int x, int height, int width) {
        double scale = layer.scale();
        return layer.geometry().map(now -> localToScene(new BoundingBox(now.xOf(x) / scale, now.yOf(y) / scale,
                (now.xOf(x + width) - now.xOf(x)) / scale, (now.yOf(y + height) - now.yOf(y)) / scale)));
    }

    /** As it will be painted next. */
    Optional<PlaneGeometry> next() {
        return layer.next();
    }

    double scale() {
        return layer.scale();
    }

    private void painted() {
        scaleText.set(layer.geometry().map(PlaneGeometry::words).orElse(""));
        seen.set(layer.seen());
        focus.setX(seen.get().getMinX());
        focus.setY(seen.get().getMinY());
        focus.setWidth(seen.get().getWidth());
        focus.setHeight(seen.get().getHeight());
        focus.setStroke(tokens.apply("accent"));
        placeMarks();
        describe();
    }

    private void placeMarks() {
        marks.setVisible(layer.geometry().isPresent());
        layer.geometry().ifPresent(now -> marks.show(model.marksProperty().get(), now, layer.scale()));
    }

    private void describe() {
        String size = model.valuesProperty().get().map(now -> ", %d × %d".formatted(now.shape().at(1), now.shape().at(2))).orElse("");
        String at = model.pointedText();
        setAccessibleText(model.nameProperty().get() + size + (at.isEmpty() ? "" : ". " + at));
    }

    @Override
    protected double computePrefWidth(double height) {
        return PREFERRED;
    }

    @Override
    protected double computePrefHeight(double width) {
        return PREFERRED;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        layer.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
