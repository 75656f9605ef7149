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

        CheckResult result = check(new CheckSubject(network, MeanSquaredError.RECIPE.standard(), layer.x(n), target));

        assertRight(result);
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

        CheckResult result = check(new CheckSubject(network, loss.spec(), loss.x(loss.batch()), loss.target(loss.batch())));

        assertRight(result);
    }

    private static void assertRight(CheckResult result) {
        for (CheckedTensor tensor : result.tensors()) {
            assertThat(tensor.checked()).as(tensor.name()).isPositive();
            Norm norm = new Norm();
            tensor.addTo(norm, true);
            assertThat(norm.distance() <= tensor.rounding() || norm.value() < NORM).as(tensor + " " + norm.distance() + " " + tensor.rounding()).isTrue();
        }
    }

    private static CheckResult check(CheckSubject subject) throws SettingException {
        GradientCheck check = new GradientCheck(subject, CheckPlan.RECIPE.settings(Map.of("most", 8, "passing", 8, "h", 1e-4)), Optional.empty(), Device.plain(), _ -> {});
        return ((JobOutcome.Finished<CheckResult>) check.run(JobControl.UNWATCHED)).result();
    }
}
