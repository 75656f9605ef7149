package tadpole.app.pane.kernels.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import tadpole.engine.convolution.ConvolutionPlan;

/** Stacks that can be taken back, the newest first, and those that were. */
final class StackUndo {

    private static final int MOST = 100;

    /** @param panes the pane's convolution when the change was made */
    private record Step(StackDraft draft, ConvolutionPlan panes) {}

    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> taken = new ArrayDeque<>();
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
    void remember(StackDraft before, ConvolutionPlan panes, String what) {
        if (what.isEmpty() || !what.equals(last) || past.isEmpty()) {
            past.push(new Step(before, panes));
        }
        if (past.size() > MOST) {
            past.removeLast();
        }
        last = what;
        taken.clear();
        tell();
    }

    /** Whether the pane's convolution was changed after the last change of the stack: then that comes first. */
    boolean isBehind(ConvolutionPlan panes) {
        return past.isEmpty() || !past.peek().panes().equals(panes);
    }

    Optional<StackDraft> back(StackDraft now, ConvolutionPlan panes) {
        return turn(new Step(now, panes), past, taken);
    }

    Optional<StackDraft> forth(StackDraft now, ConvolutionPlan panes) {
        return turn(new Step(now, panes), taken, past);
    }

    private Optional<StackDraft> turn(Step now, Deque<Step> from, Deque<Step> to) {
        Optional<Step> found = Optional.ofNullable(from.poll());
        found.ifPresent(_ -> to.push(now));
        last = "";
        tell();
        return found.map(Step::draft);
    }

    private void tell() {
        some.set(!past.isEmpty());
        someTaken.set(!taken.isEmpty());
    }
}
