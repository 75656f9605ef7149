package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.Layer;
import tadpole.engine.layer.Network;
import tadpole.engine.loss.MeanSquaredError;
import tadpole.engine.loss.Target;
import tadpole.engine.proof.Drawn;
import tadpole.engine.proof.LayerCase;
import tadpole.engine.proof.LossCase;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

/** Norms under 1e-7 in double: every layer, every loss. */
class LayerChecksTest {

    private static final double NORM = 1e-7;

    static Stream<LayerCase> layers() {
        return LayerCase.wide();
    }

    static Stream<LossCase> losses() {
        return LossCase.all();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyLayersGradientsAreRight(LayerCase layer) throws SettingException {
        Network network = Network.build(layer.input(), List.of(layer.spec(), Flatten.RECIPE.standard()), new Seed(1));
        draw(network, layer.layer());
        int n = layer.batch();
        Target target = new Target.Values(Drawn.normal(network.output().batchOf(n), "target"));

        assertRight(new CheckSubject(network, MeanSquaredError.RECIPE.standard(), layer.x(n), target));
    }

    private static void draw(Network network, Layer drawn) {
        for (int i = 0; i < network.parameters().size(); i++) {
            Parameter parameter = network.parameters().get(i);
            parameter.value().set(drawn.parameters().get(i).value());
            parameter.changed();
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyLossesGradientIsRight(LossCase loss) throws SettingException {
        Network network = Network.build(Shape.of(loss.outputs()), List.of(Flatten.RECIPE.standard()), new Seed(1));

        assertRight(new CheckSubject(network, loss.spec(), loss.x(loss.batch()), loss.target(loss.batch())));
    }

    /** At one of two steps: the longer one's error is the curve's own bend, the shorter one's is rounding; a wrong gradient is wrong at both. */
    private static void assertRight(CheckSubject subject) throws SettingException {
        List<CheckedTensor> wide = check(subject, 1e-4).tensors();
        List<CheckedTensor> narrow = check(subject, 1e-5).tensors();
        for (int i = 0; i < wide.size(); i++) {
            assertThat(wide.get(i).checked()).as(wide.get(i).name()).isPositive();
            assertThat(isRight(wide.get(i)) || isRight(narrow.get(i))).as(wide.get(i) + " " + narrow.get(i)).isTrue();
        }
    }

    private static boolean isRight(CheckedTensor tensor) {
        Norm norm = new Norm();
        tensor.addTo(norm, true);
        return norm.distance() <= tensor.rounding() || norm.value() < NORM;
    }

    private static CheckResult check(CheckSubject subject, double h) throws SettingException {
        GradientCheck check = new GradientCheck(subject, CheckPlan.RECIPE.settings(Map.of("most", 8, "passing", 8, "h", h)), Optional.empty(), Device.plain(), _ -> {});
        return ((JobOutcome.Finished<CheckResult>) check.run(JobControl.UNWATCHED)).result();
    }
}
