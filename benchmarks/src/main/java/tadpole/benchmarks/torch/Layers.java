package tadpole.benchmarks.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

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

    /** By mean and variance of the batch; nothing running is kept. */
    public static PtNDArray batchNorm(PtNDArray x, PtNDArray gamma, PtNDArray beta) {
        return JniUtils.batchNorm(x, gamma, beta, null, null, true, 0.1, 1e-5);
    }

    /** The mean of -ln softmax(outputs)[label]. Shapes: outputs [n, classes], labels [n, 1]. */
    public static PtNDArray crossEntropy(PtNDArray outputs, PtNDArray labels) {
        PtNDArray logs = JniUtils.logSoftmax(outputs, 1, DataType.FLOAT32);
        PtNDArray right = JniUtils.gather(logs, labels, 1);
        return JniUtils.neg(JniUtils.mean(right));
    }

    private static Shape pair(int both) {
        return new Shape(both, both);
    }
}
