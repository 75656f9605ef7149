package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.layer.Network;

/** The twins of a network's layers one after the other. */
final class TwinSequence implements TwinLayer {

    private record Part(String name, ExplainingLayer layer, Conditions.Span span) {

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

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The gradient by every layer's output, and before them all that by the batch. */
    private List<DoubleTensor> gradients(List<DoubleTensor> passing, DoubleTensor dy, Conditions conditions) {
        List<DoubleTensor> gradients = new ArrayList<>(List.of(dy));
        for (int i = parts.size() - 1; i >= 0; i--) {
            gradients.addFirst(parts.get(i).layer().backward(passing.get(i), gradients.getFirst(), parts.get(i).of(conditions)).input());
        }
        return gradients;
    }

    /** What passes forward and back within a layer that is made of these. */
    Inside inside(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        List<DoubleTensor> passing = passing(x, conditions);
        return new Inside(passing, gradients(passing, dy, conditions), conditions);
    }

    /** Numbers between the layers, computed in double: they lead nowhere, only the whole's input and parameters do. */
    final class Inside {

        private final List<DoubleTensor> passing;
        private final List<DoubleTensor> gradients;
        private final Conditions conditions;

        private Inside(List<DoubleTensor> passing, List<DoubleTensor> gradients, Conditions conditions) {
            this.passing = passing;
            this.gradients = gradients;
            this.conditions = conditions;
        }

        DoubleTensor output() {
            return passing.getLast();
        }

        DoubleTensor inputGradient() {
            return gradients.getFirst();
        }

        /**
         * @param first the whole's parameter that is the first one here
         * @param k     counted within these layers
         */
        Explained parameterGradient(Scope whole, int first, int k, int i) {
            int p = 0;
            while (k >= parts.get(p).span().firstParameter() + parts.get(p).span().parameters()) {
                p++;
            }
            int own = parts.get(p).span().firstParameter();
            return parts.get(p).layer().parameterGradient(scope(p, whole, first + own), k - own, i);
        }

        private Scope scope(int p, Scope whole, int first) {
            Part part = parts.get(p);
            List<String> parameters = whole.names().parameters().subList(first, first + part.span().parameters());
            Scope.Names names = new Scope.Names(p == 0 ? whole.names().input() : "h" + p, "h" + (p + 1), parameters, List.of(), List.of());
            return new Scope(new Scope.Leaves() {
                @Override
                public Expr input(int sample, int i) {
                    return p == 0 ? whole.input(sample, i) : Expr.number(passing.get(p).at(sample, i));
                }

                @Override
                public Expr output(int sample, int i) {
                    return Expr.number(passing.get(p + 1).at(sample, i));
                }

                @Override
                public Expr outputGradient(int sample, int i) {
                    return Expr.number(gradients.get(p + 1).at(sample, i));
                }

                @Override
                public Expr parameter(int k, int i) {
                    return whole.parameter(first + k, i);
                }

                @Override
                public Expr parameterGradient(int k, int i) {
                    return whole.parameterGradient(first + k, i);
                }
            }, names, passing.get(p), passing.get(p + 1), gradients.get(p + 1), part.of(conditions));
        }
    }
}
