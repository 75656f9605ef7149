package tadpole.engine.dataset;

import java.util.Random;
import tadpole.engine.tensor.Shape;

/** Random pictures, and the same ones behind an interface that hides that they are bytes. */
final class Pictures {

    private Pictures() {}

    static Images random(int count, int channels, int height, int width) {
        byte[] pixels = new byte[count * channels * height * width];
        new Random(5).nextBytes(pixels);
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
        }
        return new Images(Shape.of(channels, height, width), pixels, labels);
    }

    static Split hidden(Split split) {
        return new Split() {

            @Override
            public int size() {
                return split.size();
            }

            @Override
            public Shape shape() {
                return split.shape();
            }

            @Override
            public int label(int index) {
                return split.label(index);
            }

            @Override
            public void read(int index, float[] into, int offset) {
                split.read(index, into, offset);
            }
        };
    }
}
