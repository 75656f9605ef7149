package tadpole.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Split;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Relu;
import tadpole.engine.layer.ResidualBlock;
import tadpole.engine.layer.Tanh;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.training.TinyData;
import tadpole.engine.training.TinyExperiment;

class SilentUnitsTest {

    private static final Spec RELU = Relu.RECIPE.standard();

    private static Network network(Shape input, Spec... layers) {
        try {
            return Network.build(input, List.of(layers), new Seed(1));
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    private static Split samples(Shape shape, int count) {
        Random random = new Random(5);
        float[][] all = new float[count][shape.size()];
        for (float[] each : all) {
            for (int i = 0; i < each.length; i++) {
                each[i] = (float) random.nextGaussian();
            }
        }
        return new TinyData(shape, all, new int[count]);
    }

    /** A bias so low that nothing lifts the unit above zero. */
    private static void kill(Network network, String bias, int... units) {
        Parameter parameter = network.parameters().stream().filter(each -> each.name().equals(bias)).findFirst().orElseThrow();
        for (int unit : units) {
            parameter.value().data()[unit] = -1000;
        }
        parameter.changed();
    }

    private static Silence silence(Network network, Split samples, int most) {
        return ((JobOutcome.Finished<Silence>) new SilentUnits(network, samples, List.of(), Device.plain(), most).run(JobControl.UNWATCHED)).result();
    }

    @Test
    void findsPlantedDeadUnitsOfALinearLayer() {
        Network network = network(Shape.of(6), TinyExperiment.linear(20), RELU, TinyExperiment.linear(3));
        kill(network, "linear1.bias", 4, 17);

        Silence silence = silence(network, samples(Shape.of(6), 250), 250);

        assertThat(silence.silentUnits()).isEqualTo(2);
        assertThat(silence.units()).isEqualTo(20);
        assertThat(silence.layers()).extracting(LayerSilence::layer).containsExactly("relu1");
        assertThat(silence.layers().getFirst().spoke()[4]).isFalse();
        assertThat(silence.layers().getFirst().spoke()[17]).isFalse();
        assertThat(silence.samples()).isEqualTo(250);
    }

    @Test
    void behindAConvolutionAUnitIsAChannelAndPlacesAreCountedBesides() {
        Shape input = Shape.of(1, 6, 6);
        Network network = network(input, TinyExperiment.with(Conv2d.RECIPE, Map.of("out", 4, "kernel", 3)), RELU, Flatten.RECIPE.standard(),
                TinyExperiment.linear(2));
        kill(network, "conv2d1.bias", 3);

        LayerSilence layer = silence(network, samples(input, 100), 100).layers().getFirst();

        assertThat(layer.units()).isEqualTo(4);
        assertThat(layer.silentUnits()).isEqualTo(1);
        assertThat(layer.places()).isEqualTo(4 * 16);
        assertThat(layer.silentPlaces()).isEqualTo(16);
    }

    @Test
    void looksIntoResidualBlocks() {
        Shape input = Shape.of(2, 6, 6);
        Network network = network(input, TinyExperiment.with(ResidualBlock.RECIPE, Map.of("out", 2)), BatchNorm2d.RECIPE.standard());
        kill(network, "residualBlock1.body.batchNorm2d1.bias", 1);

        Silence silence = silence(network, samples(input, 30), 30);

        assertThat(silence.layers()).extracting(LayerSilence::layer).containsExactly("residualBlock1.body.relu1", "residualBlock1");
        assertThat(silence.layers()).extracting(LayerSilence::silentUnits).containsExactly(1, 0);
    }

    @Test
    void onlyTheFirstSamplesAreAsked() {
        Network network = network(Shape.of(1), TinyExperiment.linear(1), RELU);
        network.parameters().getFirst().value().data()[0] = 1;
        network.parameters().getLast().value().data()[0] = 0;
        Split lateVoice = new TinyData(Shape.of(1), new float[][] {{-1}, {-2}, {3}}, new int[3]);

        assertThat(silence(network, lateVoice, 2).silentUnits()).isEqualTo(1);
        assertThat(silence(network, lateVoice, 100).silentUnits()).isZero();
        assertThat(silence(network, lateVoice, 2).of()).isEqualTo(3);
    }

    @Test
    void aNetworkWithoutReluHasNoUnits() {
        Silence silence = silence(network(Shape.of(6), TinyExperiment.linear(3), Tanh.RECIPE.standard()), samples(Shape.of(6), 10), 10);

        assertThat(silence.units()).isZero();
        assertThat(silence.share()).isZero();
    }

    @Test
    void stoppedItGivesWhatItHas() {
        Network network = network(Shape.of(6), TinyExperiment.linear(20), RELU);
        JobControl once = new JobControl() {
            private int asked;

            @Override
            public boolean proceed() {
                return asked++ < 1;
            }

            @Override
            public void report(Progress progress) {}
        };

        JobOutcome<Silence> outcome = new SilentUnits(network, samples(Shape.of(6), 250), List.of(), Device.plain(), 250).run(once);

        assertThat(outcome).isInstanceOfSatisfying(JobOutcome.Stopped.class,
                stopped -> assertThat(((Silence) stopped.resultSoFar()).samples()).isEqualTo(100));
    }
}
