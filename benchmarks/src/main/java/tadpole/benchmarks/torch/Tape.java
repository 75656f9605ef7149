package tadpole.benchmarks.torch;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** The tensors of one run: all are freed at its end. Results of an operation belong to the tape of its first tensor. */
public final class Tape implements AutoCloseable {

    private final NDManager manager;

    Tape(NDManager parent, boolean gradients) {
        manager = parent.newSubManager();
        JniUtils.setGradMode(gradients);
    }

    /** The same memory as a tensor of this tape. */
    public PtNDArray constant(PtNDArray kept) {
        PtNDArray shared = JniUtils.detachGradient(kept);
        shared.attach(manager);
        return shared;
    }

    /** The same memory as a tensor whose gradient is wanted. It has none yet: nothing to clear, nothing to add to. */
    public PtNDArray variable(PtNDArray kept) {
        PtNDArray leaf = constant(kept);
        JniUtils.attachGradient(leaf, true);
        return leaf;
    }

    /** From a single number. */
    public void backward(PtNDArray loss) {
        backward(loss, JniUtils.onesLike(loss, loss.getDataType(), loss.getDevice(), loss.getSparseFormat()));
    }

    /** From a tensor and its gradient. */
    public void backward(PtNDArray output, PtNDArray gradient) {
        JniUtils.backward(output, gradient, false, false);
    }

    public PtNDArray gradient(PtNDArray variable) {
        return JniUtils.getGradient(variable);
    }

    /** Ends the recording: what follows, such as an update, has no gradient. */
    public void stop() {
        JniUtils.setGradMode(false);
    }

    @Override
    public void close() {
        stop();
        manager.close();
    }
}
