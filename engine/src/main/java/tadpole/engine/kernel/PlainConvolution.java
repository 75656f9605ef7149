package tadpole.engine.kernel;

import java.util.Arrays;

/** The yardstick: loops that read like the definition. */
final class PlainConvolution implements Convolution {
    private final ConvolutionShape shape;
    private final Workers workers;

    PlainConvolution(ConvolutionShape shape, Workers workers) {
        this.shape = shape;
        this.workers = workers;
    }

    /** One product of an input, a weight and an output, by their places. */
    @FunctionalInterface
    private interface Term {
        void at(int x, int weight, int y);
    }

    @Override
    public ConvolutionShape shape() {
        return shape;
    }

    @Override
    public int preparedSize() {
        return shape.weightSize();
    }

    @Override
    public void prepare(float[] weights, float[] prepared) {
        System.arraycopy(weights, 0, prepared, 0, shape.weightSize());
    }

    @Override
    public int preparedBackwardSize() {
        return shape.weightSize();
    }

    @Override
    public void prepareBackward(float[] weights, float[] prepared) {
        prepare(weights, prepared);
    }

    @Override
    public void forward(float[] x, float[] prepared, float[] bias, boolean relu, float[] y, Workspace workspace) {
        Term add = (input, weight, output) -> y[output] += x[input] * prepared[weight];
        workers.run(shape.batch() * shape.outChannels() * shape.outHeight(), line -> {
            int first = line * shape.outWidth();
            int channel = line / shape.outHeight() % shape.outChannels();
            int image = line / shape.outHeight() / shape.outChannels();
            for (int column = 0; column < shape.outWidth(); column++) {
                y[first + column] = bias.length == 0 ? 0 : bias[channel];
                terms(image, channel, line % shape.outHeight(), column, first + column, add);
                if (relu) {
                    y[first + column] = y[first + column] <= 0 ? 0 : y[first + column];
                }
            }
        });
    }

    @Override
    public void inputGradient(float[] dy, float[] prepared, float[] dx, Workspace workspace) {
        int size = shape.inChannels() * shape.height() * shape.width();
        workers.run(shape.batch(), image -> {
            Arrays.fill(dx, image * size, (image + 1) * size, 0);
            terms(image, (input, weight, output) -> dx[input] += dy[output] * prepared[weight]);
        });
    }

    @Override
    public void addWeightGradient(float[] x, float[] dy, float[] dweights, Workspace workspace) {
        for (int image = 0; image < shape.batch(); image++) {
            terms(image, (input, weight, output) -> dweights[weight] += x[input] * dy[output]);
        }
    }

    @Override
    public void addBiasGradient(float[] dy, float[] dbias) {
        int pixels = shape.outHeight() * shape.outWidth();
        for (int n = 0; n < shape.batch() * shape.outChannels() * pixels; n++) {
            dbias[n / pixels % shape.outChannels()] += dy[n];
        }
    }

    private void terms(int image, Term term) {
        for (int channel = 0; channel < shape.outChannels(); channel++) {
            for (int row = 0; row < shape.outHeight(); row++) {
                for (int column = 0; column < shape.outWidth(); column++) {
                    int y = ((image * shape.outChannels() + channel) * shape.outHeight() + row) * shape.outWidth() + column;
                    terms(image, channel, row, column, y, term);
                }
            }
        }
    }

    private void terms(int image, int outChannel, int row, int column, int y, Term term) {
        int channels = shape.inChannels() / shape.groups();
        int firstChannel = outChannel / (shape.outChannels() / shape.groups()) * channels;
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < shape.kernelHeight(); i++) {
                for (int j = 0; j < shape.kernelWidth(); j++) {
                    int inRow = row * shape.stride() + i * shape.dilation() - shape.padding();
                    int inColumn = column * shape.stride() + j * shape.dilation() - shape.padding();
                    if (inRow >= 0 && inRow < shape.height() && inColumn >= 0 && inColumn < shape.width()) {
                        int x = ((image * shape.inChannels() + firstChannel + c) * shape.height() + inRow) * shape.width() + inColumn;
                        int weight = ((outChannel * channels + c) * shape.kernelHeight() + i) * shape.kernelWidth() + j;
                        term.at(x, weight, y);
                    }
                }
            }
        }
    }
}
