package tadpole.engine.doctor;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.dataset.Batch;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Squares;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Setup;

/**
 * What goes through a network when it is asked about some training images.
 *
 * @param images how many
 * @param layers of each stage but those computed together with the ReLU behind them
 */
record Probe(int images, List<OfLayer> layers) {

    private static final int MOST = 256;

    Probe {
        layers = List.copyOf(layers);
    }

    /**
     * @param deviation of all numbers that it gives
     * @param units     of a ReLU: how many, a channel being one; else 0
     * @param silent    how many of them are zero for every image
     * @param flat      of a sigmoid or tanh: share of the numbers within a hundredth of its ends; else 0
     */
    record OfLayer(String name, String type, double deviation, boolean finite, int units, int silent, double flat) {}

    /** Asks without learning; keeps its buffers. */
    static final class Asker {

        private final Network network;
        private final Batch batch;
        private final Pass pass;

        Asker(Setup setup, Device device) {
            network = setup.network();
            batch = new Batch(setup.train(), setup.preparations());
            int[] order = Inputs.places(setup.train(), MOST).toArray();
            batch.fill(order, 0, order.length);
            pass = Pass.evaluation(device);
        }

        Probe ask() {
            network.forward(batch.inputs(), pass);
            List<OfLayer> layers = new ArrayList<>();
            List<Network.Stage> stages = network.stages();
            for (int i = 0; i < stages.size(); i++) {
                // A layer may have been computed together with the ReLU behind it.
                if (i + 1 == stages.size() || !stages.get(i + 1).spec().type().equals("relu")) {
                    layers.add(measure(stages.get(i), network.output(stages.get(i).name(), pass)));
                }
            }
            return new Probe(batch.size(), layers);
        }

        private static OfLayer measure(Network.Stage stage, Tensor output) {
            double squares = Squares.sum(output.data(), output.size());
            double mean = sum(output) / output.size();
            double deviation = Math.sqrt(Math.max(0, squares / output.size() - mean * mean));
            String type = stage.spec().type();
            int units = type.equals("relu") ? stage.output().at(0) : 0;
            return new OfLayer(stage.name(), type, deviation, Double.isFinite(squares), units, units == 0 ? 0 : silent(output, units), flat(type, output));
        }

        /** Two sums at once: one chain of additions would wait for itself. */
        private static double sum(Tensor output) {
            float[] data = output.data();
            double even = 0;
            double odd = 0;
            int i = 0;
            for (; i + 1 < output.size(); i += 2) {
                even += data[i];
                odd += data[i + 1];
            }
            return even + odd + (i < output.size() ? data[i] : 0);
        }

        private static int silent(Tensor output, int units) {
            int images = output.shape().at(0);
            int each = output.size() / images / units;
            int silent = 0;
            for (int unit = 0; unit < units; unit++) {
                silent += speaks(output.data(), unit * each, each, units * each, output.size()) ? 0 : 1;
            }
            return silent;
        }

        /** Most say so at the first image. */
        private static boolean speaks(float[] data, int from, int each, int apart, int size) {
            for (int image = from; image < size; image += apart) {
                for (int i = image; i < image + each; i++) {
                    if (data[i] > 0) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static double flat(String type, Tensor output) {
            if (!type.equals("sigmoid") && !type.equals("tanh")) {
                return 0;
            }
            double low = type.equals("sigmoid") ? 0 : -1;
            int flat = 0;
            for (int i = 0; i < output.size(); i++) {
                flat += output.data()[i] < low + 0.01 || output.data()[i] > 0.99 ? 1 : 0;
            }
            return (double) flat / output.size();
        }
    }

    /** Units of all ReLUs. */
    int units() {
        return layers.stream().mapToInt(OfLayer::units).sum();
    }

    int silent() {
        return layers.stream().mapToInt(OfLayer::silent).sum();
    }
}
