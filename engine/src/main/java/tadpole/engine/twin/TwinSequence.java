package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.layer.Network;

/** The twins of a network's layers one after the other. */
final class TwinSequence implements TwinLayer {

    private record Part(String name, TwinLayer layer, Conditions.Span span) {

        Conditions of(Conditions whole) {
            return whole.part(name, span);
        }
    }

    private final List<Part> parts;

    private TwinSequence(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    static TwinSequence of(Network network) {
        List<Part> parts = new ArrayList<>();
        Conditions.Span span = Conditions.Span.START;
        for (Network.Stage stage : network.stages()) {
            span = span.next(stage.layer());
            parts.add(new Part(stage.name(), Twins.layer(stage.spec(), stage.input()), span));
        }
        return new TwinSequence(parts);
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

    @Override
    public boolean hasKinks() {
        return parts.stream().anyMatch(part -> part.layer().hasKinks());
    }

    @Override
    public long pattern(DoubleTensor x, Conditions conditions) {
        long pattern = Pattern.start();
        DoubleTensor passing = x;
        for (Part part : parts) {
            Conditions own = part.of(conditions);
            pattern = Pattern.with(pattern, part.layer().pattern(passing, own));
            passing = part.layer().forward(passing, own);
        }
        return pattern;
    }

    /** The batch first, then every layer's output. */
    List<DoubleTensor> passing(DoubleTensor x, Conditions conditions) {
        List<DoubleTensor> passing = new ArrayList<>(List.of(x));
        for (Part part : parts) {
            passing.add(part.layer().forward(passing.getLast(), part.of(conditions)));
        }
        return passing;
    }
}
