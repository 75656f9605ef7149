package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import tadpole.engine.kernel.BorderPadding;
import tadpole.engine.kernel.Sides;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Relu;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * What a search walks over: the loss of the engine's own layer on a part of the picture with its padding, pixels and wanted output divided by the
 * root mean square of the pixels. That leaves the kernel as it is and makes the loss surface the same for bright and dark pictures.
 */
final class SearchGround {

    /** Rows and columns of output that are looked at: of larger pictures the part with the most in it. */
    static final int SIDE = 256;

    private static final long PRODUCTS = 200_000_000;

    private final SearchTask task;
    private final boolean hasBias;
    private final double scale;
    private final double enough;
    private final Part part;
    private final Tensor x;
    private final Tensor wanted;
    private final Tensor dy;
    private final Network network;
    private final Pass pass;

    /** A part of the output: its first row and column, rows and columns. */
    record Part(int top, int left, int height, int width) {}

    SearchGround(SearchTask task, SearchPlan search, Device device) throws SettingException {
        this.task = task;
        this.hasBias = search.hasBias();
        this.enough = search.enough();
        Tensor padded = padded(task, device);
        this.part = part(padded);
        Tensor cut = cut(padded, part.top() * plan().stride(), part.left() * plan().stride(), covered(part.height(), plan().height()), covered(part.width(), plan().width()));
        double rms = cut.norm() / Math.sqrt(cut.size());
        this.scale = rms == 0 ? 1 : rms;
        this.x = shaped(scaled(cut));
        this.wanted = shaped(scaled(cut(task.wanted(), part.top(), part.left(), part.height(), part.width())));
        this.dy = Tensor.zeros(wanted.shape());
        List<Spec> specs = new ArrayList<>(List.of(layer()));
        if (plan().relu()) {
            specs.add(Relu.RECIPE.standard());
        }
        this.network = Network.build(x.shape().perSample(), specs, new Seed(search.seed()));
        this.pass = Pass.training(device);
        if (hasBias) {
            network.parameters().get(1).value().fill(0);
        }
        if (!search.startsRandom()) {
            weight().value().fill(0);
        }
        weight().changed();
    }

    private ConvolutionPlan plan() {
        return task.plan();
    }

    private boolean isShared() {
        return plan().mixing() == Mixing.EACH;
    }

    private static Tensor padded(SearchTask task, Device device) {
        ConvolutionPlan plan = task.plan();
        Padding padding = plan.padding();
        Sides sides = new Sides(padding.before(plan.height(), plan.dilation()), padding.after(plan.height(), plan.dilation()),
                padding.before(plan.width(), plan.dilation()), padding.after(plan.width(), plan.dilation()));
        Tensor values = task.picture().values();
        BorderPadding around = new BorderPadding(padding.border().mode(), values.shape().at(0), values.shape().at(1), values.shape().at(2), sides);
        Tensor padded = Tensor.zeros(Shape.of(values.shape().at(0), around.paddedHeight(), around.paddedWidth()));
        device.kernels().pad(around, values.data(), padded.data());
        return padded;
    }

    /** So many outputs along an axis read so many pixels. */
    private int covered(int outputs, int kernel) {
        return (outputs - 1) * plan().stride() + plan().dilation() * (kernel - 1) + 1;
    }

    /** Of a grid of places the one where pixels differ most from their right and lower neighbors. */
    private Part part(Tensor padded) {
        int height = Math.min(SIDE, task.wanted().shape().at(1));
        int width = Math.min(SIDE, task.wanted().shape().at(2));
        int down = task.wanted().shape().at(1) - height;
        int right = task.wanted().shape().at(2) - width;
        Part best = new Part(0, 0, height, width);
        double most = -1;
        for (int i = 0; i <= (down == 0 ? 0 : 4); i++) {
            for (int j = 0; j <= (right == 0 ? 0 : 4); j++) {
                Part tried = new Part(down * i / 4, right * j / 4, height, width);
                double change = change(padded, tried);
                if (change > most) {
                    most = change;
                    best = tried;
                }
            }
        }
        return best;
    }

    private double change(Tensor padded, Part tried) {
        int stride = plan().stride();
        int rows = covered(tried.height(), plan().height());
        int columns = covered(tried.width(), plan().width());
        int width = padded.shape().at(2);
        double sum = 0;
        for (int c = 0; c < padded.shape().at(0); c++) {
            for (int y = 0; y + 1 < rows; y++) {
                int at = (c * padded.shape().at(1) + tried.top() * stride + y) * width + tried.left() * stride;
                for (int column = 0; column + 1 < columns; column++, at++) {
                    float pixel = padded.data()[at];
                    sum += Math.abs(pixel - padded.data()[at + 1]) + Math.abs(pixel - padded.data()[at + width]);
                }
            }
        }
        return sum;
    }

    private static Tensor cut(Tensor from, int top, int left, int height, int width) {
        int channels = from.shape().at(0);
        Tensor cut = Tensor.zeros(Shape.of(channels, height, width));
        for (int row = 0; row < channels * height; row++) {
            int at = (row / height * from.shape().at(1) + top + row % height) * from.shape().at(2) + left;
            System.arraycopy(from.data(), at, cut.data(), row * width, width);
        }
        return cut;
    }

