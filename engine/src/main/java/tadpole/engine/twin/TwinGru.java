package tadpole.engine.twin;

import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.layer.Gru;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/** r, z = sigmoid of the first two thirds of a + b; n = tanh(a + r b) of the last; h' = (1 - z) n + z h. */
final class TwinGru extends TwinRecurrent {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Gru.RECIPE, TwinGru::new);

    private TwinGru(Settings settings, Shape input) {
        super(settings, input);
    }

    @Override
    State step(double[] a, double[] b, State before) {
        double[] h = new double[hidden()];
        for (int j = 0; j < hidden(); j++) {
            Gates gates = new Gates(a, b, j, hidden());
            h[j] = (1 - gates.z) * gates.n + gates.z * before.h()[j];
        }
        return new State(h, before.c());
    }

    @Override
    StepGradients stepBackward(double[] a, double[] b, State before, State after) {
        double[] da = new double[3 * hidden()];
        double[] db = new double[3 * hidden()];
        double[] dhBefore = new double[hidden()];
        for (int j = 0; j < hidden(); j++) {
            Gates gates = new Gates(a, b, j, hidden());
            double dh = after.h()[j];
            double dn = dh * (1 - gates.z) * (1 - gates.n * gates.n);
            da[j] = dn * b[2 * hidden() + j] * gates.r * (1 - gates.r);
            da[hidden() + j] = dh * (before.h()[j] - gates.n) * gates.z * (1 - gates.z);
            da[2 * hidden() + j] = dn;
            db[j] = da[j];
            db[hidden() + j] = da[hidden() + j];
            db[2 * hidden() + j] = dn * gates.r;
            dhBefore[j] = dh * gates.z;
        }
        return new StepGradients(da, db, new State(dhBefore, after.c()));
    }

    @Override
    Explained cell(double[] a, double[] b, State before, int j, Expr hBefore) {
        Gates gates = new Gates(a, b, j, hidden());
        return new Explained(value(Expr.symbol("z"), Expr.symbol("n"), Expr.symbol("h before")),
                value(Expr.number(gates.z), Expr.number(gates.n), hBefore));
    }

    private static Expr value(Expr z, Expr n, Expr h) {
        return Expr.sum(Expr.product(Expr.minus(Expr.number(1), z), n), Expr.product(z, h));
    }

    private record Gates(double r, double z, double n) {

        Gates(double[] a, double[] b, int j, int hidden) {
            this(a, b, j, hidden, sigmoid(a[j] + b[j]));
        }

        private Gates(double[] a, double[] b, int j, int hidden, double r) {
            this(r, sigmoid(a[hidden + j] + b[hidden + j]), Math.tanh(a[2 * hidden + j] + r * b[2 * hidden + j]));
        }
    }
}
