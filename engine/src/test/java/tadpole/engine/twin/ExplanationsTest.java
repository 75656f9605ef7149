package tadpole.engine.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.layer.Layer;
import tadpole.engine.layer.Layers;
import tadpole.engine.loss.Losses;
import tadpole.engine.loss.Target;
import tadpole.engine.proof.LayerCase;
import tadpole.engine.proof.LossCase;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

/** Every layer and loss tells an arithmetic that leads to its own numbers; in double, so to nearly all digits. */
class ExplanationsTest {

    private static final int PLACES = 3;

    static Stream<LayerCase> layers() {
        return LayerCase.all();
    }

    static Stream<LossCase> losses() {
        return LossCase.all();
    }

    @Test
    void thereIsAnExplanationForEveryLayerAndLoss() {
        assertThat(layers().map(each -> each.recipe().type()).distinct()).hasSize(Layers.ALL.size());
        assertThat(losses().map(each -> each.recipe().type()).distinct()).hasSize(Losses.ALL.size());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aLayersFormulasLeadToItsNumbers(LayerCase given) {
        Layer layer = given.layer();
        ExplainingLayer twin = Twins.layer(given.spec(), given.input());
        DoubleTensor x = DoubleTensor.of(given.x(given.batch()));
        DoubleTensor dy = DoubleTensor.of(given.dy(given.batch()));
        RandomGenerator random = new Seed(5).derive(given.toString()).generator();
        for (boolean training : new boolean[] {true, false}) {
            Conditions conditions = given.conditions(layer, training);
            DoubleTensor y = twin.forward(x, conditions);
            Gradients gradients = twin.backward(x, dy, conditions);
            Scope scope = scope(x, y, dy, gradients, conditions, layer);

            for (int place = 0; place < PLACES; place++) {
                int n = random.nextInt(x.rows());
                int out = random.nextInt(y.columns());
                assertLeadsTo("output", twin.output(scope, n, out), y.at(n, out), y);
                int in = random.nextInt(x.columns());
                assertLeadsTo("input gradient", twin.inputGradient(scope, n, in), gradients.input().at(n, in), gradients.input());
                for (int k = 0; k < gradients.parameters().size(); k++) {
                    DoubleTensor parameter = gradients.parameters().get(k);
                    int i = random.nextInt(parameter.size());
                    assertLeadsTo("gradient of " + layer.parameters().get(k).name(), twin.parameterGradient(scope, k, i), parameter.at(i), parameter);
                }
            }
        }
    }

    private static Scope scope(DoubleTensor x, DoubleTensor y, DoubleTensor dy, Gradients gradients, Conditions conditions, Layer layer) {
        List<String> names = IntStream.range(0, layer.parameters().size()).mapToObj(k -> "W" + k).toList();
        return new Scope(new Scope.Leaves() {
            @Override
            public Expr input(int sample, int i) {
                return Expr.number(x.at(sample, i));
            }

            @Override
            public Expr output(int sample, int i) {
                return Expr.number(y.at(sample, i));
            }

            @Override
            public Expr outputGradient(int sample, int i) {
                return Expr.number(dy.at(sample, i));
            }

            @Override
            public Expr parameter(int k, int i) {
                return Expr.number(conditions.parameters().get(k).at(i));
            }

            @Override
            public Expr parameterGradient(int k, int i) {
                return Expr.number(gradients.parameters().get(k).at(i));
            }
        }, new Scope.Names("x", "a", names, List.of(), List.of()), x, y, dy, conditions);
    }

    @Test
    void aLossWhoseProbabilityIsTooSmallIsWrittenWithTheOutputs() {
        DoubleTensor outputs = new DoubleTensor(Shape.of(1, 3), new double[] {400, 0, -20});
        LossScope scope = new LossScope(new LossScope.Leaves() {
            @Override
            public Expr output(int sample, int j) {
                return Expr.number(outputs.at(sample, j));
            }

            @Override
            public Expr probability(int sample, int j) {
                return Expr.number((float) TwinSoftmax.softmax(outputs).at(sample, j));
            }
        }, outputs, new Target.Classes(new int[] {1}, 1), "a4", List.of());

        Explained loss = new TwinCrossEntropy().sampleLoss(scope, 0);

        assertThat(loss.numbers().value()).isEqualTo(400);
        assertThat(loss.symbols().text(Double::toString, 9)).startsWith("m - a4_1 + ln(");
        assertThat(loss.note()).contains("too small for a float");
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aLosssFormulasLeadToItsNumbers(LossCase given) {
        ExplainingLoss twin = Twins.loss(given.spec());
        DoubleTensor outputs = DoubleTensor.of(given.x(given.batch()));
        Target target = given.target(given.batch());
        DoubleTensor softmax = TwinSoftmax.softmax(outputs);
        LossScope scope = new LossScope(new LossScope.Leaves() {
            @Override
            public Expr output(int sample, int j) {
                return Expr.number(outputs.at(sample, j));
            }

            @Override
            public Expr probability(int sample, int j) {
                return Expr.number(softmax.at(sample, j));
            }
        }, outputs, target, "a", List.of());

        double mean = IntStream.range(0, given.batch()).mapToDouble(n -> twin.sampleLoss(scope, n).numbers().value()).sum() / given.batch();
        assertThat(mean).isCloseTo(twin.forward(outputs, target), within(1e-12 * (1 + Math.abs(mean))));
        DoubleTensor gradient = twin.backward(outputs, target);
        for (int n = 0; n < given.batch(); n++) {
            for (int j = 0; j < given.outputs(); j++) {
                assertLeadsTo("gradient", twin.outputGradient(scope, n, j), gradient.at(n, j), gradient);
            }
        }
    }

    private static void assertLeadsTo(String what, Explained how, double value, DoubleTensor among) {
        double scale = IntStream.range(0, among.size()).mapToDouble(i -> Math.abs(among.at(i))).max().orElse(0);
        assertThat(how.numbers().value()).as("%s: %s", what, how.numbers().text(Double::toString, 20)).isCloseTo(value, within(1e-11 * (1e-3 + scale)));
        assertThat(how.symbols().text(Double::toString, 20)).isNotEmpty();
    }
}
