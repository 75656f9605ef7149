package tadpole.app.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Carries events from a job's thread to the JavaFX thread: in order, in batches, at most one batch waiting there however
 * fast they come.
 */
public final class UiFeed<E> implements Consumer<E> {

    private final Executor ui;
    private final Consumer<List<E>> receiver;
    private List<E> waiting = new ArrayList<>();

    /** @param receiver gets all events since its last call, on the JavaFX thread */
    public UiFeed(Executor ui, Consumer<List<E>> receiver) {
        this.ui = ui;
        this.receiver = receiver;
    }

    /** Any thread; returns at once. */
    @Override
    public void accept(E event) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            waiting.add(event);
        }
        if (first) {
            ui.execute(this::deliver);
        }
    }

    /** Delivers what is waiting at once; on the JavaFX thread, such as when the job is over. */
    public void flush() {
        deliver();
    }

    private void deliver() {
        List<E> batch;
        synchronized (this) {
            batch = waiting;
            waiting = new ArrayList<>();
        }
        if (!batch.isEmpty()) {
            receiver.accept(batch);
        }
    }
}
