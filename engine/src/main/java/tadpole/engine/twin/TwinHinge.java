package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.formula.Relation;
import tadpole.engine.loss.Hinge;
import tadpole.engine.loss.Target;

/**
 * loss = 1/N sum over n and wrong classes j of max(0, h[n,j]) with h[n,j] = x[n,j] - x[n,label] + margin; where h[n,j] &gt; 0,
 * dx[n,j] += 1/N and dx[n,label] -= 1/N.
 */
final class TwinHinge implements ExplainingLoss {

    static final Twin.OfLoss TWIN = new Twin.OfLoss(Hinge.RECIPE, settings -> new TwinHinge(settings.decimal("margin")));

    private final double margin;

    private TwinHinge(double margin) {
        this.margin = margin;
    }

    @Override
    public double forward(DoubleTensor outputs, Target target) {
        double sum = 0;
        for (int n = 0; n < outputs.rows(); n++) {
            int label = Labels.of(target, n);
            for (int j = 0; j < outputs.columns(); j++) {
                sum += j == label ? 0 : Math.max(0, outputs.at(n, j) - outputs.at(n, label) + margin);
            }
        }
        return sum / outputs.rows();
    }

    @Override
    public boolean hasKinks() {
        return true;
    }

    @Override
    public long pattern(DoubleTensor outputs, Target target) {
        long pattern = Pattern.start();
        for (int n = 0; n < outputs.rows(); n++) {
            double right = outputs.at(n, Labels.of(target, n));
            for (int j = 0; j < outputs.columns(); j++) {
                pattern = Pattern.with(pattern, j != Labels.of(target, n) && outputs.at(n, j) - right + margin > 0 ? 1 : 2);
            }
        }
        return pattern;
    }

    @Override
    public DoubleTensor backward(DoubleTensor outputs, Target target) {
        DoubleTensor dx = DoubleTensor.zeros(outputs.shape());
        for (int n = 0; n < outputs.rows(); n++) {
            int label = Labels.of(target, n);
            for (int j = 0; j < outputs.columns(); j++) {
                if (j != label && outputs.at(n, j) - outputs.at(n, label) + margin > 0) {
                    dx.add(n, j, 1.0 / outputs.rows());
                    dx.add(n, label, -1.0 / outputs.rows());
                }
            }
        }
        return dx;
    }

    @Override
    public Explained sampleLoss(LossScope scope, int sample) {
        int label = scope.label(sample);
        List<Expr> terms = new ArrayList<>();
        for (int j = 0; j < scope.columns(); j++) {
            if (j != label) {
                terms.add(Expr.call(Function.MAX, Expr.number(0), excess(scope.output(sample, j), scope.output(sample, label))));
            }
        }
        return new Explained(new Expr.SumOver("j", Expr.call(Function.MAX, Expr.number(0), excess(Expr.symbol(scope.outputName(), "j"), scope.outputSymbol(label)))),
                new Expr.Sum(terms), "The sum over the wrong classes j.");
    }

    private Expr excess(Expr other, Expr right) {
        return Expr.sum(other, new Expr.Negative(right), Expr.number(margin));
    }

    @Override
    public Explained outputGradient(LossScope scope, int sample, int j) {
        int label = scope.label(sample);
        if (j != label) {
            return new Explained(scope.meanSymbol(above(scope.outputSymbol(j), scope.outputSymbol(label))),
                    scope.mean(above(scope.output(sample, j), scope.output(sample, label))), "1 where the class comes nearer than the margin, else 0.");
        }
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < scope.columns(); k++) {
            if (k != label) {
                terms.add(above(scope.output(sample, k), scope.output(sample, label)));
            }
        }
        return new Explained(new Expr.Negative(scope.meanSymbol(new Expr.SumOver("k", above(Expr.symbol(scope.outputName(), "k"), scope.outputSymbol(label))))),
                new Expr.Negative(scope.mean(new Expr.Sum(terms))), "Counts the wrong classes k that come nearer than the margin.");
    }

    private Expr above(Expr other, Expr right) {
        return new Expr.Holds(excess(other, right), Relation.GREATER, Expr.number(0));
    }
}
