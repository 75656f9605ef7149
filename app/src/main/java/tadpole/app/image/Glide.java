package tadpole.app.image;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import javafx.animation.AnimationTimer;

/** Lets a number glide to a goal, fast at first: how the wheel scrolls. */
final class Glide extends AnimationTimer {

    private static final double SECONDS = 0.06;
    private static final double CLOSE = 0.5;

    private final DoubleSupplier present;
    private final DoubleConsumer mover;
    private double goal;
    private long last;
    private boolean gliding;

    Glide(DoubleSupplier present, DoubleConsumer mover) {
        this.present = present;
        this.mover = mover;
    }

    void by(double distance, double most) {
        goal = Math.clamp((gliding ? goal : present.getAsDouble()) + distance, 0.0, most);
        if (!gliding) {
            gliding = true;
            last = 0;
            start();
        }
    }

    void end() {
        gliding = false;
        stop();
    }

    @Override
    public void handle(long now) {
        double seconds = last == 0 ? 1.0 / 60 : (now - last) / 1e9;
        last = now;
        double rest = goal - present.getAsDouble();
        if (Math.abs(rest) < CLOSE) {
            mover.accept(goal);
            end();
            return;
        }
        // A share of the rest that gives the same path at any frame rate.
        mover.accept(present.getAsDouble() + rest * (1 - Math.exp(-seconds / SECONDS)));
    }
}
