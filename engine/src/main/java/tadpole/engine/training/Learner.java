package tadpole.engine.training;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tadpole.engine.dataset.Batch;
import tadpole.engine.job.JobControl;
import tadpole.engine.layer.Pass;
import tadpole.engine.loss.Target;
import tadpole.engine.optimizer.Step;
import tadpole.engine.schedule.Move;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Tensor;

/** One batch at a time, from its images to the update: what a run and the search for a rate have in common. */
final class Learner {

    private Setup setup;
    private GradientTreatment treatment;
    private StaleGradients stale;
    private final Device device;
    private final Pass pass;
    private final Pass judging;
    private final Unmoved unmoved;

    Learner(Setup setup, TrainingPlan plan, Device device) {
        this.setup = setup;
        this.treatment = GradientTreatment.of(plan);
        this.stale = stale(setup, plan);
        this.device = device;
        this.pass = Pass.training(device);
        this.judging = Pass.training(device);
        this.unmoved = new Unmoved(setup.network());
    }

    private static StaleGradients stale(Setup setup, TrainingPlan plan) {
        return new StaleGradients(setup.network().parameters().stream().filter(each -> !plan.zeroes(each)).toList());
    }

    /** Between two steps: goes on with other settings for the same network; what piled up in gradients that are still not zeroed stays. */
    void change(Setup other, TrainingPlan plan) {
        setup = other;
        treatment = GradientTreatment.of(plan);
        StaleGradients before = stale;
        stale = stale(other, plan);
        stale.restore(before.state());
    }

    /** What piled up in gradients that are not zeroed; its own tensors. */
    Map<String, Tensor> stale() {
        return stale.state();
    }

    void restoreStale(Map<String, Tensor> state) {
        stale.restore(state);
    }

    /**
     * @param seed  of this step, for what is drawn in it
     * @param move  rate and momentum
     */
    BatchStep step(Batch batch, Seed seed, Move move) {
        return new BatchStep(batch, batch.target(), seed, move);
    }

    /**
     * Forward and backward; a loss that is no number has no gradients.
     *
     * @return whether it was done; one broken off by a stop leaves the network as it was
     */
    boolean learn(BatchStep step, JobControl control) {
        unmoved.keep();
        if (!device.runUntil(control::isStopped, step::learn)) {
            unmoved.restore();
            return false;
        }
        return true;
    }

    /**
     * The optimizer's step. One that asks the batch again may take long: it can be broken off too.
     *
     * @return whether it was made; one broken off by a stop leaves the network as it was
     */
    boolean update(BatchStep step, JobControl control) {
        if (!setup.optimizer().evaluates()) {
            setup.optimizer().step(step);
            return true;
        }
        unmoved.keepParameters();
        if (!device.runUntil(control::isStopped, () -> setup.optimizer().step(step))) {
            unmoved.restore();
            return false;
        }
        return true;
    }

    /** As before the first step. */
    void forget() {
        stale.forget();
    }

    /** The batch as an optimizer sees it. */
    final class BatchStep implements Step {

        private final Batch batch;
        private final Target target;
        private final Seed seed;
        private final Move move;
        private double loss;
        private int correct;
        private double descended;

        private BatchStep(Batch batch, Target target, Seed seed, Move move) {
            this.batch = batch;
            this.target = target;
            this.seed = seed;
            this.move = move;
        }

        /** Mean over the batch, before the update, without penalties. */
        double batchLoss() {
            return loss;
        }

        /** {@link Evaluation#NO_CLASSES} where numbers are to come out. */
        int correct() {
            return correct;
        }

        private void learn() {
            pass.begin(seed);
            Tensor outputs = setup.network().forward(batch.inputs(), pass);
            loss = setup.loss().forward(outputs, target, judging);
            if (!Double.isFinite(loss)) {
                return;
            }
            correct = Answers.correct(outputs, target);
            descended = backward(outputs, loss);
        }

        private double backward(Tensor outputs, double mean) {
            setup.network().clearGradients();
            setup.network().backward(setup.loss().backward(outputs, target, judging), pass);
            double descends = treatment.apply(parameters(), mean, target.size(), device);
            stale.pileUp(device);
            treatment.clip(parameters(), device);
            return descends;
        }

        @Override
        public List<Parameter> parameters() {
            return setup.network().parameters();
        }

        @Override
        public double rate() {
            return move.rate();
        }

        @Override
        public OptionalDouble momentum() {
            return move.momentum();
        }

        @Override
        public Device device() {
            return device;
        }

        @Override
        public double loss() {
            return descended;
        }

        @Override
        public double evaluate() {
            pass.begin(seed);
            Tensor outputs = setup.network().forward(batch.inputs(), pass);
            return backward(outputs, setup.loss().forward(outputs, target, judging));
        }
    }
}
