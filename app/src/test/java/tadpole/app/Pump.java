package tadpole.app;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands for the JavaFX thread: the test's own thread runs what comes in while it awaits something. */
public final class Pump implements Executor {

    private static final long MOST_SECONDS = 30;

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    public void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (!condition.getAsBoolean()) {
            try {
                Runnable task = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (task == null) {
                    throw new AssertionError("It did not come within " + MOST_SECONDS + " s.");
                }
                task.run();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }
}
