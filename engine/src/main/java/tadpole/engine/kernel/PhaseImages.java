package tadpole.engine.kernel;

import java.util.Arrays;

/**
 * Some images for a convolution of stride 2: padded with zeros and split into their even and odd rows and columns, [channel][row
 * phase][column phase][image][rows][width], so that every place of the kernel reads numbers that lie side by side. What falls between
 * two rows is computed and thrown away.
 */
final class PhaseImages {
    /** Room behind the last plane, as the last tile may read beyond it. */
    private static final int SLACK = TapTile.COLUMNS + Lanes.COUNT;

    private final ConvolutionShape shape;
    private final int together;
    private final int width;
    private final int plane;

    /** @param together how many images there is room for */
    PhaseImages(ConvolutionShape shape, int together) {
        this.shape = shape;
        this.together = together;
        width = (shape.width() + 2 * shape.padding() + 1) / 2;
        plane = (shape.height() + 2 * shape.padding() + 1) / 2 * width;
    }

    int width() {
        return width;
    }

    /** Numbers of one phase of one channel of an image. */
    int plane() {
        return plane;
    }

    int size() {
        return phase(shape.inChannels(), 0, 0) + SLACK;
    }

    /** How far a tap reads from its output's place, for each input of an output. */
    int[] taps() {
        int[] taps = new int[shape.depth()];
        int n = 0;
        for (int c = 0; c < shape.inChannels(); c++) {
            for (int i = 0; i < shape.kernelHeight(); i++) {
                for (int j = 0; j < shape.kernelWidth(); j++) {
                    taps[n++] = phase(c, i % 2, j % 2) + i / 2 * width + j / 2;
                }
            }
        }
        return taps;
    }

    private int phase(int channel, int rowPhase, int columnPhase) {
        return ((channel * 2 + rowPhase) * 2 + columnPhase) * together * plane;
    }

    /** Splits images, at most as many as there is room for; what is left of the room becomes zeros. */
    void fill(float[] x, int firstImage, int images, float[] to) {
        int size = shape.height() * shape.width();
        Arrays.fill(to, Scratch.START, Scratch.START + size(), 0);
        for (int image = 0; image < images; image++) {
            for (int c = 0; c < shape.inChannels(); c++) {
                int from = ((firstImage + image) * shape.inChannels() + c) * size;
                fill(x, from, to, Scratch.START + phase(c, 0, 0) + image * plane);
            }
        }
    }

    private void fill(float[] x, int at, float[] to, int out) {
        int padding = shape.padding();
        int evens = out + phase(0, 0, padding % 2) + padding / 2;
        int odds = out + phase(0, 0, (padding + 1) % 2) + (padding + 1) / 2;
        for (int row = 0; row < shape.height(); row++) {
            int line = phase(0, (row + padding) % 2, 0) + (row + padding) / 2 * width;
            Interleaving.split(x, at + row * shape.width(), shape.width(), to, evens + line, odds + line);
        }
    }
}
