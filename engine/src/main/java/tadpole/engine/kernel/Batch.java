package tadpole.engine.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * The tasks of one call of {@link Workers#run}, awaited by the caller. Each thread has a part of them and begins with it, so that
 * it often meets what it wrote in the call before, still in its own cache; then it helps the others with theirs.
 */
final class Batch {
    private final int tasks;
    private final IntConsumer task;
    private final Thread caller;
    private final int threads;
    private final AtomicIntegerArray next;
    private final AtomicInteger unfinished;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean callerParked;

    Batch(int tasks, IntConsumer task, Thread caller, int threads) {
        this.tasks = tasks;
        this.task = task;
        this.caller = caller;
        this.threads = threads;
        unfinished = new AtomicInteger(tasks);
        next = new AtomicIntegerArray(threads);
        for (int part = 1; part < threads; part++) {
            next.setPlain(part, firstOf(part));
        }
    }

    private int firstOf(int part) {
        return (int) ((long) part * tasks / threads);
    }

    /**
     * Takes tasks until none is left; others may still be busy with theirs.
     *
     * @param thread whose part comes first; the caller's number is 0
     */
    void work(int thread) {
        for (int n = 0; n < threads; n++) {
            int part = (thread + n) % threads;
            int end = firstOf(part + 1);
            while (next.get(part) < end) {
                int number = next.getAndIncrement(part);
                if (number < end) {
                    perform(number);
                }
            }
        }
    }

    private void perform(int number) {
        try {
            task.accept(number);
        } catch (Throwable thrown) {
            keep(thrown);
        }
        if (unfinished.decrementAndGet() == 0 && callerParked) {
            LockSupport.unpark(caller);
        }
    }

    /** The first failure stays, but one that says more than that the work was stopped comes before that. */
    private void keep(Throwable thrown) {
        if (!failure.compareAndSet(null, thrown)) {
            failure.compareAndSet(StoppedException.STOPPED, thrown);
        }
    }

    /** Returns when every task is done; called by the caller alone. */
    void await() {
        Watch.until(this::done);
        callerParked = true;
        while (!done()) {
            LockSupport.park(this);
        }
        switch (failure.get()) {
            case null -> { }
            case RuntimeException thrown -> throw thrown;
            case Error thrown -> throw thrown;
            case Throwable thrown -> throw new IllegalStateException(thrown);
        }
    }

    private boolean done() {
        return unfinished.get() == 0;
    }
}
