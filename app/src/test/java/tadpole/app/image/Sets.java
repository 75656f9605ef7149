package tadpole.app.image;

import tadpole.engine.dataset.Images;
import tadpole.engine.tensor.Shape;

/** Small image sets for tests. */
final class Sets {

    private Sets() {}

    /** Images of 3×height×width with labels 0, 1, 2, 0, 1, ...; each byte another one than its neighbors. */
    static Images colored(int count, int height, int width) {
        return of(count, Shape.of(3, height, width));
    }

    static Images gray(int count, int height, int width) {
        return of(count, Shape.of(1, height, width));
    }

    private static Images of(int count, Shape shape) {
        byte[] pixels = new byte[count * shape.size()];
        byte[] labels = new byte[count];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 7);
        }
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 3);
        }
        return new Images(shape, pixels, labels);
    }
}
