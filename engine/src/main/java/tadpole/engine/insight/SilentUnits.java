package tadpole.engine.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tadpole.engine.dataset.Batch;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Split;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Relu;
import tadpole.engine.layer.ResidualBlock;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.TrainedNetwork;

/**
 * Looks for ReLU units that are never above zero, on the first of some samples. Behind a layer that computes its ReLU on the way only the
 * ReLU's own output is there, and it is all that is needed. Nobody may write into the network meanwhile.
 */
public final class SilentUnits implements Job<Silence> {

    /** Numbers of one layer's output that a batch may have, and so a bound on the memory. */
    private static final int MOST_NUMBERS = 8_000_000;
    private static final int MOST_BATCH = 100;

    private final Network network;
    private final Split samples;
    private final List<Preparation> preparations;
    private final Device device;
    private final int most;

    /** @param most samples to ask, from the first on */
    public SilentUnits(Network network, Split samples, List<Preparation> preparations, Device device, int most) {
        this.network = network;
        this.samples = samples;
        this.preparations = preparations;
        this.device = device;
        this.most = Math.min(most, samples.size());
    }

    /** On the samples that a network is tried on. */
    public static SilentUnits of(TrainedNetwork trained, Device device, int most) {
        return new SilentUnits(trained.network(), trained.samples(), trained.setup().preparations(), device, most);
    }

    /** One ReLU and where its output is found after a forward. */
    private record Ear(String layer, Shape shape, boolean[] spoke, Function<Pass, Tensor> output) {

        private void listen(Pass pass, int count) {
            float[] heard = output.apply(pass).data();
            int size = shape.size();
            for (int sample = 0; sample < count; sample++) {
                for (int i = 0; i < size; i++) {
                    spoke[i] |= heard[sample * size + i] > 0;
                }
            }
        }
    }

    @Override
    public String name() {
        return "Looking for silent units";
    }

    /** Stopped on the way it gives what the samples so far said. */
    @Override
    public JobOutcome<Silence> run(JobControl control) {
        List<Ear> ears = new ArrayList<>();
        place(ears, "", network, pass -> pass);
        Batch batch = new Batch(samples, preparations);
        Pass pass = Pass.evaluation(device);
        int[] order = new int[samples.size()];
        Arrays.setAll(order, i -> i);
        int atOnce = Math.clamp(MOST_NUMBERS / largest(network), 1, MOST_BATCH);
        int done = 0;
        while (done < most && !ears.isEmpty()) {
            if (!control.proceed()) {
                return new JobOutcome.Stopped<>(silence(ears, done));
            }
            int count = Math.min(atOnce, most - done);
            batch.fill(order, done, count);
            if (!device.runUntil(control::isStopped, () -> network.forward(batch.inputs(), pass))) {
                return new JobOutcome.Stopped<>(silence(ears, done));
            }
            ears.forEach(each -> each.listen(pass, count));
            done += count;
            control.report(new Progress(done, most, "%d of %d images".formatted(done, most)));
        }
        return new JobOutcome.Finished<>(silence(ears, most));
    }

    private Silence silence(List<Ear> ears, int asked) {
        return new Silence(asked, samples.size(), ears.stream().map(each -> new LayerSilence(each.layer(), each.shape(), each.spoke().clone())).toList());
    }

    private static int largest(Network network) {
        return network.stages().stream().mapToInt(each -> Math.max(each.input().size(), each.output().size())).max().orElse(1);
    }

    /** @param there from the outermost pass to that of the network */
    private static void place(List<Ear> ears, String prefix, Network network, Function<Pass, Pass> there) {
        for (Network.Stage stage : network.stages()) {
            String name = prefix + stage.name();
            if (stage.layer() instanceof ResidualBlock block) {
                place(ears, name + ".body.", block.networks().get("body"), pass -> there.apply(pass).child(stage.name(), false).child("body", false));
            }
            if (stage.layer() instanceof Relu || stage.layer() instanceof ResidualBlock) {
                ears.add(new Ear(name, stage.output(), new boolean[stage.output().size()], pass -> network.output(stage.name(), there.apply(pass))));
            }
        }
    }
}
