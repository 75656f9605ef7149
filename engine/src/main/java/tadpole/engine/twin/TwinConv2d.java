package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/**
 * y[n,o,i,j] = b[o] + sum over c, u, v of W[o,c,u,v] x[n,g+c, i s + u d - p, j s + v d - q], zeros outside of x, or x mirrored at its edges, its edges or its
 * other side, where g is the first channel of o's group. In backward every such product gives dW += dy x and dx += dy W; db[o] = sum of dy[n,o].
 */
final class TwinConv2d implements ExplainingLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Conv2d.RECIPE, TwinConv2d::new);

    private final Planes x;
    private final Planes y;
    private final Planes w;
    private final int stride;
    private final int top;
    private final int left;
    private final int dilation;
    private final int outOfGroup;
    private final boolean framed;
    private final String mode;
    private final boolean bias;

    @FunctionalInterface
    private interface Term {
        void at(int x, int w, int y);
    }

    private TwinConv2d(Settings settings, Shape input) {
        int kernel = settings.whole("kernel");
        int kernelWidth = settings.whole("kernelWidth") == 0 ? kernel : settings.whole("kernelWidth");
        int groups = settings.whole("groups");
        this.stride = settings.whole("stride");
        this.dilation = settings.whole("dilation");
        this.outOfGroup = settings.whole("out") / groups;
        this.mode = settings.choice("paddingMode");
        this.bias = settings.on("bias");
        this.x = Planes.of(input);
        this.w = new Planes(x.channels() / groups, kernel, kernelWidth);
        boolean same = settings.on("paddingSame");
        int rows = settings.whole("padding");
        int columns = settings.whole("paddingWidth") == -1 ? rows : settings.whole("paddingWidth");
        this.top = same ? dilation * (kernel - 1) / 2 : rows;
        this.left = same ? dilation * (kernelWidth - 1) / 2 : columns;
        int around = same ? dilation * (kernel - 1) : 2 * rows;
        int beside = same ? dilation * (kernelWidth - 1) : 2 * columns;
        this.framed = around + beside > 0;
        this.y = new Planes(settings.whole("out"), places(x.height(), w.height(), around), places(x.width(), w.width(), beside));
    }

    private int places(int pixels, int kernel, int around) {
        return (pixels + around - dilation * (kernel - 1) - 1) / stride + 1;
    }

    @Override
    public DoubleTensor forward(DoubleTensor input, Conditions conditions) {
        DoubleTensor weight = conditions.parameters().getFirst();
        DoubleTensor output = DoubleTensor.zeros(y.shape().batchOf(input.rows()));
        if (bias) {
            for (int i = 0; i < output.size(); i++) {
                output.set(i, conditions.parameters().get(1).at(y.channelOf(i)));
            }
        }
        terms(input.rows(), (from, by, to) -> output.set(to, output.at(to) + input.at(from) * weight.at(by)));
        return output;
    }

    /** A weight or bias moves only its own channel. */
    @Override
    public DoubleTensor forward(DoubleTensor input, DoubleTensor before, Moved moved, Conditions conditions) {
        double[] weight = conditions.parameters().getFirst().data();
        int o = moved.parameter() == 0 ? moved.index() / w.size() : moved.index();
        DoubleTensor output = before.copy();
        double[] from = input.data();
        double[] to = output.data();
        double start = bias ? conditions.parameters().get(1).at(o) : 0;
        for (int n = 0; n < input.rows(); n++) {
            for (int i = 0; i < y.height(); i++) {
                for (int j = 0; j < y.width(); j++) {
                    to[y.at(n, o, i, j)] = start;
                    terms(n, o, i, j, (x, by, at) -> to[at] += from[x] * weight[by]);
                }
            }
        }
        return output;
    }

    @Override
    public Gradients backward(DoubleTensor input, DoubleTensor dy, Conditions conditions) {
        DoubleTensor weight = conditions.parameters().getFirst();
        DoubleTensor dw = DoubleTensor.zeros(weight.shape());
        DoubleTensor dx = DoubleTensor.zeros(input.shape());
        terms(input.rows(), (from, by, to) -> {
            dw.set(by, dw.at(by) + dy.at(to) * input.at(from));
            dx.set(from, dx.at(from) + dy.at(to) * weight.at(by));
        });
        DoubleTensor db = DoubleTensor.zeros(Shape.of(y.channels()));
        for (int i = 0; i < dy.size(); i++) {
            db.set(y.channelOf(i), db.at(y.channelOf(i)) + dy.at(i));
        }
        return new Gradients(dx, bias ? List.of(dw, db) : List.of(dw));
    }

    private void terms(int batch, Term term) {
        for (int n = 0; n < batch; n++) {
            for (int o = 0; o < y.channels(); o++) {
                for (int i = 0; i < y.height(); i++) {
                    for (int j = 0; j < y.width(); j++) {
                        terms(n, o, i, j, term);
                    }
                }
            }
        }
    }

    private void terms(int n, int o, int i, int j, Term term) {
        int first = o / outOfGroup * w.channels();
        for (int c = 0; c < w.channels(); c++) {
            for (int u = 0; u < w.height(); u++) {
                for (int v = 0; v < w.width(); v++) {
                    int row = source(i * stride + u * dilation - top, x.height());
                    int column = source(j * stride + v * dilation - left, x.width());
                    if (x.holds(row, column)) {
                        term.at(x.at(n, first + c, row, column), w.at(o, c, u, v), y.at(n, o, i, j));
                    }
                }
            }
        }
    }

    /** The pixel whose value stands at a place along an axis; where zeros are around, the place itself. */
    private int source(int place, int size) {
        return switch (mode) {
            case "reflect" -> place < 0 ? -place : place >= size ? 2 * (size - 1) - place : place;
            case "replicate" -> Math.clamp(place, 0, size - 1);
            case "circular" -> Math.floorMod(place, size);
            case "zeros" -> place;
            default -> throw new IllegalStateException("An unknown border: " + mode);
        };
    }

    private String around() {
        return switch (mode) {
            case "reflect" -> "Outside of the picture it is mirrored at its edge.";
            case "replicate" -> "Outside of the picture its edge is repeated.";
            case "circular" -> "Outside of the picture comes its other side.";
            case "zeros" -> "";
            default -> throw new IllegalStateException("An unknown border: " + mode);
        };
    }

    @Override
    public Explained output(Scope scope, int sample, int at) {
        List<Expr> numbers = new ArrayList<>();
        int o = y.channelOf(at);
        int i = at / y.width() % y.height();
        int j = at % y.width();
        terms(0, o, i, j, (from, by, _) -> numbers.add(Expr.product(scope.parameter(0, by), scope.input(sample, from))));
        int outside = w.channels() * w.height() * w.width() - numbers.size();
        String first = o / outOfGroup == 0 ? "c" : o / outOfGroup * w.channels() + "+c";
        Expr sum = new Expr.SumOver("c,u,v", Expr.product(scope.parameterSymbol(0, Integer.toString(o), "c", "u", "v"),
                scope.inputSymbol(first, moved(i, top, "u"), moved(j, left, "v"))));
        if (bias) {
            numbers.add(scope.parameter(1, o));
            sum = Expr.sum(sum, scope.parameterSymbol(1, Integer.toString(o)));
        }
        return new Explained(sum, new Expr.Sum(numbers), !mode.equals("zeros") ? around() : outside == 0 ? ""
                : "%d places lie outside of the picture: zeros, left out here.".formatted(outside));
    }

    /** The row or column that a kernel's u or v stands on: "u", "7+u", "-1+2u". */
    private String moved(int place, int padding, String index) {
        int start = place * stride - padding;
        return (start == 0 ? "" : start + "+") + (dilation == 1 ? index : dilation + index);
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int at) {
        List<Expr> numbers = new ArrayList<>();
        int channel = x.channelOf(at);
        int group = channel / w.channels();
        int c = channel % w.channels();
        for (int o = group * outOfGroup; o < (group + 1) * outOfGroup; o++) {
            for (int u = 0; u < w.height(); u++) {
                for (int v = 0; v < w.width(); v++) {
                    for (int i : outputs(at / x.width() % x.height(), u * dilation - top, x.height(), y.height())) {
                        for (int j : outputs(at % x.width(), v * dilation - left, x.width(), y.width())) {
                            numbers.add(Expr.product(scope.outputGradient(sample, y.at(0, o, i, j)), scope.parameter(0, w.at(o, c, u, v))));
                        }
                    }
                }
            }
        }
        return new Explained(new Expr.SumOver("o,u,v", Expr.product(scope.gradientSymbol("o", "i", "j"),
                scope.parameterSymbol(0, "o", Integer.toString(c), "u", "v"))), new Expr.Sum(numbers),
                "i, j: where the kernel's u, v stands on this place.");
    }

    /** Along one axis, the outputs whose kernel stands with one of its parts on a place, or on one that takes its value. */
    private int[] outputs(int place, int moved, int size, int places) {
        return IntStream.range(0, places).filter(i -> source(i * stride + moved, size) == place).toArray();
    }

    @Override
    public Explained parameterGradient(Scope scope, int k, int at) {
        List<Expr> numbers = new ArrayList<>();
        int area = y.height() * y.width();
        if (k == 1) {
            for (int n = 0; n < scope.batch(); n++) {
                for (int place = at * area; place < (at + 1) * area; place++) {
                    numbers.add(scope.outputGradient(n, place));
                }
            }
            return new Explained(scope.overSamples(new Expr.SumOver("i,j",
                    scope.gradientSymbol(scope.ofEverySample(Integer.toString(at), "i", "j")))), new Expr.Sum(numbers));
        }
        int v = at % w.width();
        int u = at / w.width() % w.height();
        int o = at / (w.channels() * w.height() * w.width());
        int channel = o / outOfGroup * w.channels() + w.channelOf(at);
        for (int n = 0; n < scope.batch(); n++) {
            for (int i = 0; i < y.height(); i++) {
                int row = source(i * stride + u * dilation - top, x.height());
                for (int j = 0; j < y.width(); j++) {
                    int column = source(j * stride + v * dilation - left, x.width());
                    if (x.holds(row, column)) {
                        numbers.add(Expr.product(scope.outputGradient(n, y.at(0, o, i, j)), scope.input(n, x.at(0, channel, row, column))));
                    }
                }
            }
        }
        String rows = (stride == 1 ? "i" : stride + "i") + signed(u * dilation - top);
        String columns = (stride == 1 ? "j" : stride + "j") + signed(v * dilation - left);
        return new Explained(scope.overSamples(new Expr.SumOver("i,j", Expr.product(
                scope.gradientSymbol(scope.ofEverySample(Integer.toString(o), "i", "j")),
                scope.inputSymbol(scope.ofEverySample(Integer.toString(channel), rows, columns))))), new Expr.Sum(numbers),
                !framed ? "" : mode.equals("zeros") ? "Places outside of the picture are zeros, left out here." : around());
    }

    private static String signed(int number) {
        return number == 0 ? "" : number > 0 ? "+" + number : Integer.toString(number);
    }
}
