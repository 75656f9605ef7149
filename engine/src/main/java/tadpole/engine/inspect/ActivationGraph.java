package tadpole.engine.inspect;

import java.util.Arrays;
import java.util.stream.IntStream;
import tadpole.engine.layer.Layer;
import tadpole.engine.layer.Layers;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * An activation over a range, as the engine's own layer computes it: its values forward, its slopes backward from a gradient of ones.
 *
 * @param x in float, as the layer is given them
 */
public record ActivationGraph(Spec activation, double[] x, double[] value, double[] slope) {

    /**
     * Evenly from one end to the other, both among them.
     *
     * @throws SettingException where there is no such activation
     */
    public static ActivationGraph over(Spec activation, double from, double to, int count, Device device) throws SettingException {
        return at(activation, IntStream.range(0, count).mapToDouble(i -> from + (to - from) * i / (count - 1)).toArray(), device);
    }

    public static ActivationGraph at(Spec activation, double[] places, Device device) throws SettingException {
        float[] x = floats(places);
        Shape shape = Shape.of(x.length);
        Layer layer = Recipe.find(Layers.ACTIVATIONS, "activation", activation.type()).maker()
                .make("activation", activation.settings(), shape, new Seed(0));
        Pass pass = Pass.evaluation(device).withInputGradient();
        Tensor y = layer.forward(Tensor.of(Shape.of(1, x.length), x), pass);
        double[] values = doubles(y.data(), x.length);
        float[] ones = new float[x.length];
        Arrays.fill(ones, 1);
        Tensor slopes = layer.backward(Tensor.of(Shape.of(1, x.length), ones), pass);
        return new ActivationGraph(activation, doubles(x, x.length), values, doubles(slopes.data(), x.length));
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double[] doubles(float[] values, int count) {
        return IntStream.range(0, count).mapToDouble(i -> values[i]).toArray();
    }
}
