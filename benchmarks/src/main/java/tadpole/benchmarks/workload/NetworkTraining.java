package tadpole.benchmarks.workload;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.List;
import tadpole.benchmarks.torch.Torch;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;

/**
 * Steps of training a classifier: forward, cross-entropy, backward, plain SGD, the loss read each step.
 *
 * @param layers Tadpole's
 * @param model  PyTorch's, from the same parameters in the same order
 */
record NetworkTraining(Samples samples, List<Spec> layers, Model model, float rate) {

    /** A network as PyTorch's functions. */
    @FunctionalInterface
    interface Model {
        PtNDArray outputs(PtNDArray x, List<PtNDArray> parameters);
    }

    Side tadpole(Device device) {
        return new TadpoleTraining(network(), samples, rate, device);
    }

    Side torch(Torch torch) {
        return new TorchTraining(torch.parameters(network()), samples, model, rate, torch);
    }

    private Network network() {
        try {
            return Network.build(samples.sample(), layers, new Seed(1));
        } catch (SettingException mistake) {
            throw new IllegalArgumentException(mistake);
        }
    }
}
