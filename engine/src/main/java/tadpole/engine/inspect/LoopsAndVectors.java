package tadpole.engine.inspect;

import java.util.Arrays;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.kernel.Kernels;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.tensor.Device;

/** Loss and gradient of a linear classifier twice, by loops as one writes them down and by the engine's kernels: the same numbers, and how long each takes. */
public final class LoopsAndVectors implements Job<LoopsAndVectors.Comparison> {

    /** How far the numbers may be apart, over the greatest of them. */
    public static final double TOLERANCE = 1e-4;

    /** Until the loops are compiled too. */
    private static final double WARM_UP_SECONDS = 1;
    private static final int WARM_UPS = 10;
    private static final int ROUNDS = 15;

    /**
     * @param samples  in the batch
     * @param loss     the mean, by the kernels
     * @param lossApart how far the two losses are apart, over the greater of 1 and the loss
     * @param gradientApart the same of the entry of the gradient that is furthest apart, over the greatest entry
     * @param loopSeconds   median of the rounds; 0 where it was stopped before
     * @param vectorSeconds the same
     * @param oneThreadSeconds the same of the kernels on one thread
     * @param rounds   in which each was timed
     * @param threads  that the kernels may use; the loops use one
     */
    public record Comparison(int samples, int inputs, int classes, double loss, double lossApart, double gradientApart, double loopSeconds,
            double vectorSeconds, double oneThreadSeconds, int rounds, int threads) {

        public boolean agrees() {
            return lossApart <= TOLERANCE && gradientApart <= TOLERANCE;
        }

        public boolean isMeasured() {
            return rounds > 0;
        }

        /** How many times faster the kernels are. */
        public double ratio() {
            return loopSeconds / vectorSeconds;
        }
    }

    /** Shapes: x [n, in], weight [classes, in], bias [classes]. */
    record Work(int n, int in, int classes, float[] x, int[] labels, float[] weight, float[] bias) {}

    /** What one way gives: the mean loss, and the gradient by W and by b. */
    private static final class Result {

        private final float[] scores;
        private final float[] gradientByWeight;
        private final float[] gradientByBias;
        private double loss;

        Result(Work work) {
            scores = new float[work.n() * work.classes()];
            gradientByWeight = new float[work.classes() * work.in()];
            gradientByBias = new float[work.classes()];
        }
    }

    private final SoftmaxStart start;
    private final Device device;
    private Work work;
    private Result loops;
    private Result vectors;

    public LoopsAndVectors(SoftmaxStart start, Device device) {
        this.start = start;
        this.device = device;
    }

    @Override
    public String name() {
        return "Timing loops and vectors";
    }

    /** Both without a clock. */
    public Comparison compare() {
        work = start.work();
        loops = new Result(work);
        vectors = new Result(work);
        loop();
        vector(device);
        return comparison(Times.NONE);
    }

    /** Of every round so far. */
    private record Times(double[] loops, double[] vectors, double[] oneThread) {

        private static final Times NONE = new Times(new double[0], new double[0], new double[0]);

        Times first(int rounds) {
            return new Times(Arrays.copyOf(loops, rounds), Arrays.copyOf(vectors, rounds), Arrays.copyOf(oneThread, rounds));
        }
    }

    @Override
    public JobOutcome<Comparison> run(JobControl control) {
        compare();
        try (Device alone = Device.cpu(1)) {
            return warmUp(alone, control) ? time(alone, control) : new JobOutcome.Stopped<>(comparison(Times.NONE));
        }
    }

    private JobOutcome<Comparison> time(Device alone, JobControl control) {
        Times times = new Times(new double[ROUNDS], new double[ROUNDS], new double[ROUNDS]);
        for (int round = 0; round < ROUNDS; round++) {
            if (!control.proceed()) {
                return new JobOutcome.Stopped<>(comparison(times.first(round)));
            }
            times.loops[round] = seconds(this::loop);
            times.oneThread[round] = seconds(() -> vector(alone));
            times.vectors[round] = seconds(() -> vector(device));
            control.report(new Progress(round + 1, ROUNDS, "round %d of %d".formatted(round + 1, ROUNDS)));
        }
        return new JobOutcome.Finished<>(comparison(times));
    }

