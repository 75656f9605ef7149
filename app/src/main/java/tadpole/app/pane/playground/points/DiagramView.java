package tadpole.app.pane.playground.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import tadpole.app.pane.playground.points.Columns.Bias;
import tadpole.app.pane.playground.points.Columns.Number;
import tadpole.app.pane.playground.points.Columns.Spot;
import tadpole.app.pane.playground.points.Columns.Unit;
import tadpole.app.pane.playground.points.Columns.Weight;
import tadpole.app.shell.Theme;
import tadpole.app.xray.XRayLayer;

/** The network: what one points at tells its numbers, a click sets a weight by hand, another one opens its arithmetic. */
final class DiagramView extends Pane {

    private static final double STANDARD_TYPE = 13;

    private final PointsModel model;
    private final XRayLayer layer;
    private final Canvas canvas = new Canvas();
    private final DiagramCanvas drawing;
    private final Label told = new Label();
    /** Shows nothing; its font says how large the window's type is. */
    private final Label type = new Label();
    private final LayerControls controls;
    private final WeightEditor editor;
    private Optional<Diagram> diagram = Optional.empty();

    DiagramView(PointsModel model, Theme theme, LookImages images, XRayLayer layer) {
        this.model = model;
        this.layer = layer;
        this.drawing = new DiagramCanvas(canvas, theme, images, new Lights(model.xray(), theme));
        this.controls = new LayerControls(model, this::requestLayout);
        this.editor = new WeightEditor(model, this::openArithmetic);
        setId("points-network");
        getStyleClass().add("points-network");
        setMinSize(0, 0);
        told.getStyleClass().addAll("tooltip", "points-told");
        told.setId("points-told");
        told.setMouseTransparent(true);
        told.setManaged(false);
        told.setVisible(false);
        type.setManaged(false);
        canvas.setManaged(false);
        editor.setManaged(false);
        controls.setManaged(false);
        getChildren().setAll(type, canvas, controls, told, editor);
        type.fontProperty().subscribe(_ -> requestLayout());
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(_ -> point(Optional.empty()));
        canvas.setOnMouseClicked(this::clicked);
        canvas.setOnScroll(this::scrolled);
        model.lookProperty().subscribe(_ -> {
            draw();
            tell();
        });
        model.pointing().hoveredProperty().subscribe(_ -> draw());
        model.pointing().chosenProperty().subscribe(_ -> {
            draw();
            placeEditor();
        });
        model.xray().model().litProperty().subscribe(_ -> {
            draw();
            tell();
        });
        model.xray().model().openProperty().subscribe(_ -> tell());
        theme.kindProperty().subscribe(_ -> draw());
    }

    private Optional<Diagram> diagram() {
        Columns columns = model.look().columns();
        if (columns == null || getWidth() < 1 || getHeight() < 1) {
            return Optional.empty();
        }
        if (diagram.isEmpty() || !diagram.get().columns().equals(columns) || !diagram.get().fits(getWidth(), getHeight(), zoom())) {
            diagram = Optional.of(new Diagram(columns, getWidth(), getHeight(), zoom()));
            controls.place(diagram.get());
        }
        return diagram;
    }

    private double zoom() {
        return type.getFont().getSize() / STANDARD_TYPE;
    }

    private void draw() {
        diagram().ifPresent(now -> {
            List<Spot> pointed = new ArrayList<>();
            model.pointing().hoveredProperty().get().ifPresent(pointed::add);
            model.pointing().chosenProperty().get().ifPresent(pointed::add);
            drawing.draw(now, model.look(), model.draft().inputs(), pointed);
        });
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
        diagram.ifPresent(controls::place);
        placeEditor();
    }

    private void moved(MouseEvent mouse) {
        point(diagram().flatMap(now -> now.at(mouse.getX(), mouse.getY())));
        told.setUserData(new double[] {mouse.getX(), mouse.getY()});
        tell();
    }

    private void point(Optional<Spot> spot) {
        if (!spot.equals(model.pointing().hoveredProperty().get())) {
            model.pointing().hoveredProperty().set(spot);
            tell();
        }
    }

    private void tell() {
        Optional<Spot> spot = model.pointing().hoveredProperty().get().filter(model.draft().columns()::has);
        told.setVisible(spot.isPresent() && told.getUserData() != null && !model.xray().model().openProperty().get());
        if (told.isVisible()) {
            double[] at = (double[]) told.getUserData();
            told.setText(model.words().of(spot.get()));
            told.applyCss();
            told.autosize();
            told.relocate(Math.clamp(at[0] + 14, 0, Math.max(0, getWidth() - told.getWidth())),
                    Math.clamp(at[1] + 16, 0, Math.max(0, getHeight() - told.getHeight())));
        }
    }

    private void clicked(MouseEvent mouse) {
        Optional<Spot> spot = diagram().flatMap(now -> now.at(mouse.getX(), mouse.getY()));
        if (spot.isEmpty()) {
            model.pointing().chosenProperty().set(Optional.empty());
            model.xray().model().close();
            return;
        }
        switch (spot.get()) {
            case Unit unit -> openArithmetic(unit);
            case Number number when model.pointing().chosenProperty().get().equals(Optional.of(number)) -> openArithmetic(number);
            case Number number -> model.pointing().chosenProperty().set(Optional.of(number));
        }
    }

    private void scrolled(ScrollEvent wheel) {
        if (editor.isVisible()) {
            editor.nudge(wheel.getDeltaY());
            wheel.consume();
        }
    }

    private void openArithmetic(Spot spot) {
        if (model.trace()) {
            layer.open(model.xray().address(spot), () -> canvas.localToScene(bounds(spot)));
            model.pointing().chosenProperty().set(Optional.empty());
        }
    }

    private Bounds bounds(Spot spot) {
        Diagram now = diagram.orElseThrow();
        return switch (spot) {
            case Unit unit -> new BoundingBox(now.x(unit.column()) - now.half(unit.column()), now.y(unit) - now.half(unit.column()),
                    2 * now.half(unit.column()), 2 * now.half(unit.column()));
            case Weight weight -> new BoundingBox(now.middle(weight) - 4, (now.fromY(weight) + now.toY(weight)) / 2 - 4, 8, 8);
            case Bias bias -> new BoundingBox(now.biasX(bias) - 4, now.biasY(bias) - 4, 8, 8);
        };
    }

    private void placeEditor() {
        Optional<Number> number = model.pointing().chosenProperty().get();
        editor.setVisible(number.isPresent());
        if (number.isEmpty() || diagram().isEmpty() || !diagram.get().columns().has(number.get())) {
            editor.setVisible(false);
            editor.close();
            return;
        }
        editor.show(number.get());
        editor.applyCss();
        editor.autosize();
        Bounds at = bounds(number.get());
        double below = at.getMaxY() + 12;
        double y = below + editor.getHeight() <= getHeight() ? below : at.getMinY() - 12 - editor.getHeight();
        editor.relocate(Math.clamp(at.getCenterX() - editor.getWidth() / 2, 4, Math.max(4, getWidth() - editor.getWidth() - 4)), Math.max(4, y));
    }
}
