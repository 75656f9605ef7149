package tadpole.app.pane.data;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands in for the JavaFX thread: the test's own thread does what jobs hand over, until something has come true. */
final class TestThread implements Executor {

    private static final long LONGEST_WAIT_SECONDS = 30;

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    void workUntil(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            next().run();
        }
    }

    private Runnable next() {
        try {
            Runnable work = waiting.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (work == null) {
                throw new AssertionError("Nothing came for " + LONGEST_WAIT_SECONDS + " seconds.");
            }
            return work;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
