package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Divide;
import tadpole.engine.dataset.Normalize;
import tadpole.engine.formula.Address;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Relu;
import tadpole.engine.optimizer.Adam;
import tadpole.engine.optimizer.ConjugateGradient;
import tadpole.engine.optimizer.Momentum;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TinyData;
import tadpole.engine.training.TinyExperiment;

class XRayTest {

    private final Dataset clouds = TinyData.overlapping(60, 0, 3);

    private XRay xray(Experiment experiment, Dataset data, int... samples) throws Exception {
        try (Device device = Device.cpu(1)) {
            Tracer tracer = new Tracer(experiment, data, device);
            return new XRay(tracer.trace(tracer.start(), tracer.train(), samples));
        }
    }

    private XRay xray(TinyExperiment experiment, int... samples) throws Exception {
        return xray(experiment.build(), clouds, samples);
    }

    /** One picture of 1×4×4 with the pixels 0, 10, 20, ... */
    private XRay picture(Experiment experiment) throws Exception {
        float[] pixels = new float[16];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 10 * i;
        }
        return xray(experiment, new Dataset("one", "One", List.of("cat", "dog", "frog"), new TinyData(Shape.of(1, 4, 4), new float[][] {pixels},
                new int[] {2}), Optional.empty()), 0);
    }

    @Test
    void linearSoftmaxOfOnePictureIsWrittenAsInTheLesson() throws Exception {
        XRay xray = picture(TinyExperiment.of(3).layers(Flatten.RECIPE.standard(), TinyExperiment.linear(3)).build());

        Arithmetic gradient = xray.explain(new Address.WeightGradient("linear1.weight", 16 + 5));

        assertThat(gradient.text()).startsWith("∂L/∂W_{dog,5} = (p_{dog} - y_{dog})·x_5 = (").contains(" - 0)·50 = ");
        assertThat(gradient.sources()).containsExactly(new Address.Probability(0, 1), new Address.Activation(0, 0, 5));
        assertThat(xray.explain(new Address.WeightGradient("linear1.bias", 2)).text()).startsWith("∂L/∂b_{frog} = p_{frog} - y_{frog} = ").contains(" - 1 = ");
        assertThat(xray.explain(new Address.Activation(1, 0, 0)).symbols().text(Double::toString, 5)).isEqualTo("Σ_i W_{cat,i}·x_i + b_{cat}");
    }

    @Test
    void ofSeveralPicturesTheGradientIsASumOverThem() throws Exception {
        XRay xray = xray(TinyExperiment.of(3), 4, 5);

        Arithmetic gradient = xray.explain(new Address.WeightGradient("linear2.weight", 8 + 5));

        assertThat(gradient.text()).startsWith("∂L/∂W2_{class 1,5} = Σ_n ∂L/∂a3_{n,class 1}·a2_{n,5} = ");
        assertThat(gradient.sources()).containsExactly(new Address.ActivationGradient(2, 0, 1), new Address.Activation(1, 0, 5),
                new Address.ActivationGradient(2, 1, 1), new Address.Activation(1, 1, 5));
        assertThat(xray.explain(new Address.ActivationGradient(2, 1, 1)).text()).startsWith("∂L/∂a3_{class 1} = (p_{class 1} - y_{class 1})/N = (").contains(")/2 = ");
        assertThat(xray.explain(new Address.Loss()).text()).startsWith("L = (Σ_n L_n)/N = (");
    }

    @Test
    void convolutionsSayWhatLiesOutsideAndPoolsWhoWon() throws Exception {
        XRay xray = picture(TinyExperiment.of(3).layers(TinyExperiment.with(Conv2d.RECIPE, Map.of("out", 2, "padding", 1)), Relu.RECIPE.standard(),
                TinyExperiment.with(MaxPool2d.RECIPE, Map.of("kernel", 2, "stride", 2)), Flatten.RECIPE.standard(), TinyExperiment.linear(3)).build());

        Arithmetic corner = xray.explain(new Address.Activation(0, 0, 16));
        assertThat(corner.note()).isEqualTo("5 places lie outside of the picture: zeros, left out here.");
        assertThat(corner.symbols().text(Double::toString, 5)).isEqualTo("Σ_{c,u,v} W1_{1,c,u,v}·x_{c,-1+u,-1+v} + b1_1");
        assertThat(corner.sources()).hasSize(4 + 4 + 1).contains(new Address.Input(0, 5), new Address.Weight("conv2d1.weight", 17));
        assertThat(xray.explain(new Address.Weight("conv2d1.weight", 9 + 5)).name().text(Double::toString, 5)).isEqualTo("W1_{1,0,1,2}");
        assertThat(xray.explain(new Address.Activation(2, 0, 3)).note()).matches("Row [23], column [23] won\\.");
    }

    @Test
    void preparedPixelsComeFromRawOnes() throws Exception {
        Experiment plain = TinyExperiment.of(3).layers(Flatten.RECIPE.standard(), TinyExperiment.linear(3)).build();
        XRay xray = picture(plain.withData(new DataPlan("one", List.of(Divide.RECIPE.standard(),
                TinyExperiment.with(Normalize.RECIPE, Map.of("mean", List.of(0.1307), "deviation", List.of(0.3081)))), 0)));

        Arithmetic pixel = xray.explain(new Address.Input(0, 6));

        assertThat(pixel.text()).startsWith("x_{0,1,2} = (raw_{0,1,2}/255 - 0.1307)/0.3081 = (60/255 - 0.1307)/0.3081 = 0.33948");
        assertThat(pixel.sources()).containsExactly(new Address.Raw(0, 6));
        assertThat(xray.explain(new Address.Raw(0, 6)).isGiven()).isTrue();
    }

    @Test
    void updatesLeadToGradientsAndToWhatTheOptimizerRemembers() throws Exception {
        XRay momentum = xray(TinyExperiment.of(3).optimizer(TinyExperiment.with(Momentum.RECIPE, Map.of("rate", 0.1, "weightDecay", 0.01))), 1);

        Arithmetic after = momentum.explain(new Address.Updated("linear1.weight", 7));
        assertThat(after.text()).startsWith("W1 after_{1,1} = W1_{1,1} - 0.1·v_{1,1} = ");
        assertThat(after.sources()).containsExactly(new Address.Weight("linear1.weight", 7), new Address.Memory("linear1.weight", 7, "momentum_buffer"));
        Arithmetic velocity = momentum.explain(new Address.Memory("linear1.weight", 7, "momentum_buffer"));
        assertThat(velocity.text()).startsWith("v_{1,1} = 0.9·v before + (∂L/∂W1_{1,1} + 0.01·W1_{1,1}) = 0.9·0 + (");

        XRay adam = xray(TinyExperiment.of(3).optimizer(Adam.RECIPE.standard()), 1);
        assertThat(adam.explain(new Address.Updated("linear1.bias", 2)).symbols().text(each -> Float.toString((float) each), 9))
                .isEqualTo("b1_2 - 0.001·m_2/(1.0 - 0.9^1.0)/(√(v_2/(1.0 - 0.999^1.0)) + 1.0E-8)");
    }

    @Test
    void whatHappensToGradientsBeforeTheOptimizerStandsInItsUpdate() throws Exception {
        XRay xray = xray(TinyExperiment.of(3).plan("reduction", "sum").plan("l1", 0.01).plan("clipNorm", 0.5), 1, 2);

        Arithmetic after = xray.explain(new Address.Updated("linear1.weight", 7));

        assertThat(after.text()).startsWith("W1 after_{1,1} = W1_{1,1} - 0.1·shortening·(N·∂L/∂W1_{1,1} + 0.01·sign(W1_{1,1})) = ");
        assertThat(after.note()).isEqualTo("All gradients together are shortened to the length 0.5.");
        assertThat(after.digits()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void optimizersWithoutARuleSayWhy() throws Exception {
        XRay xray = xray(TinyExperiment.of(3).optimizer(ConjugateGradient.RECIPE.standard()), 1, 2);

        assertThat(xray.explain(new Address.Updated("linear1.weight", 7)).note()).startsWith("Conjugate gradient searches along one direction");
    }

    @Test
    void refusesWhatIsNotThere() throws Exception {
        XRay xray = xray(TinyExperiment.of(3), 1);

        assertThatThrownBy(() -> xray.explain(new Address.Activation(7, 0, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> xray.explain(new Address.Memory("linear1.weight", 0, "exp_avg"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> xray.explain(new Address.Probability(1, 0))).isInstanceOf(IllegalArgumentException.class);
    }
}
