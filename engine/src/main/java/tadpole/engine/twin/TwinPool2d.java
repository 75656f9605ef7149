package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.layer.AvgPool2d;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/**
 * Of every window of k×k pixels the largest number, whose gradient goes to the first place that holds it; or the mean, sum / k²
 * with the padding as zeros, whose gradient is spread as dy / k².
 */
final class TwinPool2d implements ExplainingLayer {

    static final Twin.OfLayer MAX = new Twin.OfLayer(MaxPool2d.RECIPE, (settings, input) -> new TwinPool2d(settings, input, true));
    static final Twin.OfLayer AVERAGE = new Twin.OfLayer(AvgPool2d.RECIPE, (settings, input) -> new TwinPool2d(settings, input, false));

    private final Planes x;
    private final Planes y;
    private final int size;
    private final int stride;
    private final int padding;
    private final boolean max;

    @FunctionalInterface
    private interface Window {
        void at(List<Integer> places, int y);
    }

    private TwinPool2d(Settings settings, Shape input, boolean max) {
        this.size = settings.whole("kernel");
        this.stride = settings.whole("stride");
        this.padding = settings.whole("padding");
        this.max = max;
        this.x = Planes.of(input);
        this.y = new Planes(x.channels(), places(x.height()), places(x.width()));
    }

    private int places(int pixels) {
        return (pixels + 2 * padding - size) / stride + 1;
    }

    @Override
    public DoubleTensor forward(DoubleTensor input, Conditions conditions) {
        DoubleTensor output = DoubleTensor.zeros(y.shape().batchOf(input.rows()));
        windows(input.rows(), (places, to) -> output.set(to, max
                ? input.at(largest(places, input))
                : places.stream().mapToDouble(input::at).sum() / (size * size)));
        return output;
    }

    @Override
    public boolean hasKinks() {
        return max;
    }

    /** Where the largest number of each window stands. */
    @Override
    public long pattern(DoubleTensor input, Conditions conditions) {
        long[] pattern = {Pattern.start()};
        windows(input.rows(), (places, _) -> pattern[0] = Pattern.with(pattern[0], largest(places, input)));
        return pattern[0];
    }

    @Override
    public Gradients backward(DoubleTensor input, DoubleTensor dy, Conditions conditions) {
        DoubleTensor dx = DoubleTensor.zeros(input.shape());
        windows(input.rows(), (places, from) -> {
            if (max) {
                int place = largest(places, input);
                dx.set(place, dx.at(place) + dy.at(from));
                return;
            }
            places.forEach(place -> dx.set(place, dx.at(place) + dy.at(from) / (size * size)));
        });
        return Gradients.of(dx);
    }

    private static int largest(List<Integer> places, DoubleTensor input) {
        return places.stream().reduce((a, b) -> input.at(b) > input.at(a) ? b : a).orElseThrow();
    }

    private void windows(int batch, Window window) {
        for (int plane = 0; plane < batch * y.channels(); plane++) {
            for (int i = 0; i < y.height(); i++) {
                for (int j = 0; j < y.width(); j++) {
                    window.at(places(plane, i * stride - padding, j * stride - padding), y.at(0, plane, i, j));
                }
            }
        }
    }

    private List<Integer> places(int plane, int top, int left) {
        List<Integer> places = new ArrayList<>();
        for (int row = top; row < top + size; row++) {
            for (int column = left; column < left + size; column++) {
                if (x.holds(row, column)) {
                    places.add(x.at(0, plane, row, column));
                }
            }
        }
        return places;
    }

    @Override
    public Explained output(Scope scope, int sample, int i) {
        List<Integer> places = window(i);
        List<Expr> numbers = places.stream().map(place -> scope.input(sample, place)).toList();
        if (max) {
            int won = largest(places, scope.x(), sample);
            return new Explained(new Expr.Call(Function.MAX, places.stream().map(scope::inputSymbol).toList()), new Expr.Call(Function.MAX, numbers),
                    "Row %d, column %d won.".formatted(won / x.width() % x.height(), won % x.width()));
        }
        Expr all = Expr.number(size * size);
        return new Explained(Expr.over(new Expr.Sum(places.stream().map(scope::inputSymbol).toList()), all), Expr.over(new Expr.Sum(numbers), all),
                places.size() == size * size ? "" : "%d places of the window lie outside of the picture and count as zeros.".formatted(size * size - places.size()));
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        List<Expr> symbols = new ArrayList<>();
        List<Expr> numbers = new ArrayList<>();
        int area = y.height() * y.width();
        int first = i / (x.height() * x.width()) * area;
        for (int to = first; to < first + area; to++) {
            List<Integer> places = window(to);
            if (places.contains(i) && (!max || largest(places, scope.x(), sample) == i)) {
                symbols.add(scope.gradientSymbol(to));
                numbers.add(scope.outputGradient(sample, to));
            }
        }
        if (numbers.isEmpty()) {
            return new Explained(Expr.number(0), Expr.number(0), max ? "It won in none of its windows." : "No window holds it.");
        }
        Expr sum = new Expr.Sum(symbols);
        Expr all = new Expr.Sum(numbers);
        return max ? new Explained(sum, all, numbers.size() == 1 ? "It won in this window." : "It won in these windows.")
                : new Explained(Expr.over(sum, Expr.number(size * size)), Expr.over(all, Expr.number(size * size)));
    }

    /** The places of a sample that an output looks at. */
    private List<Integer> window(int i) {
        int area = y.height() * y.width();
        return places(i / area, i % area / y.width() * stride - padding, i % y.width() * stride - padding);
    }

    private static int largest(List<Integer> places, DoubleTensor input, int sample) {
        return places.stream().reduce((a, b) -> input.at(sample, b) > input.at(sample, a) ? b : a).orElseThrow();
    }
}
