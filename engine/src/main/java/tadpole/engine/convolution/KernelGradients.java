package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * A convolution backward, computed by the engine's layer: dW[o,c,u,v] = sum over places of dy · pixel, dx = sum over the windows that a pixel is in
 * of dy · weight, db[o] = sum of dy. Every one of these sums can be asked for its terms. All filters go back at once, as in a layer.
 */
public final class KernelGradients {

    private final Convolved convolved;
    private final OutputLoss loss;
    private final Tensor dy;
    private final Tensor dx;
    private final Tensor dw;
    private final Tensor db;

    /**
     * One product of a sum.
     *
     * @param filter output channel of the place whose gradient comes back
     * @param met    the pixel and the weight that met in that window
     * @param factor what {@code dy} is multiplied with: the weight on the way to a pixel, the pixel on the way to a weight
     */
    public record Term(int filter, int y, int x, float dy, WindowSum.Product met, float factor) {

        public double value() {
            return (double) dy * factor;
        }
    }

    /**
     * One gradient as the sum that it is.
     *
     * @param terms the first of them, filter by filter and place by place
     * @param count how many there are, listed or not
     * @param sum   of all, in double
     * @param value the engine's own
     */
    public record GradientSum(List<Term> terms, long count, double sum, float value) {}

    private KernelGradients(Convolved convolved, OutputLoss loss, Tensor dy, Tensor dx, Tensor dw, Tensor db) {
        this.convolved = convolved;
        this.loss = loss;
        this.dy = dy;
        this.dx = dx;
        this.dw = dw;
        this.db = db;
    }

    /** Not for the JavaFX thread: a large picture takes its time. */
    public static KernelGradients of(Convolved convolved, OutputLoss loss, Device device) {
        Tensor dy = cut(loss.gradient(convolved.output()), convolved);
        Tensor x = convolved.picture().values();
        Network layer = layer(convolved);
        Parameter weight = layer.parameters().getFirst();
        Parameter bias = layer.parameters().get(1);
        weight.value().set(convolved.weight());
        bias.value().set(convolved.bias());
        Pass pass = Pass.evaluation(device).withInputGradient();
        pass.begin(new Seed(0));
        layer.clearGradients();
        layer.forward(x.as(x.shape().batchOf(1)), pass);
        Tensor dx = layer.backward(dy.as(dy.shape().batchOf(1)), pass).as(x.shape()).copy();
        return new KernelGradients(convolved, loss, dy, dx, weight.gradient(), bias.gradient());
    }

    private static Network layer(Convolved convolved) {
        try {
            int channels = convolved.picture().channels();
            return Network.build(convolved.picture().values().shape(), List.of(Convolver.spec(convolved.plan(), channels)), new Seed(0));
        } catch (SettingException impossible) {
            throw new IllegalArgumentException("What was convolved fits its layer, but: " + impossible.getMessage(), impossible);
        }
    }

    /** ReLU lets a gradient through where it let the number through. */
    private static Tensor cut(Tensor dy, Convolved convolved) {
        for (int i = 0; convolved.plan().relu() && i < dy.size(); i++) {
            if (convolved.output().data()[i] <= 0) {
                dy.data()[i] = 0;
            }
        }
        return dy;
    }

    public Convolved convolved() {
        return convolved;
    }

    public OutputLoss loss() {
        return loss;
    }

    /** By each number before ReLU: [out, height, width]. */
    public Tensor dy() {
        return dy;
    }

    /** By each pixel: the picture's shape. */
    public Tensor dx() {
        return dx;
    }

    /** By each weight as the layer has it, after gain, normalizing and turning: [out, in / groups, height, width]. */
    public Tensor dw() {
        return dw;
    }

    /** By each filter's bias: [out]. */
    public Tensor db() {
        return db;
    }

    public float dyAt(int filter, int y, int x) {
        return at(dy, filter, y, x);
    }

    /** A place, or weight, of a tensor of three axes. */
    private static float at(Tensor of, int first, int y, int x) {
        return of.data()[(first * of.shape().at(1) + y) * of.shape().at(2) + x];
    }

