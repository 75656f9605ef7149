package tadpole.app.pane.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Affine;
import javafx.util.Duration;
import tadpole.engine.picture.mask.MaskOutline;

/** Lines above the layers: around the masks, the object and what one draws. They lie in pixels of the painting and keep their width on the screen. */
final class CanvasMarks extends Group {

    private static final double DASH = 4;
    private static final double MARCH_MILLIS = 160;
    private static final double HANDLE = 4.5;
    /** How much of a mask's lines is seen while no tool of it is in the hand. */
    private static final double FAINT = 0.4;
    /** Farther than any object lies beside its painting. */
    private static final double FAR = 1e5;
    /** How far above the object's frame the round handle stands, on the screen. */
    static final double TURN = 24;

    private final Function<String, Color> tokens;
    private final Affine place = new Affine();
    private final Group tight = new Group();
    private final Group loose = new Group();
    private final Group masks = new Group(loose, tight);
    private final Group drawn = new Group();
    private final Group frame = new Group();
    private final Group ofLayers = new Group(masks, frame);
    private final Rectangle before = new Rectangle();
    private final Circle brush = new Circle();
    private final Circle brushShade = new Circle();
    private final Timeline march = new Timeline(new KeyFrame(Duration.millis(MARCH_MILLIS), _ -> step()));
    private double hair = 1;
    private double phase;

    CanvasMarks(Function<String, Color> tokens) {
        this.tokens = tokens;
        setManaged(false);
        before.setX(-FAR);
        before.setY(-FAR);
        before.setHeight(2 * FAR);
        setMouseTransparent(true);
        getTransforms().setAll(place);
        getChildren().setAll(ofLayers, drawn, brushShade, brush);
        for (Circle each : List.of(brush, brushShade)) {
            each.setFill(Color.TRANSPARENT);
            each.setVisible(false);
        }
        march.setCycleCount(Timeline.INDEFINITE);
    }

    /** @param scale pixels of the screen that one unit takes */
    void place(CanvasGeometry geometry, double scale) {
        place.setToTransform(geometry.cell() / scale, 0, geometry.left() / scale, 0, geometry.cell() / scale, geometry.top() / scale);
        hair = scale / geometry.cell();
        Stream.of(tight, loose, drawn, frame).flatMap(group -> group.getChildren().stream()).map(Shape.class::cast).forEach(this::width);
        brush.setStrokeWidth(hair);
        brushShade.setStrokeWidth(3 * hair);
        step();
    }

    /** Lines march only where somebody sees them and nothing else needs the processor. */
    void march(boolean on) {
        if (on) {
            march.play();
        } else {
            march.pause();
        }
    }

    private void step() {
        phase = (phase + 1) % (2 * DASH);
        for (Group group : List.of(tight, loose, drawn)) {
            for (int i = 1; i < group.getChildren().size(); i += 2) {
                ((Shape) group.getChildren().get(i)).setStrokeDashOffset(-phase * hair);
            }
        }
    }

    private void width(Shape line) {
        double times = line.getUserData() instanceof Double given ? given : 1;
        line.setStrokeWidth(times * hair);
        if (!line.getStrokeDashArray().isEmpty()) {
            line.getStrokeDashArray().setAll(DASH * hair, DASH * hair);
        }
        if (line instanceof Circle circle) {
            circle.setRadius(HANDLE * hair);
        }
        if (line instanceof Rectangle square && frame.getChildren().contains(square)) {
            double middleX = square.getX() + square.getWidth() / 2;
            double middleY = square.getY() + square.getHeight() / 2;
            square.setX(middleX - HANDLE * hair);
            square.setY(middleY - HANDLE * hair);
            square.setWidth(2 * HANDLE * hair);
            square.setHeight(2 * HANDLE * hair);
        }
    }

    /** Lines around the tight mask in black and white, around the loose one in the accent's color. */
    void outlines(MaskOutline ofTight, MaskOutline ofLoose, boolean shown) {
        fill(tight, shown ? ofTight.lines() : List.of(), Color.WHITE);
        fill(loose, shown ? ofLoose.lines() : List.of(), tokens.apply("accent"));
    }

    /** How plainly the lines around the masks are seen. */
    void faint(boolean on) {
        masks.setOpacity(on ? FAINT : 1);
    }

    /** What a run made is looked at without lines around masks and object: they end at the wipe. @param column where it stands; empty where nothing is wiped */
    void endAt(OptionalDouble column) {
        column.ifPresent(to -> before.setWidth(to + FAR));
        ofLayers.setClip(column.isPresent() ? before : null);
    }

