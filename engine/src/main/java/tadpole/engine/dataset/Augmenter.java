package tadpole.engine.dataset;

import java.util.List;
import tadpole.engine.tensor.Device;

/** Changes samples on several threads at once; what becomes of one depends on the epoch and its own number alone. */
final class Augmenter {

    private final Augmentation[] augmentations;
    private final Device device;
    private final Hand[] hands;

    /** What one thread works with. */
    final class Hand {

        private final float[] room;
        private final Draws draws = new Draws();

        private Hand(int size) {
            room = new float[size];
        }

        void apply(boolean beforePreparation, float[] values, int offset, long epoch, int sample) {
            for (int k = 0; k < augmentations.length; k++) {
                if (augmentations[k].isBeforePreparation() == beforePreparation) {
                    draws.begin(epoch, sample, k);
                    augmentations[k].apply(values, offset, room, draws);
                }
            }
        }
    }

    /** What is done with the i-th sample of a batch. */
    @FunctionalInterface
    interface Task {
        void accept(int i, Hand hand);
    }

    /** @param size how many numbers a sample has */
    Augmenter(List<Augmentation> augmentations, int size, Device device) {
        this.augmentations = augmentations.toArray(Augmentation[]::new);
        this.device = device;
        this.hands = new Hand[device.threads()];
        for (int n = 0; n < hands.length; n++) {
            hands[n] = new Hand(size);
        }
    }


    void each(int count, Task task) {
        device.run(hands.length, n -> {
            for (int i = n; i < count; i += hands.length) {
                task.accept(i, hands[n]);
            }
        });
    }
}
