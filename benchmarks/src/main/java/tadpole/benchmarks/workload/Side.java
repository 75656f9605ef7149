package tadpole.benchmarks.workload;

import java.util.List;

/** One of the two that compute a workload: Tadpole, or PyTorch. */
public interface Side extends AutoCloseable {

    /** Back to the very start; never timed. */
    default void reset() {}

    /** Computes the workload once: what is timed. */
    void run();

    /** Resets, computes once more, and gives what came out: the same numbers in the same order on both sides. */
    List<float[]> results();

    @Override
    default void close() {}
}
