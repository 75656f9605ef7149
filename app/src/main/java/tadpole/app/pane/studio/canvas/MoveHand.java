package tadpole.app.pane.studio.canvas;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.MaskCarrier;
import tadpole.engine.picture.studio.Placement;

/** Moves, scales, turns and mirrors the object, and its mask with it. Press, drag and let go are one step for undo. */
public final class MoveHand {

    /** What of the object's frame is held. */
    enum Grip { INSIDE, UPPER_LEFT, UPPER_RIGHT, LOWER_RIGHT, LOWER_LEFT, TURN }

    private static final double STEP_DEGREES = 15;
    private static final double STEP_SCALE = 0.05;
    private static final double LEAST_PIXELS = 4;
    private static final double MOST_SCALE = 64;

    private final CanvasModel model;
    private final MaskCarrier carrier;
    private final BooleanProperty maskMovesAlong = new SimpleBooleanProperty(true);
    private Optional<Composition> start = Optional.empty();
    private Grip grip = Grip.INSIDE;
    private double fromX;
    private double fromY;
    private Placement last = new Placement(0, 0, 1, 0, false);

    MoveHand(CanvasModel model) {
        this.model = model;
        this.carrier = new MaskCarrier(model.desk().device());
    }

    BooleanProperty maskMovesAlongProperty() {
        return maskMovesAlong;
    }

    /** Whether a drag goes on. */
    boolean isPassing() {
        return start.isPresent();
    }

    /** False where there is nothing to be moved. */
    boolean press(Grip held, double x, double y) {
        if (!model.mayEdit() || model.edits().busyProperty().get()) {
            return false;
        }
        if (model.document().settled().flatMap(Composition::object).isEmpty()) {
            model.say("There is no object yet. Drop a picture on the canvas, or open one from the menu.");
            return false;
        }
        start = model.document().settled();
        last = start.orElseThrow().placement();
        grip = held;
        fromX = x;
        fromY = y;
        return true;
    }

    /** @param steps whether to keep to an axis, to steps of 15 degrees, of 5 % of its size */
    void drag(double x, double y, boolean steps) {
        start.ifPresent(from -> {
            Placement to = dragged(from, x, y, steps);
            if (!to.equals(last)) {
                last = to;
                boolean carry = maskMovesAlong.get();
                model.layers().follow(() -> placed(from, to, carry), model.look());
            }
        });
    }

    void release() {
        Optional<Composition> from = start;
        start = Optional.empty();
        from.ifPresent(each -> {
            Placement to = last;
            boolean carry = maskMovesAlong.get();
            if (to.equals(each.placement())) {
                model.document().cancel();
            } else {
                model.edits().make(now -> placed(now, to, carry));
            }
        });
    }

    void cancel() {
        if (start.isPresent()) {
            start = Optional.empty();
            model.document().cancel();
            model.document().settled().ifPresent(now -> model.layers().show(now, model.look()));
        }
    }

    /** A draft is seen: others see it too while the drag goes on. */
    void passed(Composition passing) {
        if (start.isPresent()) {
            model.document().preview(passing);
        }
    }

    /** Mirrors the object left to right. */
    public void flip() {
        boolean carry = maskMovesAlong.get();
        model.change(now -> now.object().isEmpty() ? now : placed(now, mirrored(now.placement()), carry));
    }

    private static Placement mirrored(Placement at) {
        return new Placement(at.x(), at.y(), at.scale(), at.degrees(), !at.flipped());
    }

    /** By so many pixels of the painting; several in a row are one step for undo. */
    public void nudge(double right, double down) {
        change("nudge", at -> new Placement(at.x() + right, at.y() + down, at.scale(), at.degrees(), at.flipped()));
    }

    /** Another placement, such as one that was typed; several of a gesture are one step for undo. */
    public void change(Object gesture, UnaryOperator<Placement> to) {
        if (model.mayEdit()) {
            boolean carry = maskMovesAlong.get();
            model.edits().make(gesture, now -> now.object().isEmpty() ? now : placed(now, to.apply(now.placement()), carry));
        }
    }

    private Composition placed(Composition from, Placement to, boolean carry) {
        return carry ? from.withPlacement(to).withMask(carrier.carry(from.mask(), from.placement(), to)) : from.withPlacement(to);
    }

    private Placement dragged(Composition from, double x, double y, boolean steps) {
        Placement at = from.placement();
        double dx = x - fromX;
        double dy = y - fromY;
        return switch (grip) {
            case INSIDE -> {
                boolean across = Math.abs(dx) >= Math.abs(dy);
                yield new Placement(at.x() + (steps && !across ? 0 : dx), at.y() + (steps && across ? 0 : dy), at.scale(), at.degrees(), at.flipped());
            }
            case TURN -> {
                double turned = at.degrees() + StrictMath.toDegrees(StrictMath.atan2(y - at.y(), x - at.x()) - StrictMath.atan2(fromY - at.y(), fromX - at.x()));
                double degrees = steps ? STEP_DEGREES * Math.rint(turned / STEP_DEGREES) : turned;
                yield new Placement(at.x(), at.y(), at.scale(), Math.IEEEremainder(degrees, 360), at.flipped());
            }
            default -> scaled(from, x, y, steps);
        };
    }

    /** The corner across stays where it is. */
    private Placement scaled(Composition from, double x, double y, boolean steps) {
        Placement at = from.placement();
        ObjectFrame frame = ObjectFrame.of(from).orElseThrow();
        double[] fixed = frame.across(grip);
        double[] held = frame.corner(grip);
        double length = Math.hypot(held[0] - fixed[0], held[1] - fixed[1]);
        double along = ((x - fixed[0]) * (held[0] - fixed[0]) + (y - fixed[1]) * (held[1] - fixed[1])) / length;
        double wanted = at.scale() * along / length;
        double least = LEAST_PIXELS / Math.max(from.object().orElseThrow().width(), from.object().orElseThrow().height());
        double scale = Math.clamp(steps ? Math.max(STEP_SCALE, STEP_SCALE * Math.rint(wanted / STEP_SCALE)) : wanted, least, MOST_SCALE);
        double times = scale / at.scale();
        return new Placement(fixed[0] + (at.x() - fixed[0]) * times, fixed[1] + (at.y() - fixed[1]) * times, scale, at.degrees(), at.flipped());
    }
}
