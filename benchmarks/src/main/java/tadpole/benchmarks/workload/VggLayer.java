package tadpole.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.kernel.ConvolutionShape;

/**
 * A layer of VGG-19 (Simonyan and Zisserman 2014): a 3x3 convolution with ReLU, after a pooling or not.
 *
 * @param in     channels that come in
 * @param height of the picture that the convolution reads
 */
record VggLayer(boolean pooled, int in, int out, int height, int width) {

    private static final int[][] STAGES = {{64, 64}, {128, 128}, {256, 256, 256, 256}, {512, 512, 512, 512}, {512}};

    /** As far as relu5_1. */
    static List<VggLayer> layers(int height, int width) {
        List<VggLayer> layers = new ArrayList<>();
        int in = 3;
        for (int stage = 0; stage < STAGES.length; stage++) {
            for (int i = 0; i < STAGES[stage].length; i++) {
                int out = STAGES[stage][i];
                layers.add(new VggLayer(i == 0 && stage > 0, in, out, height >> stage, width >> stage));
                in = out;
            }
        }
        return layers;
    }

    ConvolutionShape shape() {
        return ConvolutionShape.of(1, in, height, width, out, 3, 1);
    }

    double multiplyAdds() {
        return (double) shape().outputSize() * in * 9;
    }

    /** He's deviation, so that numbers neither grow nor vanish from layer to layer. */
    float[] weights(int number) {
        return Numbers.random("weights" + number, shape().weightSize(), Math.sqrt(6.0 / (in * 9)));
    }

    float[] bias(int number) {
        return Numbers.random("bias" + number, out, 0.1);
    }
}
