package tadpole.engine.inspect;

import java.util.List;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Split;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * W x + b with W and b drawn from N(0, deviation), as the first lesson begins: what training starts from in
 * {@link SoftmaxPicture#experiment}. Shapes: W [classes, inputs], b [classes].
 */
public final class RandomClassifier {

    private final Tensor weight;
    private final float[] bias;

    private RandomClassifier(Tensor weight, float[] bias) {
        this.weight = weight;
        this.bias = bias;
    }

    /** @param input shape of one prepared sample */
    static RandomClassifier of(SoftmaxPicture plan, Shape input, int classes, long seed) throws SettingException {
        Network network = Network.build(input, plan.experiment(classes).layers(), new Seed(seed).derive("network"));
        return new RandomClassifier(network.parameters().getFirst().value(), plan.biases(classes, seed));
    }

    public int classes() {
        return bias.length;
    }

    public int inputs() {
        return weight.size() / bias.length;
    }

    public double weight(int out, int in) {
        return weight.data()[out * inputs() + in];
    }

    public double bias(int out) {
        return bias[out];
    }

    float[] weights() {
        return weight.data();
    }

    float[] biases() {
        return bias;
    }

    /** W x + b in double. */
    double[] logits(float[] x) {
        double[] logits = new double[bias.length];
        for (int o = 0; o < bias.length; o++) {
            for (int i = 0; i < inputs(); i++) {
                logits[o] += weight(o, i) * x[i];
            }
            logits[o] += bias[o];
        }
        return logits;
    }

    /** One sample as the classifier is given it. */
    static float[] prepared(Split split, int index, List<Preparation> steps) {
        float[] values = new float[split.shape().size()];
        split.read(index, values, 0);
        Preparations.apply(steps, values, split.shape());
        return values;
    }

    /** The steps between the data set's pixels and what the plan gives the classifier. */
    static List<Preparation> steps(SoftmaxPicture plan, Dataset dataset) throws SettingException {
        return Preparations.make(plan.prepare(), dataset.train());
    }
}
