package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.twin.Conditions;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.ExplainingLayer;
import tadpole.engine.twin.ExplainingLoss;
import tadpole.engine.twin.Exponentials;
import tadpole.engine.twin.LossScope;
import tadpole.engine.twin.Scope;
import tadpole.engine.twin.Twins;

/** Tells the arithmetic of all numbers of one traced step: the layers' and the loss's twins, and the optimizer's rule, explain themselves. */
public final class XRay implements Explainer {

    private final StepTrace trace;
    private final Names names;
    private final List<ExplainingLayer> layers;
    private final List<Scope> scopes;
    private final ExplainingLoss loss;
    private final UpdateScope updates;
    private final PreparationScope preparations;

    public XRay(StepTrace trace) {
        this.trace = trace;
        this.names = new Names(trace);
        this.layers = trace.step().layers().stream().map(each -> Twins.layer(each.spec(), each.input())).toList();
        this.loss = Twins.loss(trace.step().loss());
        this.scopes = IntStream.range(0, layers.size()).mapToObj(this::scope).toList();
        this.updates = new UpdateScope(trace, names);
        this.preparations = new PreparationScope(trace.step().preparations(), trace.raw().shape().perSample(),
                at -> new Explained(names.of(at), leaf(at)));
    }

    public StepTrace trace() {
        return trace;
    }

    @Override
    public Arithmetic explain(Address address) {
        double value = trace.value(address);
        Expr name = names.of(address);
        Explained how = switch (address) {
            case Address.Raw _ -> given(address, name, "As the file has it.");
            case Address.Weight _ -> given(address, name, "");
            case Address.Input at -> preparations.explain(at);
            case Address.Activation at -> layers.get(at.layer()).output(scopes.get(at.layer()), at.sample(), at.index());
            case Address.Probability at -> probability(at);
            case Address.SampleLoss at -> loss.sampleLoss(lossScope(), at.sample());
            case Address.Loss _ -> mean();
            case Address.ActivationGradient at -> activationGradient(at);
            case Address.WeightGradient at -> weightGradient(at);
            case Address.Jacobian at -> jacobian(at);
            case Address.Updated at -> updates.updated(at);
            case Address.Memory at -> updates.memory(at);
            case Address.RuleLine _, Address.Cell _ -> throw StepTrace.none(address);
        };
        return new Arithmetic(address, name, how.symbols(), how.numbers(), value, how.note());
    }

    private Explained given(Address address, Expr name, String note) {
        return new Explained(name, leaf(address), note);
    }

    private Expr leaf(Address address) {
        return Expr.number(trace.value(address), address);
    }

    private Explained mean() {
        List<Expr> parts = new ArrayList<>();
        for (int n = 0; n < trace.batch(); n++) {
            parts.add(leaf(new Address.SampleLoss(n)));
        }
        if (parts.size() == 1) {
            return new Explained(Expr.symbol("L", "0"), parts.getFirst(), "The mean over one sample is its own loss.");
        }
        return new Explained(Expr.over(new Expr.SumOver("n", Expr.symbol("L", "n")), Expr.symbol("N")),
                Expr.over(new Expr.Sum(parts), Expr.number(parts.size())), "");
    }

    private Explained probability(Address.Probability at) {
        int last = layers.size() - 1;
        DoubleTensor outputs = trace.outputs();
        return Exponentials.share(outputs.columns(), at.index(), k -> outputs.at(at.sample(), k),
                k -> leaf(output(last, at.sample(), k)), k -> names.output(last, k), names.outputName(last));
    }

    private Explained jacobian(Address.Jacobian at) {
        Address of = new Address.Probability(at.sample(), at.probability());
        Address by = new Address.Probability(at.sample(), at.logit());
        Expr one = Expr.number(of.equals(by) ? 1 : 0);
        return new Explained(Expr.product(names.of(of), Expr.minus(one, names.of(by))), Expr.product(leaf(of), Expr.minus(one, leaf(by))));
    }

    private static Address output(int layer, int sample, int index) {
        return layer == -1 ? new Address.Input(sample, index) : new Address.Activation(layer, sample, index);
    }

    private Explained activationGradient(Address.ActivationGradient at) {
        return at.layer() == layers.size() - 1
                ? loss.outputGradient(lossScope(), at.sample(), at.index())
                : layers.get(at.layer() + 1).inputGradient(scopes.get(at.layer() + 1), at.sample(), at.index());
    }

    private Explained weightGradient(Address.WeightGradient at) {
        int first = 0;
        for (int layer = 0; layer < layers.size(); layer++) {
            int count = names.parametersOf(layer);
            for (int k = 0; k < count; k++) {
                if (trace.parameters().get(first + k).name().equals(at.parameter())) {
                    return layers.get(layer).parameterGradient(scopes.get(layer), k, at.index());
                }
            }
            first += count;
        }
        throw new IllegalArgumentException("There is no parameter \"%s\".".formatted(at.parameter()));
    }

    private LossScope lossScope() {
        int last = layers.size() - 1;
        return new LossScope(new LossScope.Leaves() {
            @Override
            public Expr output(int sample, int j) {
                return leaf(XRay.output(last, sample, j));
            }

            @Override
            public Expr probability(int sample, int j) {
                return leaf(new Address.Probability(sample, j));
            }
        }, trace.outputs(), trace.target(), names.outputName(last), names.classes());
    }

    private Scope scope(int layer) {
        DoubleTensor x = layer == 0 ? trace.input() : trace.stages().get(layer - 1).output();
        StepTrace.Stage stage = trace.stages().get(layer);
        int first = names.firstParameter(layer);
        List<StepTrace.Moved> own = trace.parameters().subList(first, first + names.parametersOf(layer));
        Conditions conditions = new Conditions(own.stream().map(StepTrace.Moved::before).toList(), stage.buffers(), trace.step().training(),
                trace.step().seed().derive(stage.name()));
        return new Scope(new Leaves(layer, own), names.scope(layer), x, stage.output(), stage.gradient(), conditions);
    }

    private final class Leaves implements Scope.Leaves {

        private final int layer;
        private final List<StepTrace.Moved> own;

        private Leaves(int layer, List<StepTrace.Moved> own) {
            this.layer = layer;
            this.own = own;
        }

        @Override
        public Expr input(int sample, int i) {
            return leaf(XRay.output(layer - 1, sample, i));
        }

        @Override
        public Expr output(int sample, int i) {
            return leaf(XRay.output(layer, sample, i));
        }

        @Override
        public Expr outputGradient(int sample, int i) {
            return leaf(new Address.ActivationGradient(layer, sample, i));
        }

        @Override
        public Expr parameter(int k, int i) {
            return leaf(new Address.Weight(own.get(k).name(), i));
        }

        @Override
        public Expr parameterGradient(int k, int i) {
            return leaf(new Address.WeightGradient(own.get(k).name(), i));
        }

        @Override
        public Optional<Explained> lossGradient(int i) {
            return layer == layers.size() - 1 && trace.batch() == 1 ? Optional.of(loss.outputGradient(lossScope(), 0, i)) : Optional.empty();
        }
    }
}
