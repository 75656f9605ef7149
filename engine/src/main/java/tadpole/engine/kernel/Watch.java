package tadpole.engine.kernel;

import java.util.function.BooleanSupplier;

/** Waiting awake for what comes soon: a parked thread takes longer to wake than most kernels take. */
final class Watch {
    /** For so long the core is kept. */
    private static final long ALONE_NANOS = 30_000;
    /** After so long the thread should park. */
    private static final long LONGEST_NANOS = 500_000;

    private Watch() {}

    /** Whether the condition came true within half a millisecond; after a moment any other thread is let go first. */
    static boolean until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            long waited = System.nanoTime() - start;
            if (waited > LONGEST_NANOS) {
                return false;
            }
            if (waited > ALONE_NANOS) {
                Thread.yield();
            } else {
                Thread.onSpinWait();
            }
        }
        return true;
    }
}
