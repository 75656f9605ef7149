package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.layer.Embedding;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/** y[n,t,j] = W[x[n,t],j]; dW[x[n,t],j] += dy[n,t,j]; dx = 0: between two words there is nothing. */
final class TwinEmbedding implements ExplainingLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Embedding.RECIPE, TwinEmbedding::new);

    private final Shape output;

    private TwinEmbedding(Settings settings, Shape input) {
        this.output = Shape.of(input.at(0), settings.whole("size"));
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor w = conditions.parameters().getFirst();
        DoubleTensor y = DoubleTensor.zeros(Shape.of(x.size(), output.at(1)));
        for (int place = 0; place < x.size(); place++) {
            for (int j = 0; j < y.columns(); j++) {
                y.set(place, j, w.at((int) Math.rint(x.at(place)), j));
            }
        }
        return y.as(output.batchOf(x.rows()));
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor dw = DoubleTensor.zeros(conditions.parameters().getFirst().shape());
        for (int place = 0; place < x.size(); place++) {
            for (int j = 0; j < dw.columns(); j++) {
                dw.add((int) Math.rint(x.at(place)), j, dy.at(place * dw.columns() + j));
            }
        }
        return new Gradients(DoubleTensor.zeros(x.shape()), List.of(dw));
    }

    @Override
    public Explained output(Scope scope, int sample, int i) {
        int size = output.at(1);
        int word = word(scope, sample, i / size);
        return new Explained(scope.parameterSymbol(0, Integer.toString(word), Integer.toString(i % size)),
                scope.parameter(0, word * size + i % size), "Word number %d picks this row of W.".formatted(word));
    }

    private static int word(Scope scope, int sample, int place) {
        return (int) Math.rint(scope.x().at(sample, place));
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        return new Explained(Expr.number(0), Expr.number(0), "Between two word numbers there is nothing: no slope.");
    }

    @Override
    public Explained parameterGradient(Scope scope, int k, int i) {
        int size = output.at(1);
        List<Expr> terms = new ArrayList<>();
        for (int n = 0; n < scope.batch(); n++) {
            for (int place = 0; place < scope.x().columns(); place++) {
                if (word(scope, n, place) == i / size) {
                    terms.add(scope.outputGradient(n, place * size + i % size));
                }
            }
        }
        return new Explained(scope.overSamples(new Expr.SumOver("t", scope.gradientSymbol(scope.ofEverySample("t", Integer.toString(i % size))))),
                new Expr.Sum(terms), terms.isEmpty() ? "Word number %d is nowhere in this batch.".formatted(i / size)
                        : "The sum over the places of word number %d.".formatted(i / size));
    }
}
