package tadpole.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.loss.Losses;
import tadpole.engine.proof.Agreement;
import tadpole.engine.proof.Drawn;
import tadpole.engine.proof.FiniteDifferences;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.twin.Conditions;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.TwinNetwork;

class CarriedStatesTest {

    private static final int N = 3;
    private static final int WORDS = 7;
    private static final int HIDDEN = 10;

    private final Device device = Device.cpu(2);

    @AfterEach
    void close() {
        device.close();
    }

    private static Network network(String cell) throws SettingException {
        return network(cell, 1);
    }

    private static Network network(String cell, int time) throws SettingException {
        Recipe<LayerMaker> recipe = Recipe.find(Layers.ALL, "layer", cell);
        Spec first = new Spec(cell, recipe.settings(Map.of("hidden", HIDDEN, "vocabulary", WORDS)));
        Spec second = new Spec(cell, recipe.settings(Map.of("hidden", HIDDEN)));
        return Network.build(Shape.of(time), List.of(first, second), new Seed(4));
    }

    private static Tensor words(int n, int time) {
        Tensor words = Tensor.zeros(Shape.of(n, time));
        Random random = new Random(5);
        for (int i = 0; i < words.size(); i++) {
            words.data()[i] = random.nextInt(WORDS);
        }
        return words;
    }

    private static Tensor times(Tensor x, int from, int to) {
        int time = x.shape().at(1);
        Tensor part = Tensor.zeros(Shape.of(x.shape().at(0), to - from));
        for (int row = 0; row < x.shape().at(0); row++) {
            System.arraycopy(x.data(), row * time + from, part.data(), row * (to - from), to - from);
        }
        return part;
    }

