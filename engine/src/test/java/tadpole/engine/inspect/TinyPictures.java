package tadpole.engine.inspect;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Images;
import tadpole.engine.dataset.Split;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

/** Pictures of noise in three classes. */
final class TinyPictures {

    private static final Shape SHAPE = Shape.of(3, 4, 4);

    private TinyPictures() {}

    static Dataset of(int train, int test) {
        return new Dataset("tiny", "Tiny", List.of("frog", "deer", "ship"), split(train, 1), Optional.of(split(test, 2)));
    }

    private static Split split(int size, long seed) {
        RandomGenerator random = new Seed(seed).generator();
        byte[] pixels = new byte[size * SHAPE.size()];
        byte[] labels = new byte[size];
        random.nextBytes(pixels);
        for (int i = 0; i < size; i++) {
            labels[i] = (byte) (i % 3);
        }
        return new Images(SHAPE, pixels, labels);
    }
}
