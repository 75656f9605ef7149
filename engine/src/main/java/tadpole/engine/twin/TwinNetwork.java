package tadpole.engine.twin;

import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.loss.Target;
import tadpole.engine.recipe.Spec;

/**
 * A whole network and its loss in double. The parameters' values come in with the conditions, in the order of
 * {@link Network#parameters}, so that finite differences can move each of them.
 */
public final class TwinNetwork implements TwinLayer {

    private final TwinSequence layers;
    private final TwinLoss loss;

    private TwinNetwork(TwinSequence layers, TwinLoss loss) {
        this.layers = layers;
        this.loss = loss;
    }

    public static TwinNetwork of(Network network, Spec loss) {
        return new TwinNetwork(TwinSequence.of(network), Twins.loss(loss));
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        return layers.forward(x, conditions);
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        return layers.backward(x, dy, conditions);
    }

    @Override
    public boolean hasKinks() {
        return layers.hasKinks() || loss.hasKinks();
    }

    @Override
    public long pattern(DoubleTensor x, Conditions conditions) {
        return layers.pattern(x, conditions);
    }

    /** The mean loss of a batch. */
    public double loss(DoubleTensor x, Target target, Conditions conditions) {
        return loss.forward(forward(x, conditions), target);
    }

    /** Gradients of that mean by the batch and by every parameter. */
    public Gradients gradients(DoubleTensor x, Target target, Conditions conditions) {
        return backward(x, loss.backward(forward(x, conditions), target), conditions);
    }

    /** What passes between the layers: the batch first, then every layer's output. */
    public List<DoubleTensor> passing(DoubleTensor x, Conditions conditions) {
        return layers.passing(x, conditions);
    }
}
