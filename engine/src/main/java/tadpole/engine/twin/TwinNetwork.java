package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.loss.Target;
import tadpole.engine.recipe.Spec;

/**
 * A whole network and its loss in double. The parameters' values come in with the conditions, in the order of
 * {@link Network#parameters}, so that finite differences can move each of them.
 */
public final class TwinNetwork implements TwinLayer {

    private record Part(String name, TwinLayer layer, int firstParameter, int parameters) {

        Conditions of(Conditions whole) {
            return whole.part(name, firstParameter, parameters);
        }
    }

    private final List<Part> parts;
    private final TwinLoss loss;

    private TwinNetwork(List<Part> parts, TwinLoss loss) {
        this.parts = List.copyOf(parts);
        this.loss = loss;
    }

    public static TwinNetwork of(Network network, Spec loss) {
        List<Part> parts = new ArrayList<>();
        int before = 0;
        for (Network.Stage stage : network.stages()) {
            int own = stage.layer().parameters().size();
            parts.add(new Part(stage.name(), Twins.layer(stage.spec(), stage.input()), before, own));
            before += own;
        }
        return new TwinNetwork(parts, Twins.loss(loss));
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        return passing(x, conditions).getLast();
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        List<DoubleTensor> inputs = passing(x, conditions);
        List<DoubleTensor> parameters = new ArrayList<>();
        DoubleTensor gradient = dy;
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            Gradients gradients = part.layer().backward(inputs.get(i), gradient, part.of(conditions));
            parameters.addAll(0, gradients.parameters());
            gradient = gradients.input();
        }
        return new Gradients(gradient, parameters);
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
        List<DoubleTensor> passing = new ArrayList<>(List.of(x));
        for (Part part : parts) {
            passing.add(part.layer().forward(passing.getLast(), part.of(conditions)));
        }
        return passing;
    }
}
