package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Shape;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.Gradients;

/** Gradients of a layer's own weights and bias that are wrong; what goes back through it is right. */
final class WrongParameters {

    static final Mistake FIRST_BIAS = new LayerMistake(
            new MistakeText("missingBiasSum", "Bias gradient of the first sample only",
                    "Look at the biases, and count the samples.",
                    "db is the sum of dy over the batch, but only the first sample is taken. With one sample nobody would see it.", ""),
            List.of(), WrongParameters::firstBias);

    static final Mistake SHIFTED_BIAS = new LayerMistake(
            new MistakeText("biasRow", "Bias row off by one",
                    "Every number is there, but does it stand in its place?",
                    "Each unit gets the bias gradient of its neighbor. The length of the gradient is right, so only the comparison number by number shows it.", ""),
            List.of(), WrongParameters::shiftedBias);

    static final Mistake SIGN = new LayerMistake(
            new MistakeText("sign", "Wrong sign",
                    "Descent climbs in one layer.",
                    "dW has the wrong sign: a = -n, so |a - n| / (|a| + |n|) is exactly 1 in every weight of this layer, and only there.", ""),
            List.of(Linear.RECIPE.type(), Conv2d.RECIPE.type()), WrongParameters::sign);

    private WrongParameters() {}

    private static WrongBackward.Way firstBias(Network.Stage stage) {
        int bias = LayerMistake.bias(stage);
        return (right, x, dy, conditions) -> {
            Gradients first = right.backward(sample(x), sample(dy), conditions);
            return replaced(right.backward(x, dy, conditions), bias, first.parameters().get(bias));
        };
    }

    private static DoubleTensor sample(DoubleTensor batch) {
        Shape shape = batch.shape().perSample();
        return new DoubleTensor(shape.batchOf(1), Arrays.copyOf(batch.data(), shape.size()));
    }

    private static WrongBackward.Way shiftedBias(Network.Stage stage) {
        int bias = LayerMistake.bias(stage);
        return (right, x, dy, conditions) -> {
            Gradients gradients = right.backward(x, dy, conditions);
            DoubleTensor db = gradients.parameters().get(bias);
            DoubleTensor shifted = DoubleTensor.zeros(db.shape());
            for (int o = 0; o < db.size(); o++) {
                shifted.set(o, db.at((o + 1) % db.size()));
            }
            return replaced(gradients, bias, shifted);
        };
    }

    private static WrongBackward.Way sign(Network.Stage stage) {
        return (right, x, dy, conditions) -> {
            Gradients gradients = right.backward(x, dy, conditions);
            DoubleTensor dw = gradients.parameters().getFirst().copy();
            for (int i = 0; i < dw.size(); i++) {
                dw.set(i, -dw.at(i));
            }
            return replaced(gradients, 0, dw);
        };
    }

    private static Gradients replaced(Gradients gradients, int parameter, DoubleTensor by) {
        List<DoubleTensor> parameters = new ArrayList<>(gradients.parameters());
        parameters.set(parameter, by);
        return new Gradients(gradients.input(), parameters);
    }
}
