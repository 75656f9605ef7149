package tadpole.engine.language;

import java.util.OptionalDouble;
import tadpole.engine.job.JobControl;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Reads a whole text as one stream, its state carried from the first token on, and measures how surprised the network was. */
final class TextJudge {

    /** Places that are computed at once; more would only take more memory. */
    static final int CHUNK = 128;

    /** Sees what came out at each place; the arrays are good until it returns. */
    interface Reader {

        /**
         * @param logProbabilities of the token after the place, those of place i from i vocabulary on
         * @param pass             knows what every stage gave
         */
        void read(int from, int count, float[] logProbabilities, Pass pass);
    }

    private final Network network;
    private final Device device;
    private final Pass pass;
    private final float[] inputs = new float[CHUNK];

    TextJudge(Network network, Device device) {
        this.network = network;
        this.device = device;
        this.pass = Pass.evaluation(device);
        pass.carryStates(true);
    }

    /** The mean of -ln p(token) over all tokens but the first, in nats; empty where it was stopped or there is nothing to predict. */
    OptionalDouble nats(int[] ids, JobControl control) {
        double[] sum = {0};
        int vocabulary = network.output().at(1);
        boolean whole = read(ids, control, (from, count, logProbabilities, _) -> {
            for (int i = 0; i < count; i++) {
                sum[0] -= logProbabilities[i * vocabulary + ids[from + i + 1]];
            }
        });
        return whole && ids.length > 1 ? OptionalDouble.of(sum[0] / (ids.length - 1)) : OptionalDouble.empty();
    }

    /** @return whether the text was read to its end */
    boolean read(int[] ids, JobControl control, Reader reader) {
        int vocabulary = network.output().at(1);
        pass.forgetStates();
        for (int from = 0; from < ids.length - 1; from += CHUNK) {
            if (!control.proceedWithin()) {
                return false;
            }
            int count = Math.min(CHUNK, ids.length - 1 - from);
            for (int i = 0; i < count; i++) {
                inputs[i] = ids[from + i];
            }
            Tensor scores = network.forward(Tensor.of(Shape.of(1, count), inputs), pass);
            Tensor logProbabilities = pass.buffer("judged", Shape.of(count, vocabulary));
            device.kernels().logSoftmax(Matrix.of(scores.data(), count, vocabulary), Matrix.of(logProbabilities.data(), count, vocabulary));
            reader.read(from, count, logProbabilities.data(), pass);
        }
        return true;
    }
}
