package tadpole.app.pane.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Brush;
import tadpole.engine.picture.mask.Combine;
import tadpole.engine.picture.mask.FloodFill;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.MaskPainter;
import tadpole.engine.picture.mask.Shapes;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Compositor;

/** Draws on the mask: press, drag and let go are one step for undo. Places are in pixels of the painting; the middle of the first is 0.5. */
public final class MaskHand {

    /** @param tool one that draws a line @param points x0, y0, x1, y1 ...: two corners, or the line of the lasso */
    record Outline(Tool tool, double[] points) {}

    private final CanvasModel model;
    private final ReadOnlyObjectWrapper<Optional<Outline>> outline = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper painting = new ReadOnlyBooleanWrapper();
    private final List<Double> points = new ArrayList<>();
    private Optional<MaskPainter> painter = Optional.empty();
    private Optional<Composition> start = Optional.empty();
    private double lastX;
    private double lastY;
    private double strokeX;
    private double strokeY;
    private double spacing;

    MaskHand(CanvasModel model) {
        this.model = model;
    }

    /** The shape one draws at the moment. */
    ReadOnlyObjectProperty<Optional<Outline>> outlineProperty() {
        return outline.getReadOnlyProperty();
    }

    /** True while a brush or an eraser is down: one looks at the layers then, not at what a run made of them. */
    ReadOnlyBooleanProperty paintingProperty() {
        return painting.getReadOnlyProperty();
    }

    public boolean isDown() {
        return start.isPresent();
    }

    /** @param other whether the other of the two is meant: eraser for brush, subtract for add */
    public void press(double x, double y, boolean other) {
        if (!model.mayEdit() || model.edits().busyProperty().get()) {
            return;
        }
        start = model.document().settled();
        Tool tool = model.tool();
        if (tool.isBrush()) {
            Combine way = tool == Tool.BRUSH != other ? Combine.ADD : Combine.SUBTRACT;
            double radius = model.settings().whole("size") / 2.0;
            painter = Optional.of(new MaskPainter(start.orElseThrow().mask(), new Brush(radius, 1 - model.settings().decimal("softness")), way));
            spacing = radius / 8;
            painting.set(true);
            stroke(x, y);
        } else if (tool.isShape()) {
            points.clear();
            add(x, y);
        } else if (tool == Tool.FILL) {
            start = Optional.empty();
            fill((int) Math.floor(x), (int) Math.floor(y), way(other));
        }
    }

    /** @param even whether both sides are to be of one length */
    public void drag(double x, double y, boolean even) {
        if (start.isEmpty()) {
            return;
        }
        if (painter.isPresent()) {
            lastX = x;
            lastY = y;
            if (Math.hypot(x - strokeX, y - strokeY) >= spacing) {
                stroke(x, y);
            }
        } else if (model.tool() == Tool.LASSO) {
            add(x, y);
        } else {
            corner(x, y, even);
        }
    }

    /** @param other as for {@link #press} */
    public void release(boolean other) {
        start.ifPresent(from -> {
            if (painter.isPresent()) {
                endStroke(from);
            } else if (points.size() > 2) {
                enclose(model.tool(), way(other));
            }
        });
        end();
    }

    /** Gives the gesture up: nothing of it stays. */
    public void cancel() {
        if (painter.isPresent()) {
            start.ifPresent(from -> model.layers().show(from, model.look()));
        }
        end();
    }

    private void end() {
        painter = Optional.empty();
        start = Optional.empty();
        points.clear();
        outline.set(Optional.empty());
        painting.set(false);
    }

    private void stroke(double x, double y) {
        MaskPainter now = painter.orElseThrow();
        lastX = strokeX = x;
        lastY = strokeY = y;
        Box box = now.to(x, y);
        model.layers().touch(now.values(), box);
        model.layers().outline(now.values());
    }

    private void endStroke(Composition from) {
        if (lastX != strokeX || lastY != strokeY) {
            stroke(lastX, lastY);
        }
        model.document().edit(from.withMask(painter.orElseThrow().mask()));
    }

    private void add(double x, double y) {
        points.add(x);
        points.add(y);
        draw();
    }

    private void corner(double x, double y, boolean even) {
        double dx = x - points.get(0);
        double dy = y - points.get(1);
        double side = Math.max(Math.abs(dx), Math.abs(dy));
        while (points.size() > 2) {
            points.removeLast();
        }
        points.add(even ? points.get(0) + Math.copySign(side, dx) : x);
        points.add(even ? points.get(1) + Math.copySign(side, dy) : y);
        draw();
    }

    private void draw() {
        outline.set(Optional.of(new Outline(model.tool(), points.stream().mapToDouble(Double::doubleValue).toArray())));
    }

    private Combine way(boolean other) {
        return !other ? model.way() : model.way() == Combine.SUBTRACT ? Combine.ADD : Combine.SUBTRACT;
    }

    private void enclose(Tool tool, Combine way) {
        double[] at = points.stream().mapToDouble(Double::doubleValue).toArray();
        model.changeMask(mask -> mask.with(shape(tool, mask.height(), mask.width(), at), way));
    }

    private static Mask shape(Tool tool, int height, int width, double[] at) {
        return switch (tool) {
            case RECTANGLE -> Shapes.rectangle(height, width, at[0], at[1], at[2], at[3]);
            case ELLIPSE -> Shapes.ellipse(height, width, at[0], at[1], at[2], at[3]);
            default -> {
                double[] xs = new double[at.length / 2];
                double[] ys = new double[at.length / 2];
                for (int i = 0; i < xs.length; i++) {
                    xs[i] = at[2 * i];
                    ys[i] = at[2 * i + 1];
                }
                yield Shapes.lasso(height, width, xs, ys);
            }
        };
    }

    private void fill(int x, int y, Combine way) {
        double tolerance = model.settings().decimal("tolerance");
        Compositor compositor = new Compositor(model.desk().device());
        model.change(now -> {
            Picture seen = seen(compositor, now);
            return x < 0 || y < 0 || x >= seen.width() || y >= seen.height() ? now
                    : now.withMask(now.mask().with(FloodFill.of(seen, x, y, tolerance), way));
        });
    }

    /** The object wholly, above the painting: it is what one wants to mask. */
    private static Picture seen(Compositor compositor, Composition now) {
        return compositor.composite(now.withMask(Mask.full(now.mask().height(), now.mask().width())));
    }
}
