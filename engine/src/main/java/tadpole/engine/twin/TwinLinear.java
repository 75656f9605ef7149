package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.layer.Linear;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/**
 * y[n,o] = sum over i of x[n,i] W[o,i], plus b[o]; dW[o,i] = sum over n of dy[n,o] x[n,i]; db[o] = sum over n of dy[n,o];
 * dx[n,i] = sum over o of dy[n,o] W[o,i].
 */
final class TwinLinear implements ExplainingLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Linear.RECIPE, TwinLinear::new);

    private final int in;
    private final int out;
    private final Shape output;
    private final boolean bias;

    private TwinLinear(Settings settings, Shape input) {
        this.in = input.at(input.rank() - 1);
        this.output = input.rank() == 1 ? Shape.of(settings.whole("out")) : Shape.of(input.at(0), settings.whole("out"));
        this.out = settings.whole("out");
        this.bias = settings.on("bias");
    }

    @Override
    public DoubleTensor forward(DoubleTensor batch, Conditions conditions) {
        DoubleTensor x = rows(batch, in);
        DoubleTensor w = conditions.parameters().getFirst();
        DoubleTensor y = DoubleTensor.zeros(Shape.of(x.rows(), out));
        for (int o = 0; o < out; o++) {
            unit(o, x.data(), w.data(), conditions, y.data());
        }
        return y.as(output.batchOf(batch.rows()));
    }

    /** A weight or bias moves only its own unit. */
    @Override
    public DoubleTensor forward(DoubleTensor batch, DoubleTensor before, Moved moved, Conditions conditions) {
        DoubleTensor y = before.copy();
        int o = moved.parameter() == 0 ? moved.index() / in : moved.index();
        unit(o, batch.data(), conditions.parameters().getFirst().data(), conditions, y.data());
        return y;
    }

    /** y[n,o] of every row n. */
    private void unit(int o, double[] x, double[] w, Conditions conditions, double[] y) {
        double own = bias ? conditions.parameters().get(1).at(o) : 0;
        for (int n = 0; n < x.length / in; n++) {
            double sum = 0;
            for (int i = 0; i < in; i++) {
                sum += x[n * in + i] * w[o * in + i];
            }
            y[n * out + o] = bias ? sum + own : sum;
        }
    }

    @Override
    public Gradients backward(DoubleTensor batch, DoubleTensor gradient, Conditions conditions) {
        DoubleTensor x = rows(batch, in);
        DoubleTensor dy = rows(gradient, out);
        DoubleTensor w = conditions.parameters().getFirst();
        DoubleTensor dw = DoubleTensor.zeros(w.shape());
        DoubleTensor db = DoubleTensor.zeros(Shape.of(out));
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int n = 0; n < x.rows(); n++) {
            for (int o = 0; o < out; o++) {
                double slope = dy.at(n, o);
                for (int i = 0; i < in; i++) {
                    dw.data()[o * in + i] += slope * x.data()[n * in + i];
                    dx.data()[n * in + i] += slope * w.data()[o * in + i];
                }
                db.data()[o] += slope;
            }
        }
        return new Gradients(dx.as(batch.shape()), bias ? List.of(dw, db) : List.of(dw));
    }

    /** Every time of a sample is a row of its own. */
    private static DoubleTensor rows(DoubleTensor batch, int columns) {
        return batch.as(Shape.of(batch.size() / columns, columns));
    }

    @Override
    public Explained output(Scope scope, int sample, int i) {
        int row = i / out;
        int o = i % out;
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < in; k++) {
            terms.add(Expr.product(scope.parameter(0, o * in + k), scope.input(sample, row * in + k)));
        }
        String unit = unit(scope, o);
        Expr sum = new Expr.SumOver("i", Expr.product(scope.parameterSymbol(0, unit, "i"), scope.inputSymbol(inRow(scope, row, "i"))));
        if (bias) {
            terms.add(scope.parameter(1, o));
            sum = Expr.sum(sum, scope.parameterSymbol(1, unit));
        }
        return new Explained(sum, new Expr.Sum(terms));
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        int row = i / in;
        int k = i % in;
        List<Expr> terms = new ArrayList<>();
        for (int o = 0; o < out; o++) {
            terms.add(Expr.product(scope.outputGradient(sample, row * out + o), scope.parameter(0, o * in + k)));
        }
        return new Explained(new Expr.SumOver("o", Expr.product(scope.gradientSymbol(inRow(scope, row, "o")),
                scope.parameterSymbol(0, "o", Integer.toString(k)))), new Expr.Sum(terms));
    }

    @Override
    public Explained parameterGradient(Scope scope, int p, int i) {
        int o = p == 0 ? i / in : i;
        int k = i % in;
        int rows = scope.x().columns() / in;
        if (scope.batch() == 1 && rows == 1) {
            Explained gradient = scope.onlyGradient(o);
            return p == 1 ? gradient : new Explained(Expr.product(gradient.symbols(), scope.inputSymbol(k)),
                    Expr.product(gradient.numbers(), scope.input(0, k)));
        }
        List<Expr> terms = new ArrayList<>();
        for (int n = 0; n < scope.batch(); n++) {
            for (int row = 0; row < rows; row++) {
                Expr gradient = scope.outputGradient(n, row * out + o);
                terms.add(p == 0 ? Expr.product(gradient, scope.input(n, row * in + k)) : gradient);
            }
        }
        String[] time = rows == 1 ? new String[0] : new String[] {"t"};
        Expr gradient = scope.gradientSymbol(scope.ofEverySample(with(time, unit(scope, o))));
        Expr of = p == 0 ? Expr.product(gradient, scope.inputSymbol(scope.ofEverySample(with(time, Integer.toString(k))))) : gradient;
        return new Explained(scope.overSamples(rows == 1 ? of : new Expr.SumOver("t", of)), new Expr.Sum(terms));
    }

    /** A unit's class, or its number. */
    private String unit(Scope scope, int o) {
        return scope.names().outputs().isEmpty() ? Integer.toString(o) : scope.names().outputs().get(o);
    }

    private String[] inRow(Scope scope, int row, String index) {
        return scope.inputShape().rank() == 1 ? new String[] {index} : new String[] {Integer.toString(row), index};
    }

    private static String[] with(String[] before, String last) {
        return Stream.concat(Arrays.stream(before), Stream.of(last)).toArray(String[]::new);
    }
}
