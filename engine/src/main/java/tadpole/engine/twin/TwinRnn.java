package tadpole.engine.twin;

import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.layer.Rnn;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/** h' = f(a + b), f = tanh, ReLU or sigmoid. */
final class TwinRnn extends TwinRecurrent {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Rnn.RECIPE, TwinRnn::new);

    private final String f;

    private TwinRnn(Settings settings, Shape input) {
        super(settings, input);
        f = settings.choice("nonlinearity");
    }

    @Override
    State step(double[] a, double[] b, State before) {
        double[] h = new double[hidden()];
        for (int j = 0; j < hidden(); j++) {
            h[j] = bent(a[j] + b[j]);
        }
        return new State(h, before.c());
    }

    private double bent(double s) {
        return switch (f) {
            case "tanh" -> Math.tanh(s);
            case "relu" -> Math.max(0, s);
            default -> sigmoid(s);
        };
    }

    private double slope(double s) {
        return switch (f) {
            case "tanh" -> 1 - Math.tanh(s) * Math.tanh(s);
            case "relu" -> s > 0 ? 1 : 0;
            default -> sigmoid(s) * (1 - sigmoid(s));
        };
    }

    @Override
    StepGradients stepBackward(double[] a, double[] b, State before, State after) {
        double[] ds = new double[hidden()];
        for (int j = 0; j < hidden(); j++) {
            ds[j] = after.h()[j] * slope(a[j] + b[j]);
        }
        return new StepGradients(ds, ds, new State(new double[hidden()], after.c()));
    }

    @Override
    public boolean hasKinks() {
        return f.equals("relu");
    }

    @Override
    public long pattern(DoubleTensor x, Conditions conditions) {
        return hasKinks() ? Pattern.positive(everyState(x, conditions)) : Pattern.SMOOTH;
    }

    @Override
    Explained cell(double[] a, double[] b, State before, int j, Expr hBefore) {
        return new Explained(value(Expr.symbol("a"), Expr.symbol("b")), value(Expr.number(a[j]), Expr.number(b[j])));
    }

    private Expr value(Expr a, Expr b) {
        Expr sum = Expr.sum(a, b);
        return switch (f) {
            case "tanh" -> Expr.call(Function.TANH, sum);
            case "relu" -> Expr.call(Function.MAX, Expr.number(0), sum);
            default -> Expr.call(Function.SIGMOID, sum);
        };
    }
}
