package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Digits;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.layer.LayerNorm;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/**
 * xhat = (x - mean) / sqrt(variance + epsilon), y = w xhat + b, with mean and variance of each run of N numbers, N those of the last
 * dimensions. dw = sum of dy xhat, db = sum of dy over all runs; dx = (g - mean(g) - xhat mean(g xhat)) / sqrt(variance + epsilon)
 * with g = w dy.
 */
final class TwinLayerNorm implements ExplainingLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(LayerNorm.RECIPE, TwinLayerNorm::new);

    private final int size;
    private final double epsilon;
    private final boolean affine;

    private TwinLayerNorm(Settings settings, Shape input) {
        int dimensions = settings.whole("dimensions");
        int run = 1;
        for (int axis = dimensions == 0 ? 0 : input.rank() - dimensions; axis < input.rank(); axis++) {
            run *= input.at(axis);
        }
        this.size = run;
        this.epsilon = settings.decimal("epsilon");
        this.affine = settings.on("affine");
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor runs = runs(x);
        DoubleTensor y = DoubleTensor.zeros(runs.shape());
        for (int n = 0; n < runs.rows(); n++) {
            double mean = mean(runs, n);
            double deviation = deviation(runs, n, mean);
            for (int i = 0; i < size; i++) {
                double normal = (runs.at(n, i) - mean) / deviation;
                y.set(n, i, affine ? conditions.parameters().get(0).at(i) * normal + conditions.parameters().get(1).at(i) : normal);
            }
        }
        return y.as(x.shape());
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor gradient, Conditions conditions) {
        DoubleTensor runs = runs(x);
        DoubleTensor dy = runs(gradient);
        DoubleTensor dx = DoubleTensor.zeros(runs.shape());
        DoubleTensor dw = DoubleTensor.zeros(affine ? conditions.parameters().get(0).shape() : Shape.of(size));
        DoubleTensor db = DoubleTensor.zeros(dw.shape());
        for (int n = 0; n < runs.rows(); n++) {
            double mean = mean(runs, n);
            double deviation = deviation(runs, n, mean);
            double sum = 0;
            double product = 0;
            for (int i = 0; i < size; i++) {
                double normal = (runs.at(n, i) - mean) / deviation;
                double g = weight(i, conditions) * dy.at(n, i);
                sum += g / size;
                product += g * normal / size;
                dw.set(i, dw.at(i) + dy.at(n, i) * normal);
                db.set(i, db.at(i) + dy.at(n, i));
            }
            for (int i = 0; i < size; i++) {
                double normal = (runs.at(n, i) - mean) / deviation;
                dx.set(n, i, (weight(i, conditions) * dy.at(n, i) - sum - normal * product) / deviation);
            }
        }
        return new Gradients(dx.as(x.shape()), affine ? List.of(dw, db) : List.of());
    }

    private double weight(int i, Conditions conditions) {
        return affine ? conditions.parameters().getFirst().at(i) : 1;
    }

    private DoubleTensor runs(DoubleTensor x) {
        return x.as(Shape.of(x.size() / size, size));
    }

    private double mean(DoubleTensor runs, int n) {
        double mean = 0;
        for (int i = 0; i < size; i++) {
            mean += runs.at(n, i) / size;
        }
        return mean;
    }

    private double deviation(DoubleTensor runs, int n, double mean) {
        double variance = 0;
        for (int i = 0; i < size; i++) {
            variance += Math.pow(runs.at(n, i) - mean, 2) / size;
        }
        return Math.sqrt(variance + epsilon);
    }

    @Override
    public Explained output(Scope scope, int sample, int i) {
        Expr symbols = normal(scope.inputSymbol(i), Expr.symbol("mean"), Expr.symbol("deviation"));
        Expr numbers = normalOf(scope, sample, i);
        if (affine) {
            symbols = Expr.sum(Expr.product(scope.parameterSymbol(0, parameterPlace(scope, i)), symbols), scope.parameterSymbol(1, parameterPlace(scope, i)));
            numbers = Expr.sum(Expr.product(scope.parameter(0, i % size), numbers), scope.parameter(1, i % size));
        }
        return new Explained(symbols, numbers, note());
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        int first = i / size * size;
        List<Expr> gradients = new ArrayList<>();
        List<Expr> products = new ArrayList<>();
        for (int k = first; k < first + size; k++) {
            gradients.add(weighted(scope, sample, k));
            products.add(Expr.product(weighted(scope, sample, k), normalOf(scope, sample, k)));
        }
        Expr count = Expr.number(size);
        Expr g = Expr.symbol("g", "k");
        Expr numbers = Expr.minus(Expr.minus(weighted(scope, sample, i), Expr.over(new Expr.Sum(gradients), count)),
                Expr.product(normalOf(scope, sample, i), Expr.over(new Expr.Sum(products), count)));
        Expr own = affine ? Expr.product(scope.parameterSymbol(0, parameterPlace(scope, i)), scope.gradientSymbol(i)) : scope.gradientSymbol(i);
        Expr symbols = Expr.minus(Expr.minus(own, Expr.over(new Expr.SumOver("k", g), count)),
                Expr.product(normal(scope.inputSymbol(i), Expr.symbol("mean"), Expr.symbol("deviation")),
                        Expr.over(new Expr.SumOver("k", Expr.product(g, Expr.symbol("x̂", "k"))), count)));
        return new Explained(Expr.over(symbols, Expr.symbol("deviation")), Expr.over(numbers, Expr.number(spread(scope, sample, i)[1])),
                note() + (affine ? " g = W·∂L/∂a, x̂ = (x - mean)/deviation." : " g = ∂L/∂a, x̂ = (x - mean)/deviation."));
    }

    @Override
    public Explained parameterGradient(Scope scope, int p, int i) {
        List<Expr> terms = new ArrayList<>();
        int runs = scope.x().columns() / size;
        for (int n = 0; n < scope.batch(); n++) {
            for (int k = i; k < scope.x().columns(); k += size) {
                Expr gradient = scope.outputGradient(n, k);
                terms.add(p == 0 ? Expr.product(gradient, normalOf(scope, n, k)) : gradient);
            }
        }
        String[] place = scope.ofEverySample(runs == 1 ? parameterPlace(scope, i) : new String[] {"r", Integer.toString(i)});
        Expr symbol = scope.gradientSymbol(place);
        Expr of = p == 0 ? Expr.product(symbol, normal(scope.inputSymbol(place), Expr.symbol("mean"), Expr.symbol("deviation"))) : symbol;
        return new Explained(scope.overSamples(runs == 1 ? of : new Expr.SumOver("r", of)), new Expr.Sum(terms), p == 0 ? note() : "");
    }

    private Expr weighted(Scope scope, int sample, int i) {
        Expr gradient = scope.outputGradient(sample, i);
        return affine ? Expr.product(scope.parameter(0, i % size), gradient) : gradient;
    }

    private String[] parameterPlace(Scope scope, int i) {
        return Scope.place(scope.conditions().parameters().getFirst().shape(), i % size);
    }

    /** Mean and deviation of each run. */
    private double[] spread(Scope scope, int sample, int i) {
        List<double[]> all = scope.once("spreads", () -> {
            DoubleTensor runs = runs(scope.x());
            List<double[]> spreads = new ArrayList<>();
            for (int n = 0; n < runs.rows(); n++) {
                double mean = mean(runs, n);
                spreads.add(new double[] {mean, deviation(runs, n, mean)});
            }
            return spreads;
        });
        return all.get((sample * scope.x().columns() + i) / size);
    }

    private Expr normalOf(Scope scope, int sample, int i) {
        double[] spread = spread(scope, sample, i);
        return normal(scope.input(sample, i), Expr.number(spread[0]), Expr.number(spread[1]));
    }

    private static Expr normal(Expr x, Expr mean, Expr deviation) {
        return Expr.over(Expr.minus(x, mean), deviation);
    }

    private String note() {
        return "Mean and deviation of %d numbers of this sample; deviation = √(variance + %s).".formatted(size, Digits.text(epsilon, Digits.FLOAT));
    }
}
