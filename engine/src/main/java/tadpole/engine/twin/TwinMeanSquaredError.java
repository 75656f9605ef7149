package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.loss.MeanSquaredError;
import tadpole.engine.loss.Target;

/** loss = 1/(N K) sum over n, k of (x[n,k] - t[n,k])²; dx[n,k] = 2 (x[n,k] - t[n,k]) / (N K). */
final class TwinMeanSquaredError implements ExplainingLoss {

    static final Twin.OfLoss TWIN = new Twin.OfLoss(MeanSquaredError.RECIPE, _ -> new TwinMeanSquaredError());

    @Override
    public double forward(DoubleTensor outputs, Target target) {
        double sum = 0;
        for (int n = 0; n < outputs.rows(); n++) {
            for (int k = 0; k < outputs.columns(); k++) {
                sum += Math.pow(outputs.at(n, k) - wanted(target, n, k, outputs.columns()), 2);
            }
        }
        return sum / outputs.size();
    }

    @Override
    public DoubleTensor backward(DoubleTensor outputs, Target target) {
        DoubleTensor dx = DoubleTensor.zeros(outputs.shape());
        for (int n = 0; n < outputs.rows(); n++) {
            for (int k = 0; k < outputs.columns(); k++) {
                dx.set(n, k, 2 * (outputs.at(n, k) - wanted(target, n, k, outputs.columns())) / outputs.size());
            }
        }
        return dx;
    }

    /** The target itself; of a class its one-hot row, or its number where there is one output. */
    private static double wanted(Target target, int n, int k, int columns) {
        return switch (target) {
            case Target.Values values -> values.values().data()[n * columns + k];
            case Target.Classes classes when columns == 1 -> classes.labels()[n];
            case Target.Classes classes -> k == classes.labels()[n] ? 1 : 0;
        };
    }

    @Override
    public Explained sampleLoss(LossScope scope, int sample) {
        List<Expr> terms = new ArrayList<>();
        int columns = scope.columns();
        for (int k = 0; k < columns; k++) {
            terms.add(square(scope.output(sample, k), Expr.number(wanted(scope.target(), sample, k, columns))));
        }
        if (columns == 1) {
            return new Explained(square(scope.outputSymbol(0), scope.symbol("y", 0)), terms.getFirst());
        }
        return new Explained(Expr.over(new Expr.SumOver("k", square(Expr.symbol(scope.outputName(), "k"), Expr.symbol("y", "k"))), Expr.number(columns)),
                Expr.over(new Expr.Sum(terms), Expr.number(columns)));
    }

    private static Expr square(Expr a, Expr y) {
        return Expr.power(Expr.minus(a, y), Expr.number(2));
    }

    @Override
    public Explained outputGradient(LossScope scope, int sample, int j) {
        int columns = scope.columns();
        Expr symbols = Expr.product(Expr.number(2), Expr.minus(scope.outputSymbol(j), scope.symbol("y", j)));
        Expr numbers = Expr.product(Expr.number(2),
                Expr.minus(scope.output(sample, j), Expr.number(wanted(scope.target(), sample, j, columns))));
        double count = (double) columns * scope.batch();
        return count == 1 ? new Explained(symbols, numbers)
                : new Explained(Expr.over(symbols, Expr.number(count)), Expr.over(numbers, Expr.number(count)),
                        "The mean is over %d samples with %d outputs each.".formatted(scope.batch(), columns));
    }
}
