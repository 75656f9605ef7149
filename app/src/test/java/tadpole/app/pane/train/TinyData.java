package tadpole.app.pane.train;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Images;
import tadpole.engine.tensor.Shape;

/** Pictures of 8x8 pixels, ten classes: a bright bar in a place of its own, and noise. */
final class TinyData {

    private TinyData() {}

    static Dataset open() {
        return named("tiny", "Tiny");
    }

    static Dataset named(String key, String title) {
        List<String> classes = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
        return new Dataset(key, title, classes, images(200, 1), Optional.of(images(60, 2)));
    }

    private static Images images(int count, long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[count * 64];
        byte[] labels = new byte[count];
        random.nextBytes(pixels);
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(10);
            for (int j = 0; j < 6; j++) {
                pixels[i * 64 + labels[i] * 6 + j] = (byte) 255;
            }
        }
        return new Images(Shape.of(1, 8, 8), pixels, labels);
    }
}
