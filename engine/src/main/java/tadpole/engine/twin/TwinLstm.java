package tadpole.engine.twin;

import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.layer.Lstm;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/** With s = a + b: i, f, g, o = sigmoid, sigmoid, tanh, sigmoid of the four quarters of s; c' = f c + i g; h' = o tanh(c'). */
final class TwinLstm extends TwinRecurrent {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Lstm.RECIPE, TwinLstm::new);

    private TwinLstm(Settings settings, Shape input) {
        super(settings, input);
    }

    @Override
    State step(double[] a, double[] b, State before) {
        double[] h = new double[hidden()];
        double[] c = new double[hidden()];
        for (int j = 0; j < hidden(); j++) {
            Gates gates = new Gates(a, b, j, hidden());
            c[j] = gates.f * before.c()[j] + gates.i * gates.g;
            h[j] = gates.o * Math.tanh(c[j]);
        }
        return new State(h, c);
    }

    @Override
    StepGradients stepBackward(double[] a, double[] b, State before, State after) {
        double[] ds = new double[4 * hidden()];
        double[] dcBefore = new double[hidden()];
        double[] c = step(a, b, before).c();
        for (int j = 0; j < hidden(); j++) {
            Gates gates = new Gates(a, b, j, hidden());
            double tanh = Math.tanh(c[j]);
            double dc = after.c()[j] + after.h()[j] * gates.o * (1 - tanh * tanh);
            ds[j] = dc * gates.g * gates.i * (1 - gates.i);
            ds[hidden() + j] = dc * before.c()[j] * gates.f * (1 - gates.f);
            ds[2 * hidden() + j] = dc * gates.i * (1 - gates.g * gates.g);
            ds[3 * hidden() + j] = after.h()[j] * tanh * gates.o * (1 - gates.o);
            dcBefore[j] = dc * gates.f;
        }
        return new StepGradients(ds, ds, new State(new double[hidden()], dcBefore));
    }

    @Override
    Explained cell(double[] a, double[] b, State before, int j, Expr hBefore) {
        Gates gates = new Gates(a, b, j, hidden());
        return new Explained(
                value(Expr.symbol("o"), Expr.symbol("f"), Expr.symbol("c before"), Expr.symbol("i"), Expr.symbol("g")),
                value(Expr.number(gates.o), Expr.number(gates.f), Expr.number(before.c()[j]), Expr.number(gates.i), Expr.number(gates.g)));
    }

    private static Expr value(Expr o, Expr f, Expr c, Expr i, Expr g) {
        return Expr.product(o, Expr.call(Function.TANH, Expr.sum(Expr.product(f, c), Expr.product(i, g))));
    }

    private record Gates(double i, double f, double g, double o) {

        Gates(double[] a, double[] b, int j, int hidden) {
            this(sigmoid(a[j] + b[j]), sigmoid(a[hidden + j] + b[hidden + j]), Math.tanh(a[2 * hidden + j] + b[2 * hidden + j]),
                    sigmoid(a[3 * hidden + j] + b[3 * hidden + j]));
        }
    }
}
