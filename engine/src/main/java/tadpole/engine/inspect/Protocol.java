package tadpole.engine.inspect;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tadpole.engine.tensor.Seed;

/**
 * Mistakes of how a run is kept and judged, not of its gradients: each with the figures that show it, right beside wrong.
 *
 * @param axis  what the figures count along: iterations or epochs
 * @param unit  what the figures are
 * @param right by place on the axis, from 0
 * @param wrong beside them
 */
public record Protocol(MistakeText text, String axis, String unit, List<Double> right, List<Double> wrong) {

    private static final String TWO_LAYERS = "A published two-layer net on CIFAR-10.";

    public Protocol {
        right = List.copyOf(right);
        wrong = List.copyOf(wrong);
        if (right.size() != wrong.size()) {
            throw new IllegalArgumentException("There must be as many right figures as wrong ones, but there are %d and %d.".formatted(right.size(), wrong.size()));
        }
    }

    /**
     * An epoch ends where iteration % (samples / batch) is 0, and samples / batch is no whole number.
     *
     * @return how many epochs were noticed after each iteration
     */
    public static Protocol iterations(int samples, int batch, int iterations) {
        double quotient = (double) samples / batch;
        MistakeText text = new MistakeText("iterations", "A non-integer number of iterations an epoch",
                "The validation curve has fewer points than there were epochs.",
                "%d samples in batches of %d are %s iterations an epoch. The remainder of the division is 0 only where a multiple of it is whole, so most epochs end unnoticed."
                        .formatted(samples, batch, quotient),
                TWO_LAYERS);
        List<Double> right = IntStream.rangeClosed(1, iterations).mapToObj(i -> (double) (long) (i / quotient)).toList();
        List<Double> wrong = IntStream.rangeClosed(1, iterations).mapToObj(i -> (double) IntStream.rangeClosed(1, i).filter(k -> k % quotient == 0).count()).toList();
        return new Protocol(text, "iteration", "epochs noticed", right, wrong);
    }

    /**
     * The rate decays where iteration % iterations an epoch is 0, which iteration 0 is too.
     *
     * @return the rate of each epoch
     */
    public static Protocol firstDecay(double rate, double decay, int epochs) {
        MistakeText text = new MistakeText("firstDecay", "First decay already at iteration 0",
                "The first rate drawn is not the rate in the form.",
                "0 is divisible by everything, so the rate decays before the first step: all epochs train at %s times the rate that was meant.".formatted(decay), TWO_LAYERS);
        return new Protocol(text, "epoch", "rate",
                IntStream.range(0, epochs).mapToObj(epoch -> rate * Math.pow(decay, epoch)).toList(),
                IntStream.range(0, epochs).mapToObj(epoch -> rate * Math.pow(decay, epoch + 1)).toList());
    }

    /**
     * The training accuracy of an epoch is that of its last batch alone. A network that answers right with one probability all the time
     * then looks as if it went up and down, by the root of p (1 - p) / batch.
     *
     * @param p of a right answer
     */
    public static Protocol batchAccuracy(double p, int batch, int samples, int epochs, Seed seed) {
        MistakeText text = new MistakeText("batchAccuracy", "Accuracy on the current batch only",
                "The training accuracy jumps, the loss does not.",
                String.format(Locale.ROOT, "Of %d samples the accuracy has a standard deviation of %.1f percentage points by chance alone; of all %d only %.2f.",
                        batch, 100 * deviation(p, batch), samples, 100 * deviation(p, samples)),
                TWO_LAYERS);
        RandomGenerator random = seed.derive("accuracy").generator();
        return new Protocol(text, "epoch", "accuracy", accuracies(p, samples, epochs, random), accuracies(p, batch, epochs, random));
    }

    static double deviation(double p, int samples) {
        return Math.sqrt(p * (1 - p) / samples);
    }

    private static List<Double> accuracies(double p, int samples, int epochs, RandomGenerator random) {
        return IntStream.range(0, epochs).mapToObj(_ -> (double) IntStream.range(0, samples).filter(_ -> random.nextDouble() < p).count() / samples).toList();
    }

    /** All three with the figures of the lesson: 49 000 samples in batches of 200 or, so that it does not come out even, of 150. */
    public static List<Protocol> all(Seed seed) {
        return List.of(iterations(49_000, 150, 2000), firstDecay(1e-3, 0.95, 10), batchAccuracy(0.5, 200, 49_000, 20, seed));
    }
}
