package tadpole.benchmarks.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tadpole.engine.kernel.Convolution;
import tadpole.engine.kernel.Kernels;
import tadpole.engine.kernel.Pooling;
import tadpole.engine.kernel.PoolingShape;
import tadpole.engine.kernel.Workspace;
import tadpole.engine.tensor.Device;

/** Tadpole's side of {@link Vgg}, from its kernels. */
final class TadpoleVgg implements Side {

    /** One convolution with ReLU, its input perhaps pooled before; gradients go back in the same buffers for all layers. */
    private static final class Stage {

        private final Kernels kernels;
        private final Convolution convolution;
        private final Pooling pooling;
        private final boolean pooled;
        private final float[] forward;
        private final float[] backward;
        private final float[] bias;
        private final float[] x;
        private final int[] largest;
        private final float[] y;

        Stage(Kernels kernels, VggLayer layer, int number) {
            this.kernels = kernels;
            convolution = kernels.convolution(layer.shape());
            pooled = layer.pooled();
            pooling = kernels.pooling(new PoolingShape(1, layer.in(), 2 * layer.height(), 2 * layer.width(), 2, 2, 0));
            forward = new float[convolution.preparedSize()];
            backward = new float[convolution.preparedBackwardSize()];
            float[] weights = layer.weights(number);
            convolution.prepare(weights, forward);
            convolution.prepareBackward(weights, backward);
            bias = layer.bias(number);
            x = new float[pooled ? layer.shape().inputSize() : 0];
            largest = new int[x.length];
            y = new float[layer.shape().outputSize()];
        }

        float[] forward(float[] input, Workspace workspace) {
            float[] given = input;
            if (pooled) {
                pooling.max(input, x, largest);
                given = x;
            }
            convolution.forward(given, forward, bias, true, y, workspace);
            return y;
        }

        /** From the gradient in {@code dy} to that of the input in {@code dx}, or where it was pooled again in {@code dy}. */
        boolean backward(float[] dy, float[] dx, Workspace workspace) {
            kernels.reluBackward(y, dy, dy, y.length);
            convolution.inputGradient(dy, backward, dx, workspace);
            if (pooled) {
                pooling.maxBackward(dx, largest, dy);
            }
            return pooled;
        }
    }

    private final List<Stage> stages = new ArrayList<>();
    private final float[] picture;
    private final float[] outputGradient;
    private final Workspace workspace = new Workspace();
    private float[] dy;
    private float[] dx;
    private float[] features;

    TadpoleVgg(Device device, List<VggLayer> layers, float[] picture, float[] outputGradient) {
        this.picture = picture;
        this.outputGradient = outputGradient;
        for (int number = 0; number < layers.size(); number++) {
            stages.add(new Stage(device.kernels(), layers.get(number), number));
        }
        int largest = layers.stream().mapToInt(layer -> layer.shape().outputSize()).max().orElseThrow();
        dy = new float[largest];
        dx = new float[largest];
    }

    @Override
    public void run() {
        features = picture;
        for (Stage stage : stages) {
            features = stage.forward(features, workspace);
        }
        System.arraycopy(outputGradient, 0, dy, 0, outputGradient.length);
        for (Stage stage : stages.reversed()) {
            if (!stage.backward(dy, dx, workspace)) {
                swap();
            }
        }
    }

    private void swap() {
        float[] other = dy;
        dy = dx;
        dx = other;
    }

    @Override
    public List<float[]> results() {
        run();
        return List.of(features.clone(), Arrays.copyOf(dy, picture.length));
    }
}
