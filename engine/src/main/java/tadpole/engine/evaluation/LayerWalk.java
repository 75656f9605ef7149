package tadpole.engine.evaluation;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.dataset.Split;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.TrainedNetwork;

/**
 * What one sample becomes behind a layer.
 *
 * @param layer  such as "conv2d1"; "input" for the prepared sample itself
 * @param values of the sample's own shape; nobody writes into it
 */
public record LayerWalk(String layer, Tensor values) {

    /** The name of the first place, before all layers. */
    public static final String INPUT = "input";

    /** One sample through all layers, each one by itself: what comes out of every one of them can be seen, and it is what the network computes. */
    public static List<LayerWalk> of(TrainedNetwork trained, Split split, int sample, Device device) {
        Tensor x = trained.prepared(split, sample);
        List<LayerWalk> places = new ArrayList<>();
        places.add(new LayerWalk(INPUT, x));
        Tensor batch = Tensor.of(x.shape().batchOf(1), x.data());
        for (Network.Stage stage : trained.network().stages()) {
            batch = stage.layer().forward(batch, Pass.evaluation(device)).copy();
            places.add(new LayerWalk(stage.name(), Tensor.of(stage.output(), batch.data())));
        }
        return places;
    }

    public Shape shape() {
        return values.shape();
    }

    /** NaN where there is no number. */
    public float least() {
        float least = Float.NaN;
        for (int i = 0; i < values.size(); i++) {
            least = values.data()[i] < least || Float.isNaN(least) ? values.data()[i] : least;
        }
        return least;
    }

    /** NaN where there is no number. */
    public float greatest() {
        float greatest = Float.NaN;
        for (int i = 0; i < values.size(); i++) {
            greatest = values.data()[i] > greatest || Float.isNaN(greatest) ? values.data()[i] : greatest;
        }
        return greatest;
    }
}
