package tadpole.engine.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** The tasks of one call of {@link Workers#run}: handed out by a counter, awaited by the caller. */
final class Batch {
    private static final long WATCH_NANOS = 50_000;

    private final int tasks;
    private final IntConsumer task;
    private final Thread caller;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger unfinished;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean callerParked;

    Batch(int tasks, IntConsumer task, Thread caller) {
        this.tasks = tasks;
        this.task = task;
        this.caller = caller;
        unfinished = new AtomicInteger(tasks);
    }

    /** Takes tasks until none is left; others may still be busy with theirs. */
    void work() {
        for (int n = next.getAndIncrement(); n < tasks; n = next.getAndIncrement()) {
            try {
                task.accept(n);
            } catch (Throwable thrown) {
                failure.compareAndSet(null, thrown);
            }
            if (unfinished.decrementAndGet() == 0 && callerParked) {
                LockSupport.unpark(caller);
            }
        }
    }

    /** Returns when every task is done; called by the caller alone. */
    void await() {
        long start = System.nanoTime();
        while (unfinished.get() > 0 && System.nanoTime() - start < WATCH_NANOS) {
            Thread.onSpinWait();
        }
        callerParked = true;
        while (unfinished.get() > 0) {
            LockSupport.park(this);
        }
        switch (failure.get()) {
            case null -> { }
            case RuntimeException thrown -> throw thrown;
            case Error thrown -> throw thrown;
            case Throwable thrown -> throw new IllegalStateException(thrown);
        }
    }
}