    /** A pixel's gradient: dy times weight, from every window of every filter that the pixel is in. @param most so many terms are listed */
    public GradientSum pixel(int channel, int y, int x, int most) {
        List<Term> terms = new ArrayList<>();
        long count = 0;
        double sum = 0;
        for (int filter = 0; filter < convolved.channels(); filter++) {
            ImageRows rows = new ImageRows(convolved, filter);
            for (ImageRows.Cell cell : rows.cellsOf(channel, y, x)) {
                Term term = term(rows, cell.row(), rows.cell(cell.row(), cell.column()), rows.weight(cell.column()));
                count++;
                sum += term.value();
                if (terms.size() < most) {
                    terms.add(term);
                }
            }
        }
        return new GradientSum(List.copyOf(terms), count, sum, at(dx, channel, y, x));
    }

    /** A weight's gradient: dy times the pixel under that weight, from every place where dy is not 0. @param most so many terms are listed */
    public GradientSum weight(int filter, int channel, int u, int v, int most) {
        ImageRows rows = new ImageRows(convolved, filter);
        int column = rows.column(channel, u, v);
        List<Term> terms = new ArrayList<>();
        long count = 0;
        double sum = 0;
        for (int row = 0; row < rows.rows(); row++) {
            float gradient = dyAt(filter, rows.y(row), rows.x(row));
            if (gradient == 0) {
                continue;
            }
            WindowSum.Product met = rows.cell(row, column);
            count++;
            sum += (double) gradient * met.pixel();
            if (terms.size() < most) {
                terms.add(term(rows, row, met, met.pixel()));
            }
        }
        return new GradientSum(List.copyOf(terms), count, sum, dw.data()[filter * rows.columns() + column]);
    }

    private Term term(ImageRows rows, int row, WindowSum.Product met, float factor) {
        return new Term(rows.filter(), rows.y(row), rows.x(row), dyAt(rows.filter(), rows.y(row), rows.x(row)), met, factor);
    }

    /**
     * By the kernel as it was typed: dW turned back where the kernel is turned, and times gain. With the same kernel for each channel, the sum over
     * the channels. Where the kernel k is divided by its sum S, every number of it moves all weights: gain / S · (dW - sum(dW · k) / S); where S is 0
     * nothing was divided, and gain · dW is what is said.
     *
     * @return [kernel height, kernel width]
     */
    public Tensor typed(int filter, int channel) {
        ConvolutionPlan plan = convolved.plan();
        Kernel kernel = kernelTyped(filter, channel);
        double[] weights = turnedBack(filter, channel, kernel.height() * kernel.width());
        double sum = kernel.sum();
        boolean divided = plan.divides(kernel);
        double common = 0;
        for (int i = 0; divided && i < weights.length; i++) {
            common += weights[i] * kernel.values()[i] / sum;
        }
        Tensor typed = Tensor.zeros(Shape.of(kernel.height(), kernel.width()));
        for (int i = 0; i < weights.length; i++) {
            typed.data()[i] = (float) ((divided ? plan.gain() / sum : plan.gain()) * (weights[i] - common));
        }
        return typed;
    }

    /** The kernel that was typed for a filter and a channel: one for all channels where each is taken by itself. */
    public Kernel kernelTyped(int filter, int channel) {
        boolean shared = convolved.groups() > 1;
        return convolved.plan().filters().get(shared ? 0 : filter).kernels().get(shared ? 0 : channel);
    }

    private double[] turnedBack(int filter, int channel, int size) {
        boolean shared = convolved.groups() > 1;
        double[] weights = new double[size];
        for (int group = 0; group < (shared ? convolved.groups() : 1); group++) {
            int from = shared ? group * size : (filter * convolved.depth() + channel) * size;
            for (int i = 0; i < size; i++) {
                weights[convolved.plan().flip() ? size - 1 - i : i] += dw.data()[from + i];
            }
        }
        return weights;
    }
}
