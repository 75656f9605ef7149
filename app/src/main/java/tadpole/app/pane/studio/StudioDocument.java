package tadpole.app.pane.studio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.engine.picture.studio.Composition;

/** The layers on the canvas and all that they were: undo and redo without limit. Empty before a painting was opened. */
public final class StudioDocument {

    private final ReadOnlyObjectWrapper<Optional<Composition>> composition = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final Deque<Optional<Composition>> before = new ArrayDeque<>();
    private final Deque<Optional<Composition>> after = new ArrayDeque<>();

    public ReadOnlyObjectProperty<Optional<Composition>> compositionProperty() {
        return composition.getReadOnlyProperty();
    }

    public Optional<Composition> composition() {
        return composition.get();
    }

    /** One edit, which one undo takes back. */
    public void edit(Composition next) {
        before.push(composition.get());
        after.clear();
        show(Optional.of(next));
    }

    /** Shows what an unfinished gesture makes of it; {@link #edit} with the state before it comes at the gesture's end. */
    public void preview(Composition passing) {
        composition.set(Optional.of(passing));
    }

    /** Another studio: nothing of it can be undone. */
    public void open(Optional<Composition> opened) {
        before.clear();
        after.clear();
        show(opened);
    }

    public void undo() {
        if (!before.isEmpty()) {
            after.push(composition.get());
            show(before.pop());
        }
    }

    public void redo() {
        if (!after.isEmpty()) {
            before.push(composition.get());
            show(after.pop());
        }
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    private void show(Optional<Composition> next) {
        undoable.set(!before.isEmpty());
        redoable.set(!after.isEmpty());
        composition.set(next);
    }
}