    private Tensor scaled(Tensor of) {
        for (int i = 0; i < of.size(); i++) {
            of.data()[i] = (float) (of.data()[i] / scale);
        }
        return of;
    }

    /** One picture of several channels; where each channel has the same kernel, several pictures of one. */
    private Tensor shaped(Tensor of) {
        Shape shape = of.shape();
        return of.as(isShared() ? Shape.of(shape.at(0), 1, shape.at(1), shape.at(2)) : shape.batchOf(1));
    }

    private Spec layer() throws SettingException {
        Map<String, Object> settings = new HashMap<>(Map.of("kernel", plan().height(), "kernelWidth", plan().width(), "stride", plan().stride(),
                "dilation", plan().dilation(), "bias", hasBias, "out", isShared() ? 1 : plan().filters().size()));
        return Conv2d.RECIPE.with(settings);
    }

    private Parameter weight() {
        return network.parameters().getFirst();
    }

    List<Parameter> parameters() {
        return network.parameters();
    }

    boolean isPart() {
        return part.height() < task.wanted().shape().at(1) || part.width() < task.wanted().shape().at(2);
    }

    Part part() {
        return part;
    }

    /** Clears the gradients and makes them anew; gives the mean squared error in units of the scale's square. */
    double evaluate() {
        network.clearGradients();
        pass.begin(new Seed(0));
        Tensor y = network.forward(x, pass);
        double sum = 0;
        float factor = 2f / y.size();
        for (int i = 0; i < y.size(); i++) {
            float apart = y.data()[i] - wanted.data()[i];
            sum += (double) apart * apart;
            dy.data()[i] = factor * apart;
        }
        network.backward(dy, pass);
        return sum / y.size();
    }

    double inPixels(double loss) {
        return loss * scale * scale;
    }

    SearchStep step(int step, double loss) {
        List<Parameter> all = parameters();
        return new SearchStep(step, inPixels(loss), filters(weight().value(), hasBias ? all.get(1).value() : Tensor.NONE, scale),
                filters(weight().gradient(), hasBias ? all.get(1).gradient() : Tensor.NONE, 1));
    }

    private List<Filter> filters(Tensor weight, Tensor bias, double biasUnit) {
        List<Filter> filters = new ArrayList<>();
        int size = plan().height() * plan().width();
        int depth = weight.shape().at(1);
        for (int o = 0; o < weight.shape().at(0); o++) {
            List<Kernel> kernels = new ArrayList<>();
            for (int c = 0; c < depth; c++) {
                float[] values = new float[size];
                System.arraycopy(weight.data(), (o * depth + c) * size, values, 0, size);
                Kernel kernel = Kernel.of(plan().height(), plan().width(), values);
                kernels.add(plan().flip() ? kernel.flipped() : kernel);
            }
            filters.add(new Filter(kernels, hasBias ? (float) (bias.data()[o] * biasUnit) : 0));
        }
        return filters;
    }

    /** What the windows tell: of many, evenly taken ones stand for all. @param stopped breaks off; then those that were counted stand for all */
    Windows windows(BooleanSupplier stopped) {
        int depth = weight().shape().at(1) * plan().height() * plan().width();
        int unknowns = depth + (hasBias ? 1 : 0);
        int places = wanted.shape().at(0) * part.height() * part.width();
        long most = Math.max(4L * unknowns, PRODUCTS / ((long) unknowns * unknowns));
        int every = (int) Math.max(1, Math.ceilDiv((long) places, most));
        double[][] gram = new double[unknowns][unknowns];
        double[] window = new double[unknowns];
        int counted = 0;
        for (int place = 0; place < places && (counted == 0 || !stopped.getAsBoolean()); place += every) {
            read(place, window);
            add(window, gram);
            counted++;
        }
        for (int i = 0; i < unknowns; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] /= counted;
                gram[j][i] = gram[i][j];
            }
        }
        return Windows.of(gram, enough / (scale * scale));
    }

    private static void add(double[] window, double[][] gram) {
        for (int i = 0; i < window.length; i++) {
            double factor = window[i];
            for (int j = 0; factor != 0 && j <= i; j++) {
                gram[i][j] += factor * window[j];
            }
        }
    }

    private void read(int place, double[] window) {
        int channels = weight().shape().at(1);
        int image = place / (part.height() * part.width());
        int y = place / part.width() % part.height() * plan().stride();
        int left = place % part.width() * plan().stride();
        int n = 0;
        for (int c = 0; c < channels; c++) {
            for (int u = 0; u < plan().height(); u++) {
                int at = ((image * channels + c) * x.shape().at(2) + y + u * plan().dilation()) * x.shape().at(3) + left;
                for (int v = 0; v < plan().width(); v++) {
                    window[n++] = x.data()[at + v * plan().dilation()];
                }
            }
        }
        if (hasBias) {
            window[n] = 1;
        }
    }
}
