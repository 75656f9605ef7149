package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.formula.Relation;

/** The arithmetic of what follows from a few logits: probabilities, loss, Jacobian, gradient by the logits. */
public final class SoftmaxExplainer implements Explainer {

    private final SoftmaxNumbers numbers;
    private final int layer;

    /** @param layer whose activations the logits are */
    public SoftmaxExplainer(SoftmaxNumbers numbers, int layer) {
        this.numbers = numbers;
        this.layer = layer;
    }

    @Override
    public Arithmetic explain(Address address) {
        return switch (address) {
            case Address.Activation(int at, int sample, int i) when at == layer && sample == 0 && isClass(i) -> given(address, i);
            case Address.Probability(int sample, int i) when sample == 0 && isClass(i) -> probability(address, i);
            case Address.Jacobian(int sample, int i, int j) when sample == 0 && isClass(i) && isClass(j) -> jacobian(address, i, j);
            case Address.ActivationGradient(int at, int sample, int j) when at == layer && sample == 0 && isClass(j) -> gradient(address, j);
            case Address.SampleLoss(int sample) when sample == 0 -> loss(address);
            case Address.Loss() -> loss(address);
            default -> throw new IllegalArgumentException("The softmax room has no number at " + address + ".");
        };
    }

    private boolean isClass(int i) {
        return i >= 0 && i < numbers.classes();
    }

    private Arithmetic given(Address address, int i) {
        Expr name = Expr.symbol("z", index(i));
        return new Arithmetic(address, name, name, Expr.number(numbers.logit(i)), numbers.logit(i), "A logit is given, not computed: move its slider.");
    }

    private Arithmetic probability(Address address, int i) {
        Expr symbols = Expr.over(Expr.call(Function.EXP, Expr.minus(z("i"), m())), sumOfExponentials());
        Expr values = Expr.over(Expr.call(Function.EXP, Expr.minus(logit(i), greatest())), exponentials());
        return new Arithmetic(address, Expr.symbol("p", index(i)), symbols, values, numbers.probability(i),
                "m is the greatest logit. Taking it off all logits changes no probability and keeps exp from overflowing.");
    }

    private Arithmetic loss(Address address) {
        Expr symbols = Expr.minus(Expr.sum(m(), Expr.call(Function.LN, sumOfExponentials())), z("y"));
        Expr values = Expr.minus(Expr.sum(greatest(), Expr.call(Function.LN, exponentials())), logit(numbers.right()));
        return new Arithmetic(address, Expr.symbol("L"), symbols, values, numbers.nats(),
                "This is -ln p of the right class y, computed from the logits: so it stays finite where p is too small to be stored.");
    }

    private Arithmetic jacobian(Address address, int i, int j) {
        Expr symbols = Expr.product(Expr.symbol("p", "i"),
                Expr.minus(new Expr.Holds(Expr.symbol("i"), Relation.EQUAL, Expr.symbol("j")), Expr.symbol("p", "j")));
        Expr values = Expr.product(p(i), Expr.minus(Expr.number(i == j ? 1 : 0), p(j)));
        return new Arithmetic(address, Expr.symbol("∂p/∂z", index(i), index(j)), symbols, values, numbers.jacobian(i, j),
                i == j ? "On the diagonal the bracket is 1: a class gains by its own logit."
                        : "Off the diagonal the bracket is 0: a class loses by every other logit.");
    }

    private Arithmetic gradient(Address address, int j) {
        Expr symbols = Expr.minus(Expr.symbol("p", "j"), new Expr.Holds(Expr.symbol("j"), Relation.EQUAL, Expr.symbol("y")));
        Expr values = Expr.minus(p(j), Expr.number(j == numbers.right() ? 1 : 0));
        return new Arithmetic(address, Expr.symbol("∂L/∂z", index(j)), symbols, values, numbers.logitGradient(j), "y is the right class.");
    }

    private static String index(int i) {
        return Integer.toString(i);
    }

    private static Expr z(String index) {
        return Expr.symbol("z", index);
    }

    private static Expr m() {
        return Expr.symbol("m");
    }

    private static Expr sumOfExponentials() {
        return new Expr.SumOver("k", Expr.call(Function.EXP, Expr.minus(z("k"), m())));
    }

    private Expr logit(int i) {
        return Expr.number(numbers.logit(i), new Address.Activation(layer, 0, i));
    }

    private Expr greatest() {
        return logit(numbers.greatest());
    }

    private Expr p(int i) {
        return Expr.number(numbers.probability(i), new Address.Probability(0, i));
    }

    private Expr exponentials() {
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < numbers.classes(); k++) {
            terms.add(Expr.call(Function.EXP, Expr.minus(logit(k), greatest())));
        }
        return new Expr.Sum(terms);
    }
}
