package tadpole.app.pane.playground.points;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import tadpole.app.pane.playground.points.Columns.Unit;
import tadpole.app.shell.Theme;
import tadpole.engine.dataset.Split;

/** The plane: what the network says of every point of it, with the points it learns from and those of the test. */
final class MapView extends Pane {

    private static final double MARK = 3.2;
    /** So few points are drawn larger. */
    private static final int FEW = 60;

    private final PointsModel model;
    private final Theme theme;
    private final LookImages images;
    private final OwnPoints own;
    private final ImageView map = new ImageView();
    private final Canvas points = new Canvas();
    private final Rectangle clip = new Rectangle();
    private int dragged = -1;
    private boolean moved;

    MapView(PointsModel model, Theme theme, LookImages images) {
        this.model = model;
        this.theme = theme;
        this.images = images;
        this.own = model.own();
        setId("points-map");
        map.setManaged(false);
        map.setSmooth(true);
        points.setManaged(false);
        clip.setArcWidth(8);
        clip.setArcHeight(8);
        setClip(clip);
        setMinSize(120, 120);
        getChildren().setAll(map, points);
        points.setOnMousePressed(this::pressed);
        points.setOnMouseDragged(this::dragged);
        points.setOnMouseReleased(this::released);
        model.lookProperty().subscribe(now -> {
            if (now.columns() != null) {
                map.setImage(images.map(now));
            }
        });
        model.draftProperty().subscribe(_ -> drawPoints());
        model.pointing().pickedProperty().subscribe(_ -> drawPoints());
        own.selectedProperty().subscribe(_ -> drawPoints());
        theme.kindProperty().subscribe(_ -> drawPoints());
    }

    private double side() {
        return Math.min(getWidth(), getHeight());
    }

    @Override
    protected void layoutChildren() {
        double side = side();
        map.setFitWidth(side);
        map.setFitHeight(side);
        points.setWidth(side);
        points.setHeight(side);
        clip.setWidth(side);
        clip.setHeight(side);
        drawPoints();
    }

    private double x(double x1) {
        return (x1 / model.draft().reach() + 1) / 2 * side();
    }

    private double y(double x2) {
        return (1 - x2 / model.draft().reach()) / 2 * side();
    }

    private double x1(double x) {
        return (2 * x / side() - 1) * model.draft().reach();
    }

    private double x2(double y) {
        return (1 - 2 * y / side()) * model.draft().reach();
    }

    private void drawPoints() {
        GraphicsContext g = points.getGraphicsContext2D();
        g.clearRect(0, 0, points.getWidth(), points.getHeight());
        PlayDraft draft = model.draft();
        draw(g, draft.dataset().train(), true);
        draft.dataset().test().ifPresent(test -> draw(g, test, false));
        if (own.isOpen() && own.selectedProperty().get().isPresent()) {
            OwnPoints.Point point = own.points().get(own.selectedProperty().get().get());
            ClassMark.of(point.label()).draw(g, x(point.x1()), y(point.x2()), MARK, true, theme.color(Inks.CLASSES.get(point.label())), theme.color("surface"));
            ring(g, x(point.x1()), y(point.x2()), 9);
        }
        model.pointing().pickedProperty().get().ifPresent(point -> {
            ring(g, x(point.x1()), y(point.x2()), 7);
            g.strokeLine(x(point.x1()), y(point.x2()) - 12, x(point.x1()), y(point.x2()) - 3);
            g.strokeLine(x(point.x1()), y(point.x2()) + 3, x(point.x1()), y(point.x2()) + 12);
            g.strokeLine(x(point.x1()) - 12, y(point.x2()), x(point.x1()) - 3, y(point.x2()));
            g.strokeLine(x(point.x1()) + 3, y(point.x2()), x(point.x1()) + 12, y(point.x2()));
        });
    }

    private void ring(GraphicsContext g, double x, double y, double radius) {
        g.setStroke(theme.color("text"));
        g.setLineWidth(2);
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void draw(GraphicsContext g, Split split, boolean filled) {
        float[] place = new float[2];
        double size = MARK * Math.clamp(side() / 320, 0.8, 1.6) * (model.draft().dataset().train().size() < FEW ? 1.6 : 1);
        for (int i = 0; i < split.size(); i++) {
            split.read(i, place, 0);
            int label = split.label(i);
            ClassMark.of(label).draw(g, x(place[0]), y(place[1]), size, filled,
                    theme.color(Inks.CLASSES.get(label)), theme.color("surface"));
        }
    }

    private void pressed(MouseEvent mouse) {
        moved = false;
        dragged = own.isOpen() ? own.at(x1(mouse.getX()), x2(mouse.getY()), 8 * 2 * model.draft().reach() / side()) : -1;
        if (dragged >= 0 && mouse.getButton() == MouseButton.SECONDARY) {
            own.delete(dragged);
            dragged = -1;
            moved = true;
        } else if (dragged >= 0) {
            own.select(Optional.of(dragged));
        }
    }

    private void dragged(MouseEvent mouse) {
        if (dragged >= 0) {
            moved = true;
            own.move(dragged, inside(x1(mouse.getX())), inside(x2(mouse.getY())));
        }
    }

    private double inside(double value) {
        return Math.clamp(value, -model.draft().reach(), model.draft().reach());
    }

    private void released(MouseEvent mouse) {
        if (moved || dragged >= 0) {
            own.settle();
            dragged = -1;
            return;
        }
        if (own.isOpen() && mouse.getButton() == MouseButton.PRIMARY && !mouse.isShiftDown()) {
            own.add(x1(mouse.getX()), x2(mouse.getY()));
        } else {
            Look.Picked point = new Look.Picked(x1(mouse.getX()), x2(mouse.getY()));
            boolean again = model.pointing().pickedProperty().get().filter(before -> Math.hypot(before.x1() - point.x1(), before.x2() - point.x2()) < 0.04 * model.draft().reach()).isPresent();
            model.pointing().pickedProperty().set(again ? Optional.empty() : Optional.of(point));
        }
    }

    /** What the map shows now, in words. */
    String title() {
        Optional<Unit> unit = model.look().shown();
        return unit.map(each -> model.words().title(each) + ", now").orElse("What it decides, now");
    }
}
