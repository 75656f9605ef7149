package tadpole.engine.picture.harmonize;

import java.util.List;
import tadpole.engine.picture.pull.Pull;

/**
 * A loss with the weight it acts with.
 *
 * @param layer of the network where it pulls, or {@link tadpole.engine.picture.pull.PullName#PIXELS}; its name may say another layer for which this one stands
 */
record Acting(Pull pull, String layer, double weight) {

    static List<String> layers(List<Acting> all) {
        return all.stream().map(Acting::layer).filter(layer -> !layer.equals(tadpole.engine.picture.pull.PullName.PIXELS)).distinct().toList();
    }
}
