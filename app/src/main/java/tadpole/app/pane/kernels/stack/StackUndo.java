package tadpole.app.pane.kernels.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Stacks that can be taken back, the newest first, and those that were. */
final class StackUndo {

    private static final int MOST = 100;

    private final Deque<StackDraft> past = new ArrayDeque<>();
    private final Deque<StackDraft> taken = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper some = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper someTaken = new ReadOnlyBooleanWrapper();
    private String last = "";

    ReadOnlyBooleanProperty someProperty() {
        return some.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty takenProperty() {
        return someTaken.getReadOnlyProperty();
    }

    /** @param what is changed: the same again, unless empty, is one with the change before */
    void remember(StackDraft before, String what) {
        if (what.isEmpty() || !what.equals(last) || past.isEmpty()) {
            past.push(before);
        }
        if (past.size() > MOST) {
            past.removeLast();
        }
        last = what;
        taken.clear();
        tell();
    }

    Optional<StackDraft> back(StackDraft now) {
        return turn(now, past, taken);
    }

    Optional<StackDraft> forth(StackDraft now) {
        return turn(now, taken, past);
    }

    private Optional<StackDraft> turn(StackDraft now, Deque<StackDraft> from, Deque<StackDraft> to) {
        Optional<StackDraft> found = Optional.ofNullable(from.poll());
        found.ifPresent(_ -> to.push(now));
        last = "";
        tell();
        return found;
    }

    private void tell() {
        some.set(!past.isEmpty());
        someTaken.set(!taken.isEmpty());
    }
}
