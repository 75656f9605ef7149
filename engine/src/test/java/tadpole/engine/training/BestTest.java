package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

class BestTest {

    @Test
    void bringsBackTheRunningFiguresOfABatchNormalizationToo() throws SettingException {
        Network network = Network.build(Shape.of(3), List.of(BatchNorm2d.RECIPE.standard(), TinyExperiment.linear(2)), new Seed(1));
        network.buffers().get(0).tensor().fill(4);
        network.buffers().get(1).tensor().fill(9);
        List<float[]> atBest = state(network);
        long version = network.parameters().getFirst().version();
        Best best = new Best();
        best.consider(network, new Evaluation(1, 5, 10), 1, false);
        network.state().forEach(each -> each.tensor().fill(-1));
        best.consider(network, new Evaluation(2, 5, 10), 2, false);

        best.restore(network);

        assertThat(network.state()).extracting(NamedTensor::name)
                .contains("batchNorm2d1.running_mean", "batchNorm2d1.running_var");
        assertThat(state(network)).usingRecursiveComparison().isEqualTo(atBest);
        assertThat(best.epoch()).isEqualTo(1);
        assertThat(network.parameters().getFirst().version()).isNotEqualTo(version);
    }

    private static List<float[]> state(Network network) {
        return network.state().stream().map(each -> each.tensor().copy().data()).toList();
    }
}
