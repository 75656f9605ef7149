package tadpole.engine.training;

import java.util.OptionalDouble;
import tadpole.engine.dataset.Batch;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.schedule.Move;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;

/**
 * An experiment that is tried for some steps at rates that somebody else says, and put back to its start: the same batches in the
 * same order as its run would have. The schedule does not act.
 */
final class RateTrial {

    private final Experiment experiment;
    private final Setup setup;
    private final Learner learner;
    private final Batch batch;
    private final int[] order;
    private final Checkpoint start;
    private final String before;
    private Learner.BatchStep now;
    private int step;
    private int position;

    RateTrial(Experiment experiment, Dataset dataset, Device device) throws SettingException {
        this.experiment = experiment;
        this.setup = Setup.of(experiment, dataset);
        this.learner = new Learner(setup, experiment.training(), device);
        this.batch = new Batch(setup.train(), setup.preparations(), setup.augmentations(), device);
        this.order = new int[setup.train().size()];
        this.start = new Checkpoint(setup.network(), setup.optimizer());
        this.before = start.checksum();
    }

    int stepsAnEpoch() {
        return experiment.training().stepsAnEpoch(order.length);
    }

    int samples() {
        return order.length;
    }

    private long epoch() {
        return step / stepsAnEpoch();
    }

    /** Forward and backward on the next batch; empty where it was broken off by a stop. */
    OptionalDouble learn(double rate, JobControl control) {
        if (position == order.length || step == 0) {
            position = 0;
            setup.sampler().fill(order, new Seed(experiment.seed()).derive("order").derive(epoch()));
        }
        int count = Math.min(experiment.training().batch(), order.length - position);
        batch.fill(order, position, count, new Seed(experiment.seed()).derive("augment").derive(epoch()));
        now = learner.step(batch, new Seed(experiment.seed()).derive("step").derive(step), new Move(rate, OptionalDouble.empty()));
        return learner.learn(now, control) ? OptionalDouble.of(now.batchLoss()) : OptionalDouble.empty();
    }

    /** Makes the step that was learned. @return whether it was made; not where it was broken off by a stop */
    boolean update(JobControl control) {
        if (!learner.update(now, control)) {
            return false;
        }
        step++;
        position = Math.min(order.length, position + experiment.training().batch());
        return true;
    }

    /** Back to the very start. */
    void restore() {
        start.restore();
        learner.forget();
        step = 0;
        position = 0;
    }

    /** Of everything at the start. */
    String before() {
        return before;
    }

    /** Of everything as it is now. */
    String checksum() {
        return start.checksum();
    }
}
