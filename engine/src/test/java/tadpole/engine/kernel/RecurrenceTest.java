package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecurrenceTest {
    /** One layer's way there and back: all that comes of it, outputs dirty before. */
    private record Trip(List<float[]> results) {
        static Trip of(Recurrence kernel, int gates, int hidden, Recurrence.Sequences sequences) {
            Samples samples = new Samples();
            Matrix w = Matrix.of(scaled(samples.floats(gates * hidden * hidden), hidden), gates * hidden, hidden);
            float[] bias = samples.floats(gates * hidden);
            Matrix sums = samples.view(9, gates * hidden);
            int[] rows = new Random(3).ints(sequences.steps(), 0, 9).toArray();
            int given = sequences.n() * (sequences.lastOnly() ? 1 : sequences.time()) * hidden;
            float[] y = samples.floats(given);
            float[] dy = samples.floats(given);
            kernel.forward(sequences, new Recurrence.Inputs(sums, rows), new Recurrence.Weights(w, bias), y);
            kernel.backward(w, dy);
            return new Trip(List.of(y, copy(kernel.statesBefore()), copy(kernel.inputGradients()), copy(kernel.hiddenGradients())));
        }

        private static float[] scaled(float[] x, int inputs) {
            for (int i = 0; i < x.length; i++) {
                x[i] /= (float) Math.sqrt(inputs);
            }
            return x;
        }

        private static float[] copy(Matrix x) {
            return Arrays.copyOfRange(x.data(), x.offset(), x.offset() + x.rows() * x.columns());
        }
    }

    private record Kind(int gates, BiFunction<Kernels, Integer, Recurrence> maker) {}

    private static final List<Kind> KINDS = List.of(new Kind(4, Kernels::lstm), new Kind(3, Kernels::gru),
            new Kind(1, (kernels, hidden) -> kernels.rnn(hidden, Nonlinearity.TANH)),
            new Kind(1, (kernels, hidden) -> kernels.rnn(hidden, Nonlinearity.RELU)),
            new Kind(1, (kernels, hidden) -> kernels.rnn(hidden, Nonlinearity.SIGMOID)));

    private static List<Recurrence.Sequences> batches() {
        List<Recurrence.Sequences> batches = new ArrayList<>();
        for (int n : new int[] {9, 1, 0, 2, 8, 24}) {
            batches.add(new Recurrence.Sequences(3, n, false));
            batches.add(new Recurrence.Sequences(2, n, true));
        }
        batches.add(new Recurrence.Sequences(1, 17, false));
        return batches;
    }

    @Test
    void agreesWithThePlainTwin() {
        try (Workers workers = new Workers(2)) {
            for (int hidden : IntStream.concat(Arrays.stream(Samples.sizes()).filter(size -> size > 0), IntStream.of(150)).toArray()) {
                for (Kind kind : KINDS) {
                    // one object for all batches: what a larger one left must not matter
                    Recurrence vector = kind.maker().apply(Kernels.vector(workers), hidden);
                    for (Recurrence.Sequences batch : batches()) {
                        Trip expected = Trip.of(kind.maker().apply(Kernels.plain(workers), hidden), kind.gates(), hidden, batch);
                        Trip actual = Trip.of(vector, kind.gates(), hidden, batch);

                        for (int n = 0; n < expected.results().size(); n++) {
                            Agreement.within(1e-5f, actual.results().get(n), expected.results().get(n),
                                    "result " + n + " of " + batch + ", " + hidden + " hidden units");
                        }
                    }
                }
            }
        }
    }

    @Test
    void givesTheSameBitsForAnyNumberOfThreads() {
        for (Kind kind : KINDS) {
            for (Recurrence.Sequences batch : List.of(new Recurrence.Sequences(5, 1, false), new Recurrence.Sequences(5, 19, false),
                    new Recurrence.Sequences(5, 40, true))) {
                Trip expected = trip(1, kind, batch);
                for (int threads = 2; threads <= 7; threads++) {
                    Trip actual = trip(threads, kind, batch);

                    for (int n = 0; n < expected.results().size(); n++) {
                        assertThat(actual.results().get(n)).as("result %d of %s with %d threads", n, batch, threads)
                                .isEqualTo(expected.results().get(n));
                    }
                }
            }
        }
    }

    @Test
    void aSequenceAloneHasTheBitsItHasBesideOthers() {
        try (Workers workers = new Workers(2)) {
            for (int hidden : new int[] {1, 7, 33, 100, 150, 300}) {
                for (Kind kind : KINDS) {
                    assertThat(firstOf(1, kind, hidden, workers)).as("%d hidden units", hidden).isEqualTo(firstOf(9, kind, hidden, workers));
                }
            }
        }
    }

    /** The first of so many sequences, its states after three times and its gradients at the first of them. */
    private static float[] firstOf(int n, Kind kind, int hidden, Workers workers) {
        Samples samples = new Samples();
        Matrix w = samples.matrix(kind.gates() * hidden, hidden);
        float[] bias = samples.floats(kind.gates() * hidden);
        Matrix sums = samples.matrix(3, kind.gates() * hidden);
        float[] y = new float[n * 3 * hidden];
        float[] dy = new float[n * 3 * hidden];
        Arrays.fill(dy, 0.5f);
        Recurrence kernel = kind.maker().apply(Kernels.vector(workers), hidden);
        kernel.forward(new Recurrence.Sequences(3, n, false), new Recurrence.Inputs(sums, IntStream.range(0, 3 * n).map(i -> i / n).toArray()),
                new Recurrence.Weights(w, bias), y);
        kernel.backward(w, dy);
        Matrix gradients = kernel.inputGradients();
        float[] both = Arrays.copyOf(y, 3 * hidden + gradients.columns());
        System.arraycopy(gradients.data(), gradients.offset(), both, 3 * hidden, gradients.columns());
        return both;
    }

    private static Trip trip(int threads, Kind kind, Recurrence.Sequences batch) {
        try (Workers workers = new Workers(threads)) {
            // large enough for several threads at one step of a single sequence
            return Trip.of(kind.maker().apply(Kernels.vector(workers), 600), kind.gates(), 600, batch);
        }
    }

    @Test
    void notANumberPassesThrough() {
        try (Workers workers = new Workers(2)) {
            for (Kernels kernels : List.of(Kernels.plain(workers), Kernels.vector(workers))) {
                for (Kind kind : KINDS) {
                    int width = kind.gates() * 20;
                    float[] sums = new float[2 * width];
                    sums[3] = Float.NaN;
                    float[] y = new float[2 * 20];
                    Matrix w = Matrix.of(new float[width * 20], width, 20);

                    kind.maker().apply(kernels, 20).forward(new Recurrence.Sequences(1, 2, false),
                            new Recurrence.Inputs(Matrix.of(sums, 2, width), new int[] {1, 0}),
                            new Recurrence.Weights(w, new float[width]), y);

                    assertThat(y[20 + 3]).isNaN();
                    assertThat(y[20 + 4]).isNotNaN();
                    assertThat(y[3]).isNotNaN();
                }
            }
        }
    }
}
