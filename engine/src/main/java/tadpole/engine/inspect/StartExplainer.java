package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Expr;

/** The arithmetic of a picture through random weights, from its pixels to its loss. */
public final class StartExplainer implements Explainer {

    /** Of the logits, in the experiment that the weights are the start of. */
    public static final int LAYER = 1;

    private static final String WEIGHT = "linear1.weight";
    private static final String BIAS = "linear1.bias";

    private final SoftmaxStart start;
    private final SoftmaxExplainer softmax;

    public StartExplainer(SoftmaxStart start) {
        this.start = start;
        this.softmax = new SoftmaxExplainer(start.numbers(), LAYER);
    }

    @Override
    public Arithmetic explain(Address address) {
        return switch (address) {
            case Address.Activation(int layer, int sample, int o) when layer == LAYER && sample == 0 && isBelow(o, start.numbers().classes()) -> logit(address, o);
            case Address.Weight(String name, int i) when name.equals(WEIGHT) && isBelow(i, start.numbers().classes() * start.inputs()) ->
                    drawn(address, Expr.symbol("W", Integer.toString(i / start.inputs()), Integer.toString(i % start.inputs())),
                            start.classifier().weight(i / start.inputs(), i % start.inputs()));
            case Address.Weight(String name, int o) when name.equals(BIAS) && isBelow(o, start.numbers().classes()) ->
                    drawn(address, Expr.symbol("b", Integer.toString(o)), start.classifier().bias(o));
            case Address.Input(int sample, int i) when sample == 0 && isBelow(i, start.inputs()) -> input(address, i);
            case Address.Raw(int sample, int i) when sample == 0 && isBelow(i, start.inputs()) -> {
                Expr name = Expr.symbol("pixel", Integer.toString(i));
                yield new Arithmetic(address, name, name, Expr.number(start.raw(i)), start.raw(i), "As the file has it.");
            }
            default -> softmax.explain(address);
        };
    }

    private static boolean isBelow(int i, int bound) {
        return i >= 0 && i < bound;
    }

    private Arithmetic logit(Address address, int o) {
        List<Expr> terms = new ArrayList<>();
        for (int i = 0; i < start.inputs(); i++) {
            terms.add(Expr.product(
                    Expr.number(start.classifier().weight(o, i), new Address.Weight(WEIGHT, o * start.inputs() + i)),
                    Expr.number(start.input(i), new Address.Input(0, i))));
        }
        terms.add(Expr.number(start.classifier().bias(o), new Address.Weight(BIAS, o)));
        Expr symbols = Expr.sum(
                new Expr.SumOver("i", Expr.product(Expr.symbol("W", "o", "i"), Expr.symbol("x", "i"))), Expr.symbol("b", "o"));
        return new Arithmetic(address, Expr.symbol("z", Integer.toString(o)), symbols, new Expr.Sum(terms), start.numbers().logit(o),
                "A sum of %d products: so many small numbers make a logit far from 0.".formatted(start.inputs()));
    }

    private Arithmetic drawn(Address address, Expr name, double value) {
        return new Arithmetic(address, name, name, Expr.number(value), value,
                "Drawn from a normal distribution of deviation %s by seed %d.".formatted(start.plan().deviation(), start.plan().seed()));
    }

    private Arithmetic input(Address address, int i) {
        Expr name = Expr.symbol("x", Integer.toString(i));
        Expr raw = Expr.number(start.raw(i), new Address.Raw(0, i));
        Expr pixel = Expr.symbol("pixel", "i");
        double[] standard = start.standard(i);
        if (standard.length == 2) {
            Expr symbols = Expr.over(Expr.minus(Expr.over(pixel, Expr.number(255)), Expr.symbol("mean")), Expr.symbol("deviation"));
            Expr values = Expr.over(Expr.minus(Expr.over(raw, Expr.number(255)), Expr.number(standard[0])), Expr.number(standard[1] == 0 ? 1 : standard[1]));
            return new Arithmetic(address, name, symbols, values, start.input(i), "Mean and deviation are those of the training set, channel by channel.");
        }
        return start.plan().pixels().equals("unit")
                ? new Arithmetic(address, name, Expr.over(pixel, Expr.number(255)), Expr.over(raw, Expr.number(255)), start.input(i), "")
                : new Arithmetic(address, name, pixel, raw, start.input(i), "As the file has it.");
    }
}
