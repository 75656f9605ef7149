package tadpole.engine.picture.harmonize;

import tadpole.engine.picture.pull.Pull;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** A pull that sees some places only, as a picture of one row; elsewhere its gradient is 0. */
final class PlacesPull implements Pull {

    private final Pull pull;
    private final int[] places;
    private Tensor seen = Tensor.NONE;
    private Tensor pulled = Tensor.NONE;

    PlacesPull(Pull pull, int[] places) {
        this.pull = pull;
        this.places = places.clone();
    }

    /** The numbers of some places, [channels,1,places]. */
    static Tensor gather(Tensor maps, int[] places) {
        Tensor gathered = Tensor.zeros(Shape.of(maps.shape().at(0), 1, places.length));
        gather(maps, places, gathered);
        return gathered;
    }

    private static void gather(Tensor maps, int[] places, Tensor into) {
        int area = maps.shape().at(1) * maps.shape().at(2);
        for (int channel = 0; channel < maps.shape().at(0); channel++) {
            for (int n = 0; n < places.length; n++) {
                into.data()[channel * places.length + n] = maps.data()[channel * area + places[n]];
            }
        }
    }

    @Override
    public PullName name() {
        return pull.name();
    }

    @Override
    public double pull(Tensor maps, Tensor gradient) {
        int channels = maps.shape().at(0);
        int area = maps.shape().at(1) * maps.shape().at(2);
        if (pulled == Tensor.NONE) {
            seen = Tensor.zeros(Shape.of(channels, 1, places.length));
            pulled = Tensor.zeros(seen.shape());
        }
        gather(maps, places, seen);
        double loss = pull.pull(seen, pulled);
        gradient.fill(0);
        for (int channel = 0; channel < channels; channel++) {
            for (int n = 0; n < places.length; n++) {
                gradient.data()[channel * area + places[n]] = pulled.data()[channel * places.length + n];
            }
        }
        return loss;
    }
}
