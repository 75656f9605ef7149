package tadpole.engine.twin;

import java.util.List;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/**
 * y[n,o,i,j] = b[o] + sum over c, u, v of W[o,c,u,v] x[n,g+c, i s + u d - p, j s + v d - p], zeros outside of x or x mirrored at its edges, where g is the
 * first channel of o's group. In backward every such product gives dW += dy x and dx += dy W; db[o] = sum of dy[n,o].
 */
final class TwinConv2d implements TwinLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Conv2d.RECIPE, TwinConv2d::new);

    private final Planes x;
    private final Planes y;
    private final Planes w;
    private final int stride;
    private final int padding;
    private final int dilation;
    private final int outOfGroup;
    private final boolean reflects;
    private final boolean bias;

    @FunctionalInterface
    private interface Term {
        void at(int x, int w, int y);
    }

    private TwinConv2d(Settings settings, Shape input) {
        int kernel = settings.whole("kernel");
        int kernelWidth = settings.whole("kernelWidth");
        int groups = settings.whole("groups");
        this.stride = settings.whole("stride");
        this.padding = settings.whole("padding");
        this.dilation = settings.whole("dilation");
        this.outOfGroup = settings.whole("out") / groups;
        this.reflects = settings.choice("paddingMode").equals("reflect");
        this.bias = settings.on("bias");
        this.x = Planes.of(input);
        this.w = new Planes(x.channels() / groups, kernel, kernelWidth == 0 ? kernel : kernelWidth);
        this.y = new Planes(settings.whole("out"), places(x.height(), w.height()), places(x.width(), w.width()));
    }

    private int places(int pixels, int kernel) {
        return (pixels + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1;
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
                    int row = inside(i * stride + u * dilation - padding, x.height());
                    int column = inside(j * stride + v * dilation - padding, x.width());
                    if (x.holds(row, column)) {
                        term.at(x.at(n, first + c, row, column), w.at(o, c, u, v), y.at(n, o, i, j));
                    }
                }
            }
        }
    }

    private int inside(int place, int size) {
        if (!reflects) {
            return place;
        }
        return place < 0 ? -place : place >= size ? 2 * (size - 1) - place : place;
    }
}
