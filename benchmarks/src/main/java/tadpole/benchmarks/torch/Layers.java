package tadpole.benchmarks.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/** PyTorch's layers as functions. */
public final class Layers {

    private Layers() {}

    /** Square kernels, no dilation, one group. */
    public static PtNDArray convolution(PtNDArray x, PtNDArray weights, PtNDArray bias, int stride, int padding) {
        return JniUtils.convolution(x, weights, bias, pair(stride), pair(padding), pair(1), 1);
    }

    public static PtNDArray maxPool(PtNDArray x, int window) {
        return JniUtils.maxPool(x, pair(window), pair(window), pair(0), false);
    }

    /** By mean and variance of the batch; the running ones are updated, then forgotten. */
    public static PtNDArray batchNorm(PtNDArray x, PtNDArray gamma, PtNDArray beta) {
        // Not in the order that the names of its parameters say.
        return JniUtils.batchNorm(x, zeros(gamma), zeros(gamma), gamma, beta, true, 0.1, 1e-5);
    }

    /**
     * The hidden states of all times, starting from zeros. Shapes: x [time, n, features], result [time, n, hidden].
     *
     * @param parameters weight_ih, weight_hh, bias_ih, bias_hh
     */
    public static PtNDArray lstm(PtNDArray x, PtNDArray start, List<PtNDArray> parameters) {
        NDList states = new NDList(start, start);
        NDList weights = new NDList(parameters.toArray(NDArray[]::new));
        return (PtNDArray) JniUtils.lstm(x, states, weights, true, 1, 0, true, false, false).get(0);
    }

    /** The mean of -ln softmax(outputs)[label]. Shapes: outputs [n, classes], labels [n, 1]. */
    public static PtNDArray crossEntropy(PtNDArray outputs, PtNDArray labels) {
        PtNDArray logs = JniUtils.logSoftmax(outputs, 1, DataType.FLOAT32);
        PtNDArray right = JniUtils.gather(logs, labels, 1);
        return JniUtils.neg(JniUtils.mean(right));
    }

    /** On the same tape, without a gradient. */
    private static PtNDArray zeros(PtNDArray ofShape) {
        return (PtNDArray) ofShape.getManager().zeros(ofShape.getShape());
    }

    private static Shape pair(int both) {
        return new Shape(both, both);
    }
}
