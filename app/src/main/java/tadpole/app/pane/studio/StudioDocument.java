package tadpole.app.pane.studio;

import java.lang.ref.WeakReference;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.form.Undo;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Placement;

/** The layers on the canvas and all that they were: undo and redo without limit. Empty before a painting was opened. */
public final class StudioDocument {

    /**
     * A composition as history keeps it: a hundred masks take less memory than ten as they are.
     *
     * @param itself the very same object comes back while somebody still works with it, such as the run that made the result
     */
    private record Kept(Picture painting, Optional<Picture> object, Placement placement, MaskRuns mask, Optional<MaskRuns> loose,
            WeakReference<Composition> itself) {

        static Kept of(Composition now) {
            return new Kept(now.painting(), now.object(), now.placement(), MaskRuns.of(now.mask()), now.loose().map(MaskRuns::of),
                    new WeakReference<>(now));
        }

        Composition composition() {
            return Optional.ofNullable(itself.get()).orElseGet(() -> new Composition(painting, object, placement, mask.mask(), loose.map(MaskRuns::mask)));
        }
    }

    private final ReadOnlyObjectWrapper<Optional<Composition>> composition = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Undo<Optional<Kept>> history = new Undo<>();
    private Optional<Composition> settled = Optional.empty();

    /** As it is seen at the moment, in the midst of a gesture too. */
    public ReadOnlyObjectProperty<Optional<Composition>> compositionProperty() {
        return composition.getReadOnlyProperty();
    }

    public Optional<Composition> composition() {
        return composition.get();
    }

    /** As the last finished gesture left it. */
    public Optional<Composition> settled() {
        return settled;
    }

    /** One edit, which one undo takes back. */
    public void edit(Composition next) {
        history.end();
        change(next);
        history.end();
    }

    /** One of several edits of the same gesture, such as steps of an arrow key: one undo takes all of them back. */
    public void edit(Object gesture, Composition next) {
        history.begin(gesture);
        change(next);
    }

    private void change(Composition next) {
        history.changed(settled.map(Kept::of));
        show(Optional.of(next));
    }

    /** Shows what an unfinished gesture makes of it; {@link #edit} comes at the gesture's end, or {@link #cancel}. */
    public void preview(Composition passing) {
        composition.set(Optional.of(passing));
    }

    /** Goes back to how it was before the unfinished gesture. */
    public void cancel() {
        composition.set(settled);
    }

    /** Another studio: nothing of it can be undone. */
    public void open(Optional<Composition> opened) {
        history.clear();
        show(opened);
    }

    public void undo() {
        history.undo(_ -> settled.map(Kept::of)).ifPresent(this::restore);
    }

    public void redo() {
        history.redo(_ -> settled.map(Kept::of)).ifPresent(this::restore);
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return history.possibleProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return history.redoableProperty();
    }

    private void restore(Optional<Kept> kept) {
        show(kept.map(Kept::composition));
    }

    private void show(Optional<Composition> next) {
        settled = next;
        composition.set(next);
    }
}
