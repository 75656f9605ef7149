package tadpole.engine.kernel;

import java.util.function.IntConsumer;

/** Threads of the engine. */
public final class Workers implements AutoCloseable {

    private final int threads;

    public Workers(int threads) {
        this.threads = threads;
    }

    public int threads() {
        return threads;
    }

    public void run(int tasks, IntConsumer task) {
        for (int i = 0; i < tasks; i++) {
            task.accept(i);
        }
    }

    @Override
    public void close() {}
}
