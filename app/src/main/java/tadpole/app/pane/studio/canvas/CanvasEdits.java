package tadpole.app.pane.studio.canvas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import tadpole.app.pane.studio.StudioDocument;
import tadpole.engine.picture.studio.Composition;

/** Changes of the layers that take a moment: made beside the JavaFX thread, one after another, each from what the one before left. */
final class CanvasEdits {

    private record Edit(Optional<Object> gesture, UnaryOperator<Composition> work) {}

    private final StudioDocument document;
    private final Executor background;
    private final Executor ui;
    private final Deque<Edit> waiting = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    CanvasEdits(StudioDocument document, Executor background, Executor ui) {
        this.document = document;
        this.background = background;
        this.ui = ui;
    }

    /** Whether one is being made. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** One step for undo. @param work is run beside the JavaFX thread; what it returns unchanged is no step */
    void make(UnaryOperator<Composition> work) {
        ask(new Edit(Optional.empty(), work));
    }

    /** One step for undo together with those before it of the same gesture. */
    void make(Object gesture, UnaryOperator<Composition> work) {
        ask(new Edit(Optional.of(gesture), work));
    }

    private void ask(Edit edit) {
        waiting.add(edit);
        next();
    }

    private void next() {
        if (busy.get() || waiting.isEmpty()) {
            return;
        }
        Edit edit = waiting.poll();
        document.settled().ifPresent(base -> {
            busy.set(true);
            background.execute(() -> {
                Optional<Composition> made = Optional.empty();
                try {
                    made = Optional.of(edit.work.apply(base));
                } finally {
                    Optional<Composition> result = made;
                    ui.execute(() -> end(edit, base, result));
                }
            });
        });
    }

    /** What was undone or opened meanwhile counts more. */
    private void end(Edit edit, Composition base, Optional<Composition> made) {
        busy.set(false);
        boolean same = document.settled().filter(now -> now == base).isPresent();
        made.filter(_ -> same).ifPresent(now -> {
            if (now == base) {
                document.cancel();
            } else {
                edit.gesture.ifPresentOrElse(gesture -> document.edit(gesture, now), () -> document.edit(now));
            }
        });
        next();
    }
}
