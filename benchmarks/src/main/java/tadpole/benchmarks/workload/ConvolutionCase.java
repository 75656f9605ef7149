package tadpole.benchmarks.workload;

import tadpole.engine.kernel.ConvolutionShape;

/** The numbers of a 3x3 convolution with as many channels out as in, on square pictures, padding 1. */
record ConvolutionCase(int batch, int channels, int size) {

    ConvolutionShape shape() {
        return ConvolutionShape.of(batch, channels, size, size, channels, 3, 1);
    }

    double multiplyAdds() {
        return (double) shape().outputSize() * channels * 9;
    }

    float[] x() {
        return Numbers.random("x", shape().inputSize(), 1);
    }

    float[] weights() {
        return Numbers.random("weights", shape().weightSize(), 1 / Math.sqrt(channels * 9));
    }

    float[] bias() {
        return Numbers.random("bias", channels, 1);
    }

    float[] outputGradient() {
        return Numbers.random("dy", shape().outputSize(), 1);
    }
}
