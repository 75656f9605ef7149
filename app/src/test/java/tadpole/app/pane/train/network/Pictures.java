package tadpole.app.pane.train.network;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Images;
import tadpole.engine.tensor.Shape;

/** A few pictures of noise in ten classes. */
final class Pictures {

    private Pictures() {}

    static Dataset gray(String key) {
        return of(key, Shape.of(1, 28, 28));
    }

    static Dataset colored(String key) {
        return of(key, Shape.of(3, 32, 32));
    }

    private static Dataset of(String key, Shape shape) {
        List<String> classes = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
        return new Dataset(key, key, classes, images(shape, 20, 1), Optional.of(images(shape, 10, 2)));
    }

    private static Images images(Shape shape, int count, long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[count * shape.size()];
        byte[] labels = new byte[count];
        random.nextBytes(pixels);
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
        }
        return new Images(shape, pixels, labels);
    }
}