    /** False where it was stopped. */
    private boolean warmUp(Device alone, JobControl control) {
        double spent = 0;
        for (int round = 0; round < WARM_UPS || spent < WARM_UP_SECONDS; round++) {
            if (!control.proceed()) {
                return false;
            }
            spent += seconds(this::loop) + seconds(() -> vector(alone)) + seconds(() -> vector(device));
            control.report(new Progress(0, ROUNDS, "warming up"));
        }
        return true;
    }

    private static double seconds(Runnable what) {
        long start = System.nanoTime();
        what.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private Comparison comparison(Times times) {
        double greatest = 0;
        double apart = 0;
        for (int i = 0; i < vectors.gradientByWeight.length; i++) {
            greatest = Math.max(greatest, Math.abs(vectors.gradientByWeight[i]));
            apart = Math.max(apart, Math.abs(vectors.gradientByWeight[i] - loops.gradientByWeight[i]));
        }
        for (int i = 0; i < vectors.gradientByBias.length; i++) {
            greatest = Math.max(greatest, Math.abs(vectors.gradientByBias[i]));
            apart = Math.max(apart, Math.abs(vectors.gradientByBias[i] - loops.gradientByBias[i]));
        }
        return new Comparison(work.n(), work.in(), work.classes(), vectors.loss,
                Math.abs(vectors.loss - loops.loss) / Math.max(1, Math.abs(vectors.loss)), greatest == 0 ? apart : apart / greatest,
                median(times.loops), median(times.vectors), median(times.oneThread), times.loops.length, device.threads());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Sample by sample, class by class, pixel by pixel. */
    private void loop() {
        Arrays.fill(loops.gradientByWeight, 0);
        Arrays.fill(loops.gradientByBias, 0);
        double loss = 0;
        for (int n = 0; n < work.n(); n++) {
            loss += loopSample(n);
        }
        for (int i = 0; i < loops.gradientByWeight.length; i++) {
            loops.gradientByWeight[i] /= work.n();
        }
        for (int o = 0; o < work.classes(); o++) {
            loops.gradientByBias[o] /= work.n();
        }
        loops.loss = loss / work.n();
    }

    private double loopSample(int n) {
        float[] scores = loops.scores;
        float max = Float.NEGATIVE_INFINITY;
        for (int o = 0; o < work.classes(); o++) {
            float score = work.bias()[o];
            for (int i = 0; i < work.in(); i++) {
                score += work.x()[n * work.in() + i] * work.weight()[o * work.in() + i];
            }
            scores[o] = score;
            max = Math.max(max, score);
        }
        float sum = 0;
        for (int o = 0; o < work.classes(); o++) {
            sum += (float) Math.exp(scores[o] - max);
        }
        for (int o = 0; o < work.classes(); o++) {
            float slope = (float) Math.exp(scores[o] - max) / sum - (o == work.labels()[n] ? 1 : 0);
            for (int i = 0; i < work.in(); i++) {
                loops.gradientByWeight[o * work.in() + i] += slope * work.x()[n * work.in() + i];
            }
            loops.gradientByBias[o] += slope;
        }
        return max + Math.log(sum) - scores[work.labels()[n]];
    }

    /** All samples at once: one product forward, one product for the gradient. */
    private void vector(Device on) {
        Kernels kernels = on.kernels();
        Matrix x = Matrix.of(work.x(), work.n(), work.in());
        Matrix scores = Matrix.of(vectors.scores, work.n(), work.classes());
        kernels.linear(x, Matrix.of(work.weight(), work.classes(), work.in()).transpose(), work.bias(), scores);
        kernels.logSoftmax(scores, scores);
        double loss = 0;
        for (int n = 0; n < work.n(); n++) {
            loss -= vectors.scores[n * work.classes() + work.labels()[n]];
        }
        // softmax does not see that ln Σ was taken off all scores of a row.
        kernels.softmax(scores, scores);
        for (int n = 0; n < work.n(); n++) {
            vectors.scores[n * work.classes() + work.labels()[n]] -= 1;
        }
        kernels.scale(1f / work.n(), vectors.scores, vectors.scores.length);
        kernels.multiply(scores.transpose(), x, Matrix.of(vectors.gradientByWeight, work.classes(), work.in()));
        Arrays.fill(vectors.gradientByBias, 0);
        kernels.addColumnSums(scores, vectors.gradientByBias);
        vectors.loss = loss / work.n();
    }
}
