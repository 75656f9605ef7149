package tadpole.app.pane.studio.canvas;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import tadpole.app.image.PixelField;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.studio.Composition;

/** The layers on their real pixels, painted once for each pulse, and only what is seen and has changed; lines and handles above. */
final class CanvasSurface extends Region {

    private final CanvasModel model;
    private final ImageView view = new ImageView();
    private final CanvasMarks marks;
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper();
    private PixelField field = new PixelField(1, 1);
    private Optional<CanvasGeometry> geometry = Optional.empty();
    private Optional<Picture> result = Optional.empty();
    private int[] resultColors = new int[0];
    private Box dirty = Box.NOTHING;
    private boolean all = true;
    private double scale = 1;

    CanvasSurface(CanvasModel model) {
        this.model = model;
        this.marks = new CanvasMarks(token -> model.desk().theme().color(token));
        getStyleClass().add("studio-surface");
        setId("studio-surface");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setPickOnBounds(true);
        view.setManaged(false);
        view.setSmooth(false);
        getChildren().setAll(view, marks);
        Rectangle bounds = new Rectangle();
        bounds.widthProperty().bind(widthProperty());
        bounds.heightProperty().bind(heightProperty());
        setClip(bounds);
        InvalidationListener again = _ -> repaint();
        model.layers().sheetProperty().addListener(again);
        model.resultProperty().addListener(again);
        model.wipeProperty().addListener(again);
        model.viewport().zoomProperty().addListener(again);
        model.viewport().centerXProperty().addListener(again);
        model.viewport().centerYProperty().addListener(again);
        sceneProperty().addListener(again);
        model.layers().whenTouched(box -> {
            dirty = dirty.and(box);
            requestLayout();
        });
        model.layers().outlinesProperty().subscribe(this::outline);
        model.maskShownProperty().subscribe(this::outline);
        model.maskHand().paintingProperty().addListener(again);
        InvalidationListener faint = _ -> marks.faint(!model.tool().isOfMask() || !model.editableProperty().get());
        model.toolProperty().addListener(faint);
        model.editableProperty().addListener(faint);
        faint.invalidated(model.toolProperty());
        model.maskHand().outlineProperty().subscribe(marks::draw);
        InvalidationListener framed = _ -> frame();
        model.toolProperty().addListener(framed);
        model.editableProperty().addListener(framed);
        model.layers().sheetProperty().addListener(framed);
        InvalidationListener marching = _ -> marks.march(getScene() != null && model.editableProperty().get() && model.maskShownProperty().get());
        sceneProperty().addListener(marching);
        model.editableProperty().addListener(marching);
        model.maskShownProperty().addListener(marching);
        model.desk().theme().kindProperty().addListener(_ -> outline());
    }

    CanvasMarks marks() {
        return marks;
    }

    /** Where the painting lies since it was last drawn; empty without one. */
    Optional<CanvasGeometry> geometry() {
        return geometry;
    }

    /** Where it will lie when it is drawn next: several turns of the wheel may come before that. */
    Optional<CanvasGeometry> next() {
        int width = (int) Math.floor(getWidth() * scale);
        int height = (int) Math.floor(getHeight() * scale);
        return width < 1 || height < 1 ? Optional.empty()
                : model.layers().sheetProperty().get().map(sheet -> CanvasGeometry.of(sheet.height(), sheet.width(), model.viewport(), width, height));
    }

    /** Pixels of the screen that one unit takes. */
    double scale() {
        return scale;
    }

    /** Another number whenever the painting was drawn anew, such as at another place. */
    ReadOnlyIntegerProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Where a point of the painting is seen; empty without a painting. */
    Optional<Point2D> onCanvas(double x, double y) {
        return geometry.map(now -> new Point2D(now.x(x) / scale, now.y(y) / scale));
    }

    /** The point of the painting at a place of the canvas, also beside it; empty without a painting. */
    Optional<Point2D> onPainting(double x, double y) {
        return geometry.map(now -> new Point2D(now.column(x * scale), now.row(y * scale)));
    }

    private void repaint() {
        all = true;
        requestLayout();
    }

    private void outline() {
        CanvasLayers.Outlines now = model.layers().outlinesProperty().get();
        marks.outlines(now.tight(), now.loose(), model.maskShownProperty().get());
    }

    private void frame() {
        boolean moves = model.tool() == Tool.MOVE && model.editableProperty().get();
        marks.frame(model.layers().sheetProperty().get().filter(_ -> moves).flatMap(sheet -> ObjectFrame.of(sheet.of())));
    }

    @Override
    protected void layoutChildren() {
        scale = getScene() == null || getScene().getWindow() == null ? 1 : Math.max(1, getScene().getWindow().getOutputScaleX());
        Optional<CanvasGeometry> wanted = next();
        boolean moved = !wanted.equals(geometry);
        geometry = wanted;
        view.setVisible(geometry.isPresent());
        marks.setVisible(geometry.isPresent());
        geometry.ifPresent(now -> {
            if (moved) {
                marks.place(now, scale);
                frame();
            }
            paint(now, model.layers().sheetProperty().get().orElseThrow(), moved || all);
        });
        all = false;
        dirty = Box.NOTHING;
        if (moved) {
            shown.set(shown.get() + 1);
        }
    }

    private void paint(CanvasGeometry now, CanvasSheet sheet, boolean wholly) {
        Box seen = now.seen();
        if (seen.isEmpty()) {
            view.setVisible(false);
            return;
        }
        boolean fresh = !field.fits(seen.width(), seen.height());
        if (fresh) {
            field = new PixelField(seen.width(), seen.height());
            view.setImage(field.image());
            view.setFitWidth(seen.width() / scale);
            view.setFitHeight(seen.height() / scale);
        }
        Box part = wholly || fresh ? seen : now.seen(dirty);
        if (part.isEmpty()) {
            return;
        }
        int[] right = resultColors(sheet);
        boolean wiped = right != sheet.colors();
        double column = model.wipeProperty().get() * now.columns();
        int wipe = wiped ? (int) Math.round(now.x(column)) : seen.right();
        marks.endAt(wiped ? OptionalDouble.of(column) : OptionalDouble.empty());
        new CanvasPainter(now, sheet.colors(), right, wipe).paint(part, field.colors());
        if (part.equals(seen)) {
            field.show();
        } else {
            field.show(part.x() - seen.x(), part.y() - seen.y(), part.width(), part.height());
        }
        view.relocate(seen.x() / scale, seen.y() / scale);
    }

    private int[] resultColors(CanvasSheet sheet) {
        Optional<Picture> now = model.resultProperty().get().filter(picture -> picture.height() == sheet.height() && picture.width() == sheet.width()
                && !model.maskHand().paintingProperty().get());
        if (now.isPresent() && result.filter(known -> known == now.get()).isEmpty()) {
            resultColors = CanvasSheet.colors(now.get());
        }
        result = now;
        return now.isPresent() ? resultColors : sheet.colors();
    }

    /** What is open, for who reads the screen aloud. */
    void describe(Optional<Composition> now) {
        setAccessibleText(now.map(each -> "%s, %d × %d".formatted(each.painting().name(), each.painting().width(), each.painting().height())).orElse("No painting"));
    }
}
