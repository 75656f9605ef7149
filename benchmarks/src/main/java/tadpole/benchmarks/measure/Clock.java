package tadpole.benchmarks.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What time is counted. */
public enum Clock {

    /** The time that the calling thread had a core: what other programs take is left out. For one thread only. */
    THREAD_CPU("CPU time of the one thread") {
        @Override
        public long nanos() {
            return THREADS.getCurrentThreadCpuTime();
        }
    },

    WALL("wall clock") {
        @Override
        public long nanos() {
            return System.nanoTime();
        }
    };

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final String label;

    Clock(String label) {
        this.label = label;
    }

    public static Clock forThreads(int threads) {
        return threads == 1 ? THREAD_CPU : WALL;
    }

    public abstract long nanos();

    public String label() {
        return label;
    }
}