    private static float[] copy(Tensor y) {
        return Arrays.copyOf(y.data(), y.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rnn", "lstm", "gru"})
    void partsOneAfterTheOtherGiveWhatTheWholeGives(String cell) throws SettingException {
        Network network = network(cell);
        Tensor x = words(N, 9);
        float[] whole = copy(network.forward(x, Pass.evaluation(device)));
        Pass pass = Pass.evaluation(device);
        pass.carryStates(true);

        for (int[] part : new int[][] {{0, 4}, {4, 5}, {5, 9}}) {
            float[] y = copy(network.forward(times(x, part[0], part[1]), pass));

            for (int row = 0; row < N; row++) {
                int length = (part[1] - part[0]) * HIDDEN;
                assertThat(Arrays.copyOfRange(y, row * length, (row + 1) * length)).as("sequence %d, times %s", row, Arrays.toString(part))
                        .containsExactly(Arrays.copyOfRange(whole, (row * 9 + part[0]) * HIDDEN, (row * 9 + part[1]) * HIDDEN),
                                offset(1e-6f));
            }
        }
    }

    @Test
    void nothingIsCarriedUnlessAskedFor() throws SettingException {
        Network network = network("lstm");
        Tensor x = words(N, 2);
        Pass pass = Pass.evaluation(device);

        float[] first = copy(network.forward(x, pass));
        float[] second = copy(network.forward(x, pass));

        assertThat(second).isEqualTo(first);
        assertThat(pass.states()).isEmpty();
    }

    @Test
    void statesAreGivenByStageAndNameAndPutBack() throws SettingException {
        Network network = network("lstm");
        Tensor x = words(N, 2);
        Pass pass = Pass.evaluation(device);
        pass.carryStates(true);
        network.forward(x, pass);

        Map<String, float[]> kept = pass.states();
        float[] onwards = copy(network.forward(x, pass));
        Pass another = Pass.evaluation(device);
        another.carryStates(true);
        another.states(kept);
        float[] again = copy(network.forward(x, another));
        another.states(kept);
        float[] onceMore = copy(network.forward(x, another));

        assertThat(kept).containsOnlyKeys("lstm1.c", "lstm1.h", "lstm2.c", "lstm2.h");
        assertThat(kept.get("lstm2.c")).hasSize(N * HIDDEN);
        assertThat(again).isEqualTo(onwards);
        assertThat(onceMore).isEqualTo(onwards);
    }

    @Test
    void theLastOutputIsTheStateH() throws SettingException {
        Network network = network("gru");
        Pass pass = Pass.evaluation(device);
        pass.carryStates(true);

        float[] y = copy(network.forward(words(N, 1), pass));

        assertThat(pass.states().get("gru2.h")).isEqualTo(y);
        assertThat(pass.states()).containsOnlyKeys("gru1.h", "gru2.h");
    }

    @Test
    void forgottenStatesBeginAtZero() throws SettingException {
        Network network = network("gru");
        Tensor x = words(N, 3);
        Pass pass = Pass.evaluation(device);
        pass.carryStates(true);
        float[] first = copy(network.forward(x, pass));

        pass.forgetStates();

        assertThat(copy(network.forward(x, pass))).isEqualTo(first);
        assertThat(copy(network.forward(x, pass))).isNotEqualTo(first);
        pass.carryStates(false);
        pass.carryStates(true);
        assertThat(copy(network.forward(x, pass))).isEqualTo(first);
    }

    @Test
    void otherSequencesThanThoseCarriedAreRefused() throws SettingException {
        Network network = network("lstm");
        Pass pass = Pass.evaluation(device);
        pass.carryStates(true);
        network.forward(words(N, 2), pass);

        assertThatThrownBy(() -> network.forward(words(2, 2), pass)).isInstanceOf(IllegalStateException.class)
                .hasMessage("lstm1.h carries 30 numbers, but this batch has 20. Forget the states, or go on with as many sequences.");
    }

    /** The loss of a segment that begins where another ended: truncated, so the states it begins with are given numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"rnn", "lstm", "gru"})
    void gradientsOfACarriedSegmentAreThoseOfATwinThatBeginsThere(String cell) throws SettingException {
        Network network = network(cell, 4);
        TwinNetwork twin = TwinNetwork.of(network, Recipe.find(Losses.ALL, "loss", "meanSquaredError").standard());
        Pass pass = Pass.training(device);
        pass.carryStates(true);
        network.forward(words(N, 5), pass);
        for (int segment = 0; segment < 3; segment++) {
            Tensor x = words(N, 4);
            Tensor dy = Drawn.normal(network.output().batchOf(N), "dy" + segment);
            Conditions conditions = Conditions.training(network, new Seed(0)).from(pass.states());
            network.clearGradients();

            Tensor y = network.forward(x, pass);
            network.backward(dy, pass);

            DoubleTensor wide = DoubleTensor.of(x);
            Agreement.assertAgrees("output", y, twin.forward(wide, conditions));
            List<DoubleTensor> expected = twin.backward(wide, DoubleTensor.of(dy), conditions).parameters();
            for (int i = 0; i < expected.size(); i++) {
                Agreement.assertAgrees(network.parameters().get(i).name(), network.parameters().get(i).gradient(), expected.get(i));
                Agreement.assertMatches("of parameter " + i, expected.get(i), FiniteDifferences.of(
                        () -> dot(DoubleTensor.of(dy), twin.forward(wide, conditions)), conditions.parameters().get(i)));
            }
        }
    }

    private static double dot(DoubleTensor a, DoubleTensor b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.at(i) * b.at(i);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rnn", "lstm", "gru"})
    void theNumberOfThreadsChangesNoBit(String cell) throws SettingException {
        Map<String, float[]> expected = afterThreeSegments(cell, 1);

        for (int threads = 2; threads <= 4; threads++) {
            Map<String, float[]> actual = afterThreeSegments(cell, threads);
            assertThat(actual.keySet()).isEqualTo(expected.keySet());
            expected.forEach((name, state) -> assertThat(actual.get(name)).as(name).isEqualTo(state));
        }
    }

    private static Map<String, float[]> afterThreeSegments(String cell, int threads) throws SettingException {
        try (Device device = Device.cpu(threads)) {
            Pass pass = Pass.training(device);
            pass.carryStates(true);
            Network network = network(cell);
            for (int segment = 0; segment < 3; segment++) {
                network.forward(words(19, 3), pass);
            }
            return pass.states();
        }
    }

    /** What a pass of evaluation keeps of the weights must not outlive them. */
    @Test
    void aPassThatReadsTokenByTokenSeesChangedWeights() throws SettingException {
        Network network = network("lstm");
        Tensor token = words(1, 1);
        Pass pass = Pass.evaluation(device);
        pass.carryStates(true);
        network.forward(token, pass);

        network.parameters().forEach(parameter -> {
            parameter.value().fill(0.1f);
            parameter.changed();
        });
        pass.forgetStates();
        float[] y = copy(network.forward(token, pass));

        assertThat(y).isEqualTo(copy(network.forward(token, Pass.evaluation(device))));
    }

    @Test
    void aTokenAllocatesNothingThatGrowsWithTheLayer() throws SettingException {
        assertThat(allocated(200)).isLessThan(allocated(20) + 1000);
    }

    /** On the plain kernels: the vector ones box their vectors until they are compiled. */
    private static long allocated(int hidden) throws SettingException {
        Recipe<LayerMaker> recipe = Recipe.find(Layers.ALL, "layer", "lstm");
        Network network = Network.build(Shape.of(1), List.of(new Spec("lstm", recipe.settings(Map.of("hidden", hidden, "vocabulary", WORDS)))), new Seed(1));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Tensor token = words(1, 1);
        long least = Long.MAX_VALUE;
        try (Device plain = Device.plain()) {
            Pass pass = Pass.evaluation(plain);
            pass.carryStates(true);
            for (int step = 0; step < 10; step++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                network.forward(token, pass);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
        }
        return least;
    }
}
