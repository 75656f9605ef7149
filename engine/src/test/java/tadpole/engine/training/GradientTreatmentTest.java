package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class GradientTreatmentTest {

    private final Parameter weight = parameter("w", Parameter.Role.WEIGHT, new float[] {2, -0.5f, 0}, new float[] {3, -4, 1});
    private final Parameter bias = parameter("b", Parameter.Role.BIAS, new float[] {-1}, new float[] {2});

    @Test
    void withoutAnySettingNothingIsTouched() {
        assertThat(apply(new GradientTreatment(false, 0, 0, 0))).isEqualTo(1.5);

        assertThat(weight.gradient().data()).containsExactly(3, -4, 1);
        assertThat(bias.gradient().data()).containsExactly(2);
    }

    @Test
    void aSumIsTheMeanTimesTheBatch() {
        assertThat(apply(new GradientTreatment(true, 0, 0, 0))).isEqualTo(15);

        assertThat(weight.gradient().data()).containsExactly(30, -40, 10);
        assertThat(bias.gradient().data()).containsExactly(20);
    }

    @Test
    void anL1PenaltyPullsOnWeightsAlone() {
        assertThat(apply(new GradientTreatment(false, 0.1, 0, 0))).isCloseTo(1.75, within(1e-12));

        assertThat(weight.gradient().data()).containsExactly(new float[] {3.1f, -4.1f, 1}, Offset.offset(1e-6f));
        assertThat(bias.gradient().data()).containsExactly(2);
    }

    @Test
    void clippingByValueCutsEachNumber() {
        apply(new GradientTreatment(false, 0, 2.5, 0));

        assertThat(weight.gradient().data()).containsExactly(2.5f, -2.5f, 1);
        assertThat(bias.gradient().data()).containsExactly(2);
    }

    @Test
    void clippingByNormShortensThemAllTogether() {
        double length = Math.sqrt(9 + 16 + 1 + 4);

        apply(new GradientTreatment(false, 0, 0, 2));

        float factor = (float) (2 / (length + 1e-6));
        assertThat(weight.gradient().data()).containsExactly(new float[] {3 * factor, -4 * factor, factor}, Offset.offset(1e-6f));
        assertThat(bias.gradient().data()).containsExactly(new float[] {2 * factor}, Offset.offset(1e-6f));
    }

    @Test
    void shortGradientsStayAsTheyAre() {
        apply(new GradientTreatment(false, 0, 0, 6));

        assertThat(weight.gradient().data()).containsExactly(3, -4, 1);
    }

    /** In a run: the sum at a rate over n is the mean at that rate. */
    @Test
    void summedGradientsAtARateOverTheBatchTrainTheSame() {
        Dataset clouds = TinyData.clouds(40, 0, 3);
        TinyRun mean = TinyRun.of(TinyExperiment.of(3).rate(0.16).plan("batch", 8), clouds);
        TinyRun sum = TinyRun.of(TinyExperiment.of(3).rate(0.02).plan("batch", 8).plan("reduction", "sum"), clouds);

        for (int i = 0; i < mean.weights().size(); i++) {
            assertThat(sum.weights().get(i)).containsExactly(mean.weights().get(i), Offset.offset(1e-5f));
        }
        assertThat(sum.steps().getLast().loss()).isCloseTo(mean.steps().getLast().loss(), within(1e-5));
    }

    @Test
    void aClippedRunMovesNoFurtherThanRateTimesLength() {
        Dataset clouds = TinyData.clouds(10, 0, 3);
        TinyExperiment experiment = TinyExperiment.of(3).plan("epochs", 1).optimizer(TinyExperiment.with(Sgd.RECIPE, Map.of("rate", 1)));
        TinyRun moved = TinyRun.of(experiment.plan("clipNorm", 0.01), clouds);
        TinyRun still = TinyRun.of(experiment.plan("clipNorm", 1e-9), clouds);

        double squares = 0;
        for (int i = 0; i < moved.weights().size(); i++) {
            for (int j = 0; j < moved.weights().get(i).length; j++) {
                squares += Math.pow(moved.weights().get(i)[j] - still.weights().get(i)[j], 2);
            }
        }
        assertThat(Math.sqrt(squares)).isCloseTo(0.01, within(1e-4));
    }

    private double apply(GradientTreatment treatment) {
        double descended = treatment.apply(List.of(weight, bias), 1.5, 10, Device.plain());
        treatment.clip(List.of(weight, bias), Device.plain());
        return descended;
    }

    private static Parameter parameter(String name, Parameter.Role role, float[] value, float[] gradient) {
        Parameter parameter = Parameter.zeros(name, role, Shape.of(value.length));
        parameter.value().set(Tensor.of(parameter.shape(), value));
        parameter.gradient().set(Tensor.of(parameter.shape(), gradient));
        return parameter;
    }
}
