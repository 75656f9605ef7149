package tadpole.engine.kernel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * The threads of the engine. The caller of {@link #run} works along with them; tasks are taken one by one by whoever is
 * free; several callers may be inside at once. An idle worker watches for work for a moment, as the next product of a training
 * step is likely near, and soon leaves its core to whoever else wants it; then it parks.
 */
public final class Workers implements AutoCloseable {
    /** Says to the calls of one thread that their work is no longer wanted. */
    private static final ScopedValue<BooleanSupplier> STOPPED = ScopedValue.newInstance();

    private final Queue<Batch> open = new ConcurrentLinkedQueue<>();
    private final Worker[] workers;
    private volatile boolean closed;

    /** @param threads how many work at once, the caller of {@link #run} included */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("The number of threads must be at least 1, but is " + threads + ".");
        }
        workers = new Worker[threads - 1];
        for (int n = 0; n < workers.length; n++) {
            workers[n] = new Worker(n + 1);
        }
        for (Worker worker : workers) {
            worker.thread.start();
        }
    }

    public int threads() {
        return workers.length + 1;
    }

    /**
     * Runs the task for 0, 1, ... {@code tasks} - 1 in any order, on several threads, and returns when all are done. What the
     * first failed task threw is thrown again here, after all others have ended.
     *
     * @throws StoppedException within {@link #untilStopped}, when a stop left tasks undone
     */
    public void run(int tasks, IntConsumer given) {
        IntConsumer task = STOPPED.isBound() ? whileWanted(given, STOPPED.get()) : given;
        if (tasks <= 1 || workers.length == 0) {
            for (int n = 0; n < tasks; n++) {
                task.accept(n);
            }
            return;
        }
        Batch batch = new Batch(tasks, task, Thread.currentThread(), threads());
        open.add(batch);
        wake(tasks - 1);
        batch.work(0);
        open.remove(batch);
        batch.await();
    }

    /**
     * Does the work on the calling thread. As soon as it is stopped, no further task of the work's own calls of {@link #run}
     * is begun, and their outputs are of no use.
     *
     * @param stopped asked before every task, by several threads
     * @return whether the work was done to its end
     */
    public static boolean untilStopped(BooleanSupplier stopped, Runnable work) {
        try {
            ScopedValue.where(STOPPED, stopped).run(work);
            return true;
        } catch (StoppedException broken) {
            return false;
        }
    }

    /** Does the work on a new thread of low priority and returns when it has ended; what it throws is told as any thread's end is. */
    public static void aside(Runnable work) {
        Thread thread = Thread.ofPlatform().daemon().name("tadpole-aside").priority(Thread.MIN_PRIORITY).start(work);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException wait) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static IntConsumer whileWanted(IntConsumer task, BooleanSupplier stopped) {
        return n -> {
            if (stopped.getAsBoolean()) {
                throw StoppedException.STOPPED;
            }
            task.accept(n);
        };
    }

    /** Runs the task for the ranges [0, size), [size, 2 size), ... up to {@code n}; the last may be shorter. */
    void ranges(int n, int size, Range task) {
        int count = Math.ceilDiv(n, size);
        if (count == 1) {
            task.accept(0, n);
            return;
        }
        run(count, part -> task.accept(part * size, Math.min(n, (part + 1) * size)));
    }

    /** What is done for the places from {@code from} up to, but not including, {@code to}. */
    @FunctionalInterface
    interface Range {
        void accept(int from, int to);
    }

    @Override
    public void close() {
        closed = true;
        for (Worker worker : workers) {
            LockSupport.unpark(worker.thread);
        }
    }

    /** How many workers are asleep at this moment. */
    int parked() {
        int parked = 0;
        for (Worker worker : workers) {
            parked += worker.parked ? 1 : 0;
        }
        return parked;
    }

    private void wake(int most) {
        int woken = 0;
        for (int n = 0; n < workers.length && woken < most; n++) {
            if (workers[n].parked) {
                LockSupport.unpark(workers[n].thread);
                woken++;
            }
        }
    }

    private final class Worker implements Runnable {
        private final int number;
        private final Thread thread;
        private volatile boolean parked;

        Worker(int number) {
            this.number = number;
            thread = Thread.ofPlatform().daemon().name("tadpole-kernel-" + number).unstarted(this);
        }

        @Override
        public void run() {
            while (!closed) {
                Batch batch = open.peek();
                if (batch == null) {
                    rest();
                    continue;
                }
                batch.work(number);
                open.remove(batch);
            }
        }

        private void rest() {
            if (Watch.until(() -> !open.isEmpty() || closed)) {
                return;
            }
            parked = true;
            if (open.isEmpty() && !closed) {
                LockSupport.park(Workers.this);
            }
            parked = false;
        }
    }
}
