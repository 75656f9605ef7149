package tadpole.app.pane.gradients.softmax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Logits that can be had back, the newest first. */
final class Undo {

    private static final int MOST = 100;
    private static final int NONE = -1;

    private final Deque<Logits> past = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper some = new ReadOnlyBooleanWrapper();
    private int moved = NONE;

    ReadOnlyBooleanProperty someProperty() {
        return some.getReadOnlyProperty();
    }

    /** What there was before all or some of it is replaced. */
    void remember(Logits before) {
        moved = NONE;
        push(before);
    }

    /** What there was before one logit moves; as long as the same one goes on moving it is one change. */
    void rememberMove(Logits before, int logit) {
        if (moved != logit) {
            push(before);
        }
        moved = logit;
    }

    /** The next move is another change. */
    void endMove() {
        moved = NONE;
    }

    private void push(Logits before) {
        if (before.equals(past.peek())) {
            return;
        }
        past.push(before);
        if (past.size() > MOST) {
            past.removeLast();
        }
        some.set(true);
    }

    Optional<Logits> take() {
        moved = NONE;
        Optional<Logits> last = Optional.ofNullable(past.poll());
        some.set(!past.isEmpty());
        return last;
    }
}
