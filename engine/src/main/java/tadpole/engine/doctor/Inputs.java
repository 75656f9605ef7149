package tadpole.engine.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Split;
import tadpole.engine.training.Setup;

/**
 * The numbers that reach a network, over all pixels of some training samples.
 *
 * @param finite whether all of them are numbers
 */
record Inputs(double mean, double deviation, boolean finite) {

    private static final int MOST = 256;

    static Inputs of(Setup setup) {
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (float[] each : some(setup, setup.train(), MOST)) {
            for (float value : each) {
                sum += value;
                squares += (double) value * value;
            }
            count += each.length;
        }
        double mean = sum / count;
        return new Inputs(mean, Math.sqrt(Math.max(0, squares / count - mean * mean)), Double.isFinite(squares));
    }

    /** Samples spread evenly over a split, as the network is given them. */
    static List<float[]> some(Setup setup, Split split, int most) {
        int size = Preparations.shape(setup.preparations(), split.shape()).size();
        float[] room = new float[Preparations.room(setup.preparations(), split.shape())];
        return places(split, most).mapToObj(place -> {
            split.read(place, room, 0);
            Preparations.apply(setup.preparations(), room, split.shape());
            return Arrays.copyOf(room, size);
        }).toList();
    }

    /** Places spread evenly over a split. */
    static IntStream places(Split split, int most) {
        int count = Math.min(most, split.size());
        return IntStream.range(0, count).map(i -> (int) ((long) i * split.size() / count));
    }
}