    private void fill(Group group, List<float[]> lines, Color color) {
        List<Shape> shapes = new ArrayList<>();
        for (float[] corners : lines) {
            shapes.addAll(dashed(closed(corners), closed(corners), color));
        }
        group.getChildren().setAll(shapes);
    }

    private static Polygon closed(float[] corners) {
        List<Double> points = new ArrayList<>(corners.length);
        for (float each : corners) {
            points.add((double) each);
        }
        Polygon line = new Polygon();
        line.getPoints().setAll(points);
        return line;
    }

    /** A dark line and dashes above it: seen on anything. */
    private List<Shape> dashed(Shape under, Shape over, Color color) {
        plain(under, Color.BLACK);
        plain(over, color);
        over.getStrokeDashArray().setAll(DASH * hair, DASH * hair);
        over.setStrokeDashOffset(-phase * hair);
        return List.of(under, over);
    }

    private void plain(Shape line, Color color) {
        line.setFill(Color.TRANSPARENT);
        line.setStroke(color);
        line.setStrokeLineCap(StrokeLineCap.BUTT);
        line.setUserData(1.25);
        line.setStrokeWidth(1.25 * hair);
    }

    /** The shape one draws at the moment. */
    void draw(Optional<MaskHand.Outline> now) {
        drawn.getChildren().setAll(now.map(each -> dashed(shape(each), shape(each), Color.WHITE)).orElse(List.of()));
    }

    private static Shape shape(MaskHand.Outline of) {
        double[] at = of.points();
        double x = at[0];
        double y = at[1];
        double right = at.length > 3 ? at[2] : x;
        double bottom = at.length > 3 ? at[3] : y;
        return switch (of.tool()) {
            case RECTANGLE -> new Rectangle(Math.min(x, right), Math.min(y, bottom), Math.abs(right - x), Math.abs(bottom - y));
            case ELLIPSE -> new Ellipse((x + right) / 2, (y + bottom) / 2, Math.abs(right - x) / 2, Math.abs(bottom - y) / 2);
            default -> new Polyline(at);
        };
    }

    /** The frame around the object with its handles; empty where it is not to be seen. */
    void frame(Optional<ObjectFrame> now) {
        frame.getChildren().setAll(now.map(this::frame).orElse(List.of()));
    }

    private List<Shape> frame(ObjectFrame of) {
        double[] at = of.corners();
        Color accent = tokens.apply("accent");
        List<Shape> shapes = new ArrayList<>();
        double[] turn = of.above(TURN * hair);
        shapes.add(line(new Polygon(at), Color.BLACK, 3));
        shapes.add(line(new Line((at[0] + at[2]) / 2, (at[1] + at[3]) / 2, turn[0], turn[1]), Color.BLACK, 3));
        shapes.add(line(new Polygon(at), accent, 1.25));
        shapes.add(line(new Line((at[0] + at[2]) / 2, (at[1] + at[3]) / 2, turn[0], turn[1]), accent, 1.25));
        for (int i = 0; i < 4; i++) {
            double half = HANDLE * hair;
            shapes.add(handle(new Rectangle(at[2 * i] - half, at[2 * i + 1] - half, 2 * half, 2 * half), accent));
        }
        shapes.add(handle(new Circle(turn[0], turn[1], HANDLE * hair), accent));
        return shapes;
    }

    private Shape line(Shape line, Color color, double times) {
        line.setFill(Color.TRANSPARENT);
        line.setStroke(color.equals(Color.BLACK) ? Color.color(0, 0, 0, 0.5) : color);
        line.setUserData(times);
        line.setStrokeWidth(times * hair);
        return line;
    }

    private Shape handle(Shape handle, Color accent) {
        handle.setFill(Color.WHITE);
        handle.setStroke(accent);
        handle.setUserData(1.5);
        handle.setStrokeWidth(1.5 * hair);
        return handle;
    }

    /** The circle that the brush would touch; hidden where radius is 0. */
    void brush(double x, double y, double radius) {
        for (Circle each : List.of(brush, brushShade)) {
            each.setVisible(radius > 0);
            each.setCenterX(x);
            each.setCenterY(y);
            each.setRadius(Math.max(radius, 1.5 * hair));
        }
        brush.setStroke(Color.WHITE);
        brushShade.setStroke(Color.color(0, 0, 0, 0.55));
    }
}
