package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/**
 * xhat = (x - mean) / sqrt(variance + epsilon), y = w xhat + b by channel; in training mean and variance of the batch, N numbers a
 * channel, else the running ones. dw = sum of dy xhat, db = sum of dy; dx = w / sqrt(variance + epsilon) dy, in training with
 * dy - (db + xhat dw) / N in the place of dy.
 */
final class TwinBatchNorm2d implements ExplainingLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(BatchNorm2d.RECIPE, TwinBatchNorm2d::new);

    private final int channels;
    private final int pixels;
    private final double epsilon;

    private record Spread(double[] mean, double[] variance) {}

    private TwinBatchNorm2d(Settings settings, Shape input) {
        this.channels = input.at(0);
        this.pixels = input.size() / channels;
        this.epsilon = (float) settings.decimal("epsilon");
    }

    private int channelOf(int i) {
        return i / pixels % channels;
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor normal = normalized(x, conditions);
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            y.set(i, conditions.parameters().get(0).at(channelOf(i)) * normal.at(i) + conditions.parameters().get(1).at(channelOf(i)));
        }
        return y;
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor normal = normalized(x, conditions);
        double[] variance = spread(x, conditions).variance();
        DoubleTensor w = conditions.parameters().getFirst();
        DoubleTensor dw = DoubleTensor.zeros(w.shape());
        DoubleTensor db = DoubleTensor.zeros(w.shape());
        for (int i = 0; i < x.size(); i++) {
            int c = channelOf(i);
            dw.set(c, dw.at(c) + dy.at(i) * normal.at(i));
            db.set(c, db.at(c) + dy.at(i));
        }
        double count = (double) x.size() / channels;
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            int c = channelOf(i);
            double through = conditions.training() ? (db.at(c) + normal.at(i) * dw.at(c)) / count : 0;
            dx.set(i, w.at(c) / Math.sqrt(variance[c] + epsilon) * (dy.at(i) - through));
        }
        return new Gradients(dx, List.of(dw, db));
    }

    private DoubleTensor normalized(DoubleTensor x, Conditions conditions) {
        Spread spread = spread(x, conditions);
        DoubleTensor normal = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            int c = channelOf(i);
            normal.set(i, (x.at(i) - spread.mean[c]) / Math.sqrt(spread.variance[c] + epsilon));
        }
        return normal;
    }

    private Spread spread(DoubleTensor x, Conditions conditions) {
        if (!conditions.training()) {
            return new Spread(conditions.buffers().get(0).data(), conditions.buffers().get(1).data());
        }
        double count = (double) x.size() / channels;
        double[] mean = new double[channels];
        double[] variance = new double[channels];
        for (int i = 0; i < x.size(); i++) {
            mean[channelOf(i)] += x.at(i) / count;
        }
        for (int i = 0; i < x.size(); i++) {
            variance[channelOf(i)] += Math.pow(x.at(i) - mean[channelOf(i)], 2) / count;
        }
        return new Spread(mean, variance);
    }

    @Override
    public Explained output(Scope scope, int sample, int i) {
        int c = channelOf(i);
        String channel = Integer.toString(c);
        return new Explained(
                Expr.sum(Expr.product(scope.parameterSymbol(0, channel), normal(scope.inputSymbol(i), Expr.symbol("mean"), Expr.symbol("var"))),
                        scope.parameterSymbol(1, channel)),
                Expr.sum(Expr.product(scope.parameter(0, c), normalOf(scope, sample, i)), scope.parameter(1, c)), note(scope));
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        int c = channelOf(i);
        String channel = Integer.toString(c);
        Expr variance = Expr.number(spread(scope).variance[c]);
        Expr symbols = Expr.over(scope.parameterSymbol(0, channel), deviation(Expr.symbol("var")));
        Expr numbers = Expr.over(scope.parameter(0, c), deviation(variance));
        if (!scope.conditions().training()) {
            return new Explained(Expr.product(symbols, scope.gradientSymbol(i)), Expr.product(numbers, scope.outputGradient(sample, i)), note(scope));
        }
        Expr count = Expr.number((double) scope.x().size() / channels);
        Expr byBias = Expr.symbol("∂L/∂" + scope.names().parameters().get(1), channel);
        Expr byWeight = Expr.symbol("∂L/∂" + scope.names().parameters().get(0), channel);
        Expr normal = normal(scope.inputSymbol(i), Expr.symbol("mean"), Expr.symbol("var"));
        return new Explained(
                Expr.product(symbols, Expr.minus(scope.gradientSymbol(i), Expr.over(Expr.sum(byBias, Expr.product(normal, byWeight)), count))),
                Expr.product(numbers, Expr.minus(scope.outputGradient(sample, i),
                        Expr.over(Expr.sum(scope.parameterGradient(1, c), Expr.product(normalOf(scope, sample, i), scope.parameterGradient(0, c))), count))),
                note(scope));
    }

    @Override
    public Explained parameterGradient(Scope scope, int k, int c) {
        List<Expr> terms = new ArrayList<>();
        for (int n = 0; n < scope.batch(); n++) {
            for (int i = c * pixels; i < (c + 1) * pixels; i++) {
                Expr gradient = scope.outputGradient(n, i);
                terms.add(k == 0 ? Expr.product(gradient, normalOf(scope, n, i)) : gradient);
            }
        }
        String[] place = scope.ofEverySample(pixels == 1 && scope.inputShape().rank() == 1
                ? new String[] {Integer.toString(c)} : new String[] {Integer.toString(c), "i", "j"});
        Expr symbol = scope.gradientSymbol(place);
        Expr of = k == 0 ? Expr.product(symbol, normal(scope.inputSymbol(place), Expr.symbol("mean"), Expr.symbol("var"))) : symbol;
        return new Explained(scope.overSamples(pixels == 1 ? of : new Expr.SumOver("i,j", of)), new Expr.Sum(terms), k == 0 ? note(scope) : "");
    }

    private Spread spread(Scope scope) {
        return scope.once("spread", () -> spread(scope.x(), scope.conditions()));
    }

    private Expr normalOf(Scope scope, int sample, int i) {
        Spread spread = spread(scope);
        int c = channelOf(i);
        return normal(scope.input(sample, i), Expr.number(spread.mean[c]), Expr.number(spread.variance[c]));
    }

    private Expr normal(Expr x, Expr mean, Expr variance) {
        return Expr.over(Expr.minus(x, mean), deviation(variance));
    }

    private Expr deviation(Expr variance) {
        return Expr.call(Function.SQRT, Expr.sum(variance, Expr.number(epsilon)));
    }

    private String note(Scope scope) {
        return scope.conditions().training() ? "Mean and variance of the channel over the batch: %d numbers.".formatted(scope.x().size() / channels)
                : "The channel's running mean and variance.";
    }
}
