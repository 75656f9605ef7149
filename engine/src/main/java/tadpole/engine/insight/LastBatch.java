package tadpole.engine.insight;

import tadpole.engine.dataset.Batch;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Setup;
import tadpole.engine.training.TrainedNetwork;

/**
 * Gradients of the loss by the weights as they are at one moment, over the batch that was learned from last: without penalties and clipping,
 * which belong to the optimizer's step. At the very start it is the batch that comes first.
 *
 * @param network that the gradients stand in, a copy of the one given
 * @param loss    mean over the batch
 * @param samples of the batch
 */
public record LastBatch(Network network, double loss, int samples) {

    /**
     * Where the size of the batches was changed by hand while it ran, it is the batch that would have been learned from without that.
     *
     * @param step how many steps were made
     * @param size of a batch
     */
    public static LastBatch of(TrainedNetwork trained, long step, int size, Device device) {
        Setup setup = trained.setup();
        int all = setup.train().size();
        long before = Math.max(0, step - 1);
        int anEpoch = Math.ceilDiv(all, size);
        long epoch = before / anEpoch;
        int from = (int) (before % anEpoch) * size;
        Seed seed = new Seed(trained.experiment().seed());
        int[] order = new int[all];
        setup.sampler().fill(order, seed.derive("order").derive(epoch));
        Batch batch = new Batch(setup.train(), setup.preparations(), setup.augmentations(), device);
        Network network = trained.copy();
        batch.fill(order, from, Math.min(size, all - from), seed.derive("augment").derive(epoch));
        Pass pass = Pass.training(device);
        Pass judging = Pass.training(device);
        pass.begin(seed.derive("step").derive(before));
        Tensor outputs = network.forward(batch.inputs(), pass);
        double loss = setup.loss().forward(outputs, batch.target(), judging);
        network.clearGradients();
        network.backward(setup.loss().backward(outputs, batch.target(), judging), pass);
        return new LastBatch(network, loss, batch.size());
    }
}
