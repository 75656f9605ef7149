package tadpole.app.pane.playground.points;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import tadpole.app.pane.playground.points.Columns.Number;

/** What can be taken back, the newest first. */
final class Undo {

    private static final int MOST = 100;

    sealed interface Past {}

    /** What was set up before, and the weights it started from. */
    record Draft(PlayDraft draft, PlayStart start) implements Past {}

    /**
     * A number before it was set by hand.
     *
     * @param atStart whether before the first step; else within a run
     * @param byHand  whether the start was given before already
     */
    record Hand(Number number, float before, boolean atStart, boolean byHand) implements Past {}

    private final Deque<Past> past = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper some = new ReadOnlyBooleanWrapper();
    private boolean gesture;

    ReadOnlyBooleanProperty someProperty() {
        return some.getReadOnlyProperty();
    }

    /** What follows is no longer one with what was done before. */
    void newGesture() {
        gesture = false;
    }

    /** A number that is moved on and on, by a slider or a wheel, is taken back at once. */
    void remember(Past step) {
        if (gesture && step instanceof Hand now && past.peek() instanceof Hand last && last.number().equals(now.number()) && last.atStart() == now.atStart()) {
            return;
        }
        gesture = step instanceof Hand;
        past.push(step);
        if (past.size() > MOST) {
            past.removeLast();
        }
        some.set(true);
    }

    Optional<Past> take() {
        gesture = false;
        Optional<Past> last = Optional.ofNullable(past.poll());
        some.set(!past.isEmpty());
        return last;
    }

    /** What was set within a run is gone with it. */
    void forgetRun() {
        past.removeIf(each -> each instanceof Hand hand && !hand.atStart());
        gesture = false;
        some.set(!past.isEmpty());
    }
}
