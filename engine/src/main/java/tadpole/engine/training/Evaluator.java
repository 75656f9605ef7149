package tadpole.engine.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tadpole.engine.dataset.Batch;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Split;
import tadpole.engine.job.JobControl;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.loss.Loss;
import tadpole.engine.loss.Target;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** Runs a network over all samples of a split, without learning. */
public final class Evaluator {

    private static final int BATCH = 250;

    /** Told the class that each sample is given, in their order; nothing where numbers are to come out. */
    public interface Listener {
        void answered(int sample, int answer);
    }

    private final Split split;
    private final Loss loss;
    private final Device device;
    private final Batch batch;
    private final Pass forward;
    private final Pass judging;
    private final int[] order;
    private Tensor outputs = Tensor.NONE;
    private double lossOfBatch;
    private int correctOfBatch;

    public Evaluator(Split split, List<Preparation> preparations, Loss loss, Device device) {
        this.split = split;
        this.loss = loss;
        this.device = device;
        this.batch = new Batch(split, preparations);
        this.forward = Pass.evaluation(device);
        this.judging = Pass.evaluation(device);
        this.order = new int[split.size()];
        Arrays.setAll(order, i -> i);
    }

    /** The figures over all samples; nothing when it was stopped on the way. */
    public Optional<Evaluation> evaluate(Network network, JobControl control) {
        return evaluate(network, control, (_, _) -> {});
    }

    /** The same, telling what was answered batch by batch. */
    public Optional<Evaluation> evaluate(Network network, JobControl control, Listener listener) {
        double sum = 0;
        int correct = 0;
        int most = Math.max(1, Math.min(BATCH, Integer.MAX_VALUE / largest(network)));
        for (int from = 0; from < split.size(); from += most) {
            if (!control.proceedWithin()) {
                return Optional.empty();
            }
            int count = Math.min(most, split.size() - from);
            batch.fill(order, from, count);
            if (!device.runUntil(control::isStopped, () -> judge(network))) {
                return Optional.empty();
            }
            for (int i = 0; i < count && correctOfBatch != Evaluation.NO_CLASSES; i++) {
                listener.answered(from + i, Answers.answer(outputs, i));
            }
            sum += lossOfBatch * count;
            correct = correctOfBatch == Evaluation.NO_CLASSES ? Evaluation.NO_CLASSES : correct + correctOfBatch;
        }
        return Optional.of(new Evaluation(sum / split.size(), correct, split.size()));
    }

    /** Numbers of the largest thing that goes from layer to layer; a whole chunk of it must fit into one tensor. */
    private static int largest(Network network) {
        return Math.max(network.output().size(), network.stages().stream().mapToInt(stage -> stage.input().size()).max().orElse(1));
    }

    private void judge(Network network) {
        outputs = network.forward(batch.inputs(), forward);
        Target target = batch.target();
        lossOfBatch = loss.forward(outputs, target, judging);
        correctOfBatch = Answers.correct(outputs, target);
    }
}
