package tadpole.benchmarks.workload;

import tadpole.benchmarks.torch.Torch;
import tadpole.engine.tensor.Device;

/** Something that Tadpole and PyTorch both compute, from the same numbers. */
public interface Workload {

    /** Unique and short; {@code --only} looks for a part of it. */
    String name();

    /**
     * Multiply-adds of one run as the definition counts them: a way that needs fewer (Winograd's) may come out above the
     * machine's limit.
     */
    double multiplyAdds();

    /** What is not like for like, in a few words; empty when nothing is known. */
    default String notAlike() {
        return "";
    }

    Side tadpole(Device device);

    Side torch(Torch torch);
}
