package tadpole.engine.picture.pull;

import tadpole.engine.tensor.Tensor;

/** One loss that pulls at a picture: it looks at the maps of one layer, or at the pixels. */
public interface Pull {

    PullName name();

    /**
     * The loss, unweighted.
     *
     * @param maps     [channels,height,width] of the layer, or the pixels in 0..255
     * @param gradient of the same shape; the loss's own unweighted gradient is written over what it held
     */
    double pull(Tensor maps, Tensor gradient);
}
