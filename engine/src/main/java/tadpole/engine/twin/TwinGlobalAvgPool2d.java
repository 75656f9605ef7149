package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.layer.GlobalAvgPool2d;
import tadpole.engine.tensor.Shape;

/** y[n,c] = sum over i, j of x[n,c,i,j] / (height width); dx[n,c,i,j] = dy[n,c] / (height width). */
final class TwinGlobalAvgPool2d implements ExplainingLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(GlobalAvgPool2d.RECIPE, (_, input) -> new TwinGlobalAvgPool2d(input));

    private final int channels;
    private final int pixels;

    private TwinGlobalAvgPool2d(Shape input) {
        this.channels = input.at(0);
        this.pixels = input.at(1) * input.at(2);
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor y = DoubleTensor.zeros(Shape.of(x.rows(), channels));
        for (int i = 0; i < x.size(); i++) {
            y.set(i / pixels, y.at(i / pixels) + x.at(i) / pixels);
        }
        return y;
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            dx.set(i, dy.at(i / pixels) / pixels);
        }
        return Gradients.of(dx);
    }

    @Override
    public Explained output(Scope scope, int sample, int i) {
        List<Expr> terms = new ArrayList<>();
        for (int pixel = 0; pixel < pixels; pixel++) {
            terms.add(scope.input(sample, i * pixels + pixel));
        }
        return new Explained(
                Expr.over(new Expr.SumOver("i,j", scope.inputSymbol(Integer.toString(i), "i", "j")), Expr.number(pixels)),
                Expr.over(new Expr.Sum(terms), Expr.number(pixels)), "The mean over the picture's %d places.".formatted(pixels));
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        return new Explained(Expr.over(scope.gradientSymbol(i / pixels), Expr.number(pixels)),
                Expr.over(scope.outputGradient(sample, i / pixels), Expr.number(pixels)));
    }
}
