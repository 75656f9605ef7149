package tadpole.app.form;

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
public final class Undo<S> {

    private final Deque<S> done = new ArrayDeque<>();
    private final Deque<S> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final int most;
    private Optional<Object> gesture = Optional.empty();
    private boolean begun;

    /** @param most steps that are kept */
    public Undo(int most) {
        this.most = most;
    }

    /** Without limit. */
    public Undo() {
        this(Integer.MAX_VALUE);
    }

    public ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** All changes until another gesture begins, or it ends, are one step. Where this gesture goes on already, it goes on. */
    public void begin(Object name) {
        if (!gesture.equals(Optional.of(name))) {
            gesture = Optional.of(name);
            begun = false;
        }
    }

    public void end() {
        gesture = Optional.empty();
    }

    /** Something changed. @param before how it was */
    public void changed(S before) {
        if (gesture.isEmpty() || !begun) {
            done.push(Objects.requireNonNull(before));
            begun = true;
        }
        if (done.size() > most) {
            done.removeLast();
        }
        undone.clear();
        look();
    }

    /** Nothing can be taken back any more. */
    public void clear() {
        end();
        done.clear();
        undone.clear();
        look();
    }

    /** What to go back to. @param now how it is, given what one goes to */
    public Optional<S> undo(UnaryOperator<S> now) {
        return turn(done, undone, now);
    }

    /** What to go forth to. @param now how it is, given what one goes to */
    public Optional<S> redo(UnaryOperator<S> now) {
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
