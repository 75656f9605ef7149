package tadpole.engine.twin;

import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.layer.LeakyRelu;

/** y = x where x &gt; 0, else slope x; dx = dy where x &gt; 0, else slope dy. */
final class TwinLeakyRelu implements ExplainingLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(LeakyRelu.RECIPE, (settings, _) -> new TwinLeakyRelu(settings.decimal("slope")));

    private final double slope;

    private TwinLeakyRelu(double slope) {
        this.slope = slope;
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            y.set(i, x.at(i) > 0 ? x.at(i) : slope * x.at(i));
        }
        return y;
    }

    @Override
    public boolean hasKinks() {
        return true;
    }

    @Override
    public long pattern(DoubleTensor x, Conditions conditions) {
        return Pattern.positive(x);
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            dx.set(i, x.at(i) > 0 ? dy.at(i) : slope * dy.at(i));
        }
        return Gradients.of(dx);
    }

    @Override
    public Explained output(Scope scope, int sample, int i) {
        return sloped(scope, sample, i, scope.inputSymbol(i), scope.input(sample, i));
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        return sloped(scope, sample, i, scope.gradientSymbol(i), scope.outputGradient(sample, i));
    }

    private Explained sloped(Scope scope, int sample, int i, Expr symbol, Expr number) {
        return scope.x().at(sample, i) > 0
                ? new Explained(symbol, number, "What came in is above zero: it passes as it is.")
                : new Explained(Expr.product(Expr.number(slope), symbol), Expr.product(Expr.number(slope), number),
                        "What came in is not above zero: it passes with the slope.");
    }
}
