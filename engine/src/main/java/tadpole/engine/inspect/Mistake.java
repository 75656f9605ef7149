package tadpole.engine.inspect;

import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.twin.TwinLayer;
import tadpole.engine.twin.TwinLoss;

/** A mistake that can be planted into a copy of a network, in double; the engine that trains never sees it. */
public interface Mistake {

    MistakeText text();

    /** Where it can sit so that it shows; empty where it can sit nowhere. It takes as long as some steps in double. */
    List<Place> places(CheckSubject subject);

    /** The layer with the mistake. */
    default TwinLayer layer(TwinLayer right, Network.Stage stage) {
        return right;
    }

    /** The loss with the mistake. */
    default TwinLoss loss(TwinLoss right) {
        return right;
    }

    /** Overwrites start weights. */
    default void start(Network.Stage stage) {}

    /** Whether forward takes the weights that were stored instead of those that it is given. */
    default boolean isStale() {
        return false;
    }

    /** Whether a gradient is added to that of the step before. */
    default boolean keepsGradients() {
        return false;
    }
}
