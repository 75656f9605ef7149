package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.formula.Address;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.TinyData;
import tadpole.engine.training.TinyExperiment;

class XRayTest {

    private final Dataset clouds = TinyData.overlapping(60, 0, 3);

    private XRay xray(TinyExperiment experiment, int... samples) throws Exception {
        try (Device device = Device.cpu(1)) {
            Tracer tracer = new Tracer(experiment.build(), clouds, device);
            return new XRay(tracer.trace(tracer.start(), tracer.train(), samples));
        }
    }

    @Test
    void linearSoftmaxOfOnePictureIsWrittenAsInTheLesson() throws Exception {
        XRay xray = xray(TinyExperiment.of(3).layers(TinyExperiment.linear(3)), 4);

        Arithmetic gradient = xray.explain(new Address.WeightGradient("linear1.weight", 2 * 6 + 5));

        assertThat(gradient.text()).startsWith("∂L/∂W_{class 2,5} = (p_{class 2} - y_{class 2})·x_5 = (");
        assertThat(gradient.sources()).containsExactly(new Address.Probability(0, 2), new Address.Input(0, 5));
        assertThat(gradient.digits()).isGreaterThanOrEqualTo(6);
        for (Address each : List.of(new Address.Loss(), new Address.SampleLoss(0), new Address.Probability(0, 1), new Address.Activation(0, 0, 1),
                new Address.Updated("linear1.bias", 1), new Address.Input(0, 3), new Address.Raw(0, 3))) {
            assertThat(xray.explain(each).digits()).isGreaterThanOrEqualTo(5);
        }
    }
}
