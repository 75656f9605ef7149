package tadpole.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tadpole.engine.layer.Pass;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.TinyData;
import tadpole.engine.training.TinyExperiment;

class LayerWalkTest {

    private final Device device = Device.cpu(1);

    @Test
    void everyLayerIsSeenAndTheLastIsWhatTheNetworkSays() {
        Trained trained = Trained.of(TinyExperiment.of(3), TinyData.overlapping(60, 20, 3));
        List<LayerWalk> walk = LayerWalk.of(trained.network(), trained.network().samples(), 7, device);

        assertThat(walk).extracting(LayerWalk::layer).containsExactly("input", "linear1", "relu1", "linear2");
        float[] raw = new float[6];
        trained.network().samples().read(7, raw, 0);
        assertThat(walk.getFirst().values().data()).startsWith(raw);
        Tensor out = trained.network().network().forward(Tensor.of(walk.getFirst().shape().batchOf(1), raw), Pass.evaluation(device));
        for (int j = 0; j < 3; j++) {
            assertThat(walk.getLast().values().data()[j]).isCloseTo(out.data()[j], within(1e-5f));
        }
        for (int j = 0; j < 8; j++) {
            assertThat(walk.get(2).values().data()[j]).isEqualTo(Math.max(0, walk.get(1).values().data()[j]));
        }
    }

    @Test
    void theRangeIsThatOfTheNumbers() {
        LayerWalk place = new LayerWalk("a", Tensor.of(tadpole.engine.tensor.Shape.of(3), new float[] {2, -1, 0.5f}));

        assertThat(place.least()).isEqualTo(-1);
        assertThat(place.greatest()).isEqualTo(2);
    }
}
