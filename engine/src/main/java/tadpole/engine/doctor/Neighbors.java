package tadpole.engine.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tadpole.engine.dataset.Split;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Setup;

/**
 * Whether images that look alike have the same label: of some images, the share whose nearest other one has theirs. It needs no
 * network, so it tells wrong labels from every fault of training (the leave-one-out error of Cover and Hart's nearest neighbor, 1967).
 *
 * @param images  how many training images were compared
 * @param train   share among training images
 * @param chance  the share that labels dealt out at random have
 * @param heldOut share among held-out images; empty where there are none
 */
record Neighbors(int images, double train, double chance, OptionalDouble heldOut) {

    private static final int MOST = 600;
    /** Among fewer the nearest one is too far away to tell. */
    private static final int LEAST = 100;
    private static final double SURE = 4;

    /** As many of both are compared: the more there are, the nearer is the nearest. Empty where there are too few. */
    static Optional<Neighbors> of(Setup setup, Device device) {
        int count = Math.min(Math.min(MOST, setup.train().size()), setup.heldOut().map(Split::size).orElse(MOST));
        return count < LEAST ? Optional.empty() : Optional.of(of(setup, count, device));
    }

    private static Neighbors of(Setup setup, int count, Device device) {
        int[] labels = labels(setup.train(), count);
        double chance = 0;
        for (int label = 0; label < setup.classes(); label++) {
            int wanted = label;
            double share = (double) Arrays.stream(labels).filter(each -> each == wanted).count() / labels.length;
            chance += share * share;
        }
        OptionalDouble heldOut = setup.heldOut().map(split -> OptionalDouble.of(share(setup, split, count, device))).orElseGet(OptionalDouble::empty);
        return new Neighbors(labels.length, share(setup, setup.train(), count, device), chance, heldOut);
    }

    private static int[] labels(Split split, int count) {
        return Inputs.places(split, count).map(split::label).toArray();
    }

    private static double share(Setup setup, Split split, int count, Device device) {
        List<float[]> images = Inputs.some(setup, split, count);
        int[] labels = labels(split, count);
        int[] same = new int[images.size()];
        device.run(images.size(), i -> same[i] = labels[nearest(images, i)] == labels[i] ? 1 : 0);
        return Arrays.stream(same).sum() / (double) same.length;
    }

    private static int nearest(List<float[]> images, int of) {
        int nearest = of == 0 ? images.size() - 1 : 0;
        float least = Float.POSITIVE_INFINITY;
        for (int i = 0; i < images.size(); i++) {
            float distance = i == of ? Float.POSITIVE_INFINITY : distance(images.get(of), images.get(i));
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /** Squared; four sums at once: one chain of additions would wait for itself. */
    private static float distance(float[] a, float[] b) {
        float[] sums = new float[4];
        for (int i = 0; i < a.length; i++) {
            float d = a[i] - b[i];
            sums[i & 3] += d * d;
        }
        return sums[0] + sums[1] + sums[2] + sums[3];
    }

    /** More than four deviations over chance, and not far closer to it than held-out images are. */
    boolean labelsTell() {
        double most = Math.max(4 * Math.sqrt(chance * (1 - chance) / images), 0.15 * (heldOut.orElse(chance) - chance));
        return train > chance + most;
    }

    /** Whether look-alikes among held-out images agree more often by more than luck explains; false where there are none. */
    boolean agreeLessThanHeldOut() {
        double held = heldOut.orElse(train);
        double both = (train + held) / 2;
        return held - train > SURE * Math.sqrt(2 * both * (1 - both) / images);
    }
}
