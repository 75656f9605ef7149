package tadpole.engine.twin;

import tadpole.engine.formula.Explained;
import tadpole.engine.layer.Flatten;
import tadpole.engine.tensor.Shape;

/** y[n,i] = the i-th number of sample n; dx the same numbers in the shape of x. */
final class TwinFlatten implements ExplainingLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Flatten.RECIPE, (_, _) -> new TwinFlatten());

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        return x.copy().as(Shape.of(x.rows(), x.columns()));
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        return Gradients.of(dy.copy().as(x.shape()));
    }

    @Override
    public Explained output(Scope scope, int sample, int i) {
        return new Explained(scope.inputSymbol(i), scope.input(sample, i), "The same number in another shape.");
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        return new Explained(scope.gradientSymbol(i), scope.outputGradient(sample, i), "The same number in another shape.");
    }
}
