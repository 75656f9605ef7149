package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.inspect.LogSoftmaxWay.Precision;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.layer.Softmax;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.twin.Conditions;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.TwinLayer;
import tadpole.engine.twin.Twins;

/** All that follows from a few logits: probabilities, loss, Jacobian, and the three ways of log-softmax. In double by the twin. */
public final class SoftmaxNumbers {

    private static final Conditions NONE = new Conditions(List.of(), List.of(), false, new Seed(0));

    private final double[] logits;
    private final int right;
    private final double[] probabilities;
    private final double[] given;

    /** @param right the right class */
    public SoftmaxNumbers(double[] logits, int right) {
        this(logits, right, new double[0]);
    }

    private SoftmaxNumbers(double[] logits, int right, double[] given) {
        this.logits = logits.clone();
        this.right = right;
        this.given = given.clone();
        this.probabilities = softmax().forward(row(logits), NONE).data();
    }

    public static SoftmaxNumbers of(SoftmaxPlan plan) {
        return new SoftmaxNumbers(array(plan.logits()), plan.right(), array(plan.gradient()));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private TwinLayer softmax() {
        return Twins.layer(Softmax.RECIPE.standard(), Shape.of(logits.length));
    }

    private static DoubleTensor row(double[] values) {
        return new DoubleTensor(Shape.of(1, values.length), values.clone());
    }

    public int classes() {
        return logits.length;
    }

    public int right() {
        return right;
    }

    public double logit(int i) {
        return logits[i];
    }

    /** p_i = exp(z_i - m) / Σ_k exp(z_k - m), m the greatest logit. */
    public double probability(int i) {
        return probabilities[i];
    }

    /** The same by the float engine's plain kernel. */
    public float[] floatProbabilities() {
        float[] narrow = new float[logits.length];
        float[] result = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            narrow[i] = (float) logits[i];
        }
        try (Device device = Device.plain()) {
            device.kernels().softmax(Matrix.of(narrow, 1, narrow.length), Matrix.of(result, 1, result.length));
        }
        return result;
    }

    public double sum() {
        double sum = 0;
        for (double probability : probabilities) {
            sum += probability;
        }
        return sum;
    }

    /** The place of the greatest logit, the first of several. */
    public int greatest() {
        int greatest = 0;
        for (int i = 1; i < logits.length; i++) {
            greatest = logits[i] > logits[greatest] ? i : greatest;
        }
        return greatest;
    }

    /** Cross-entropy: -ln p of the right class, from the logits and not from the probability. */
    public double nats() {
        return -LogSoftmaxWay.MAXIMUM_OUT.of(logits, Precision.DOUBLE)[right];
    }

    /** The same in bits: nats / ln 2. */
    public double bits() {
        return nats() / Math.log(2);
    }

    /** Loss where all classes are equally likely: ln of their number. */
    public double chance() {
        return Math.log(logits.length);
    }

    /** Gradient of the loss by a logit: p_j - [j = right]. */
    public double logitGradient(int j) {
        return probabilities[j] - (j == right ? 1 : 0);
    }

    /** ∂p_i/∂z_j = p_i ([i = j] - p_j). */
    public double jacobian(int i, int j) {
        return probabilities[i] * ((i == j ? 1 : 0) - probabilities[j]);
    }

    /** The greatest magnitude among the entries: at most 1/4. */
    public double greatestEntry() {
        double greatest = 0;
        for (int i = 0; i < logits.length; i++) {
            for (int j = 0; j < logits.length; j++) {
                greatest = Math.max(greatest, Math.abs(jacobian(i, j)));
            }
        }
        return greatest;
    }

    /** How far a row of the Jacobian is from summing to 0, at most: rounding alone. */
    public double rowSumsOff() {
        double most = 0;
        for (int i = 0; i < logits.length; i++) {
            double sum = 0;
            for (int j = 0; j < logits.length; j++) {
                sum += jacobian(i, j);
            }
            most = Math.max(most, Math.abs(sum));
        }
        return most;
    }

    /** Row after row. */
    public double[] jacobian() {
        double[] all = new double[logits.length * logits.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = jacobian(i / logits.length, i % logits.length);
        }
        return all;
    }

    /** How far the product with the matrix and the one without it are apart, at most. */
    public double productsApart() {
        double[] product = product();
        double[] shortcut = shortcut();
        double most = 0;
        for (int j = 0; j < product.length; j++) {
            most = Math.max(most, Math.abs(product[j] - shortcut[j]));
        }
        return most;
    }

    /** Gradient by the probabilities: the given one, else that of -ln p of the right class. */
    public double[] gradient() {
        if (given.length > 0) {
            return given.clone();
        }
        double[] gradient = new double[logits.length];
        gradient[right] = -1 / probabilities[right];
        return gradient;
    }

    public boolean hasOwnGradient() {
        return given.length > 0;
    }

    /** Jᵀ g, entry by entry: Σ_i ∂p_i/∂z_j g_i. */
    public double[] product() {
        double[] g = gradient();
        double[] product = new double[g.length];
        for (int j = 0; j < g.length; j++) {
            for (int i = 0; i < g.length; i++) {
                product[j] += jacobian(i, j) * g[i];
            }
        }
        return product;
    }

    /** The same without the matrix, as softmax's backward has it: p_j (g_j - Σ g p). */
    public double[] shortcut() {
        return softmax().backward(row(logits), row(gradient()), NONE).input().data();
    }

    /** One cell for each way and precision, the ways from the naive one on. */
    public List<LogSoftmaxCell> ways(int label) {
        List<LogSoftmaxCell> cells = new ArrayList<>();
        for (LogSoftmaxWay way : LogSoftmaxWay.values()) {
            for (Precision precision : Precision.values()) {
                cells.add(LogSoftmaxCell.of(way, precision, logits, label));
            }
        }
        return cells;
    }
}
