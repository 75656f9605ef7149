package tadpole.app.job;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A thread for small work beside the JavaFX thread, too short for a {@link RunningJob}: to draw a chart, to count
 * parameters. In order; ends with the program.
 */
public final class Background implements Executor {

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

    public Background(String name) {
        Thread.ofPlatform().daemon().name("tadpole-" + name).start(this::work);
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    private void work() {
        try {
            while (true) {
                run(waiting.take());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** What one task throws is told as any thread's end is, and the next task runs, even where memory ran out. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error mistake) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, mistake);
        }
    }
}
