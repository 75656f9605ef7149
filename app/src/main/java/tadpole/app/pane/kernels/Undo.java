package tadpole.app.pane.kernels;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * What was, so that one can go back to it and forth again, one gesture at a time.
 *
 * @param <S> all that is brought back; never changes
 */
final class Undo<S> {

    private static final int MOST = 200;

    private final Deque<S> done = new ArrayDeque<>();
    private final Deque<S> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private Optional<Object> gesture = Optional.empty();
    private boolean begun;

    ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** All changes until another gesture begins, or it ends, are one step. Where this gesture goes on already, it goes on. */
    void begin(Object name) {
        if (!gesture.equals(Optional.of(name))) {
            gesture = Optional.of(name);
            begun = false;
        }
    }

    void end() {
        gesture = Optional.empty();
    }

    /** Something changed. @param before how it was */
    void changed(S before) {
        if (gesture.isEmpty() || !begun) {
            done.push(Objects.requireNonNull(before));
            begun = true;
        }
        if (done.size() > MOST) {
            done.removeLast();
        }
        undone.clear();
        look();
    }

    /** What to go back to. @param now how it is, given what one goes to */
    Optional<S> undo(UnaryOperator<S> now) {
        return turn(done, undone, now);
    }

    /** What to go forth to. @param now how it is, given what one goes to */
    Optional<S> redo(UnaryOperator<S> now) {
        return turn(undone, done, now);
    }

    private Optional<S> turn(Deque<S> from, Deque<S> to, UnaryOperator<S> now) {
        end();
        Optional<S> wanted = Optional.ofNullable(from.poll());
        wanted.map(now).ifPresent(to::push);
        look();
        return wanted;
    }

    private void look() {
        possible.set(!done.isEmpty());
        redoable.set(!undone.isEmpty());
    }
}
