package tadpole.app.job;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Questions of which only the newest is answered: one that still waits is replaced by the next. Answered one after another, each with all it asks for.
 *
 * @param <Q> never changes
 */
public final class Newest<Q> {

    private final Executor background;
    private final Consumer<Q> answer;
    private final AtomicReference<Optional<Q>> waiting = new AtomicReference<>(Optional.empty());

    /**
     * @param background one task at a time, in order
     * @param answer     is run there, and tells what it finds to the JavaFX thread itself
     */
    public Newest(Executor background, Consumer<Q> answer) {
        this.background = background;
        this.answer = answer;
    }

    public void ask(Q question) {
        if (waiting.getAndSet(Optional.of(question)).isEmpty()) {
            background.execute(() -> waiting.getAndSet(Optional.empty()).ifPresent(answer));
        }
    }

    /** What waits is not answered any more. */
    public void drop() {
        waiting.set(Optional.empty());
    }
}
