package tadpole.engine.tensor;

import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import tadpole.engine.kernel.Kernels;
import tadpole.engine.kernel.Workers;

/**
 * Where the arithmetic happens: the kernels of this machine and the threads they may use. One device serves all
 * networks of a program; results do not depend on its number of threads.
 */
public final class Device implements AutoCloseable {

    private final Workers workers;
    private final Kernels kernels;

    private Device(Workers workers, Kernels kernels) {
        this.workers = workers;
        this.kernels = kernels;
    }

    /** The fastest kernels of this machine on so many threads, the caller's own among them. */
    public static Device cpu(int threads) {
        Workers workers = new Workers(threads);
        return new Device(workers, Kernels.best(workers));
    }

    /** As many threads as the machine has cores. */
    public static Device cpu() {
        return cpu(Runtime.getRuntime().availableProcessors());
    }

    /** Plain loops on the calling thread: slow, and easy to read beside the formula. */
    public static Device plain() {
        Workers workers = new Workers(1);
        return new Device(workers, Kernels.plain(workers));
    }

    public int threads() {
        return workers.threads();
    }

    /** Runs the task for 0, 1, ... tasks - 1 in any order, on this device's threads and the caller's, and returns when all are done. */
    public void run(int tasks, IntConsumer task) {
        workers.run(tasks, task);
    }

    @SuppressWarnings("exports") // only the engine's own layers see the kernels
    public Kernels kernels() {
        return kernels;
    }

    /**
     * Does the work on the calling thread, and breaks off in the midst of a kernel when it is stopped; what the work was
     * to write is then half done.
     *
     * @param stopped asked often, by several threads
     * @return whether the work was done to its end
     */
    public boolean runUntil(BooleanSupplier stopped, Runnable work) {
        return Workers.untilStopped(stopped, work);
    }

    /** Does the work on a new thread of low priority, and waits for its end. */
    public void runAside(Runnable work) {
        Workers.aside(work);
    }

    @Override
    public void close() {
        workers.close();
    }
}
