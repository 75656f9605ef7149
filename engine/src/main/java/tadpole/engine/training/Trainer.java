package tadpole.engine.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tadpole.engine.dataset.Batch;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Course;
import tadpole.engine.schedule.Move;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.TrainingEvent.Changed;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.HeldOut;
import tadpole.engine.training.TrainingEvent.Stepped;

/**
 * Trains the network of an experiment: batch, forward, loss, backward, update, and after each epoch a look at held-out
 * samples. Every step is an event, told on the training thread. A trainer runs once.
 */
public final class Trainer implements Job<TrainingResult> {

    private final Experiment experiment;
    private volatile Setup setup;
    private final Device device;
    private final Consumer<TrainingEvent> listener;
    private final Wishes wishes = new Wishes();
    private final Learner learner;
    private final Batch batch;
    private final int[] order;
    private final Best best = new Best();
    private final Optional<Evaluator> heldOut;
    private final List<Onlooker> onlookers = new CopyOnWriteArrayList<>();

    private LiveSettings live;
    private long step;
    private int epoch;
    private int position;
    private double lossSum;
    private int correctSum;
    private Evaluation train = new Evaluation(0, 0, 0);
    private Optional<Stopwatch> stopwatch = Optional.empty();
    private double secondsBefore;
    private Optional<Moment> last = Optional.empty();
    private boolean unjudged;
    private String ending = "";

    /**
     * Builds the parts at their start.
     *
     * @param listener told every event, on the training thread
     * @throws SettingException where the parts do not fit each other or the data
     */
    public Trainer(Experiment experiment, Dataset dataset, Device device, Consumer<TrainingEvent> listener)
            throws SettingException {
        this(experiment, Setup.of(experiment, dataset), device, listener);
    }

    /** @param setup at its start */
    Trainer(Experiment experiment, Setup setup, Device device, Consumer<TrainingEvent> listener) {
        this.experiment = experiment;
        this.device = device;
        this.listener = listener;
        this.setup = setup;
        this.learner = new Learner(setup, experiment.training(), device);
        this.batch = new Batch(setup.train(), setup.preparations(), setup.augmentations(), device);
        this.order = new int[setup.train().size()];
        this.heldOut = setup.heldOut().map(this::evaluator);
        this.live = new LiveSettings(experiment, experiment.training().batch());
    }

    /**
     * Goes on from a recorded moment: with its own {@linkplain Moment#experiment experiment} to the same bits as the run that it is of, with
     * another one as a branch of that run. Every setting is that of the experiment given: rate, loss, schedule, data, layers of the
     * same parameters. An optimizer of another type begins anew with what it remembers, one of the same type with other settings
     * goes on. Epochs are counted from the start of the first run, and a schedule over the whole run is laid over the new length.
     *
     * @throws SettingException where the parts do not fit each other, the data, or the moment
     */
    public Trainer(Experiment experiment, Dataset dataset, Device device, Consumer<TrainingEvent> listener, Moment from) throws SettingException {
        this(experiment, Setup.of(experiment, dataset), device, listener);
        goTo(from);
    }

    private void goTo(Moment from) throws SettingException {
        GoingOn parts = new GoingOn(from, setup);
        parts.network();
        parts.optimizer(experiment.optimizer());
        parts.stale(learner);
        live = new LiveSettings(experiment, experiment.training().batch() == from.batchSize() ? from.plannedBatch() : experiment.training().batch());
        step = from.step();
        epoch = from.epoch();
        position = Math.min(from.position(), order.length);
        lossSum = from.tally().lossSum();
        correctSum = from.tally().correct();
        train = from.tally().train();
        secondsBefore = from.tally().seconds();
        if (from.experiment().training().watchesAccuracy() == experiment.training().watchesAccuracy()
                && from.experiment().data().equals(experiment.data()) && from.experiment().loss().equals(experiment.loss())) {
            from.best().ifPresent(told -> best.take(told, from.tensors(Moment.BEST)));
        }
    }

    /**
     * Where it is, copied; on the training thread, or while no step is made. After the run it is the last step's, also where the network
     * was given the weights of the best epoch then.
     */
    public Moment moment() {
        return last.orElseGet(this::copy);
    }

    private Moment copy() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        setup.network().state().forEach(each -> tensors.put(Moment.NETWORK + each.name(), each.tensor().copy()));
        setup.optimizer().state().forEach((name, tensor) -> tensors.put(Moment.OPTIMIZER + name, tensor.copy()));
        learner.stale().forEach((name, tensor) -> tensors.put(Moment.STALE + name, tensor.copy()));
        best.weights().forEach((name, tensor) -> tensors.put(Moment.BEST + name, tensor));
        return new Moment(step, unjudged ? epoch - 1 : epoch, unjudged ? order.length : position, live.experiment(), live.plannedBatch(),
                new Moment.Tally(lossSum, correctSum, train, seconds()), best.told(), tensors);
    }

    /** Of work so far, pauses left out; on the training thread. */
    public double seconds() {
        return stopwatch.map(Stopwatch::seconds).orElse(secondsBefore);
    }

    /** Before the run begins, or on the training thread. */
    public void watch(Onlooker onlooker) {
        onlookers.add(onlooker);
    }

    /** How many steps were made; on the training thread. */
    public long step() {
        return step;
    }

    @Override
    public String name() {
        return "Training " + experiment.name();
    }

    public Setup setup() {
        return setup;
    }

    public Experiment experiment() {
        return experiment;
    }

    /** With the settings in use, those changed while it runs among them; any thread. */
    public Experiment inUse() {
        return live.experiment();
    }

    public int stepsAnEpoch() {
        return live.planned().stepsAnEpoch(order.length);
    }

    /** How many steps the whole run takes at the experiment's batch size. */
    public long plannedSteps() {
        return live.planned().plannedSteps(order.length);
    }

    /**
     * Holds from the next step on; any thread.
     *
     * @throws IllegalArgumentException outside of the bounds of {@link Optimizers#RATE}
     */
    public void changeRate(double newRate) {
        wishes.rate(newRate);
    }

    /**
     * Holds from the next step on; any thread. What was planned in steps stays as it was.
     *
     * @throws IllegalArgumentException outside of the bounds of {@link TrainingPlan#BATCH}
     */
    public void changeBatchSize(int newSize) {
        wishes.batchSize(newSize);
    }

    /**
     * Holds from the next step on, its rate too; any thread. One of the same type goes on with what it remembers, another type
     * begins anew.
     *
     * @throws IllegalArgumentException where there is no such optimizer
     */
    public void changeOptimizer(Spec other) {
        wishes.optimizer(other);
    }

    /**
     * Holds from the next step on; any thread. It goes on at the same step.
     *
     * @throws IllegalArgumentException where there is no such schedule, or its settings do not fit each other
     */
    public void changeSchedule(Spec other) {
        wishes.schedule(other);
    }

    /** Takes over all settings but the order of the samples. Holds from the next step on, at the end of an epoch for its length; any thread. */
    public void changePlan(TrainingPlan other) {
        wishes.plan(other);
    }

    /**
     * Sets one number of a parameter by hand; holds from the next step on; any thread.
     *
     * @param name  such as "linear1.weight"
     * @param index row by row
     * @throws IllegalArgumentException where there is no such number, or the value is not finite in float
     */
    public void changeWeight(String name, int index, double value) {
        wishes.weight(setup.network().parameters(), name, index, value);
    }

    @Override
    public JobOutcome<TrainingResult> run(JobControl control) {
        Stopwatch clock = new Stopwatch(control, secondsBefore);
        stopwatch = Optional.of(clock);
        try {
            train(clock);
            keepBest(clock);
            TrainingResult result = result(clock);
            if (clock.wasStopped()) {
                return new JobOutcome.Stopped<>(result);
            }
            requireFinite(result);
            return new JobOutcome.Finished<>(result);
        } catch (DivergedException diverged) {
            return new JobOutcome.Failed<>(diverged.getMessage(), diverged);
        } catch (ShapeException misfit) {
            return new JobOutcome.Failed<>(misfit.getMessage(), misfit);
        }
    }

    /** The last step may have been the one too much, with no next one to notice. */
    private void requireFinite(TrainingResult result) throws DivergedException {
        if (!result.network().state().stream().allMatch(each -> each.tensor().isFinite())) {
            throw new DivergedException(Divergence.explain(result.network(), Double.NaN, step, live.rate()));
        }
        for (Evaluation held : Stream.concat(result.validation().stream(), result.test().stream()).toList()) {
            if (!Double.isFinite(held.loss())) {
                throw new DivergedException(Divergence.explain(result.network(), held.loss(), step, live.rate()));
            }
        }
    }

    private void train(Stopwatch control) throws DivergedException {
        while (goesOn()) {
            setup.sampler().fill(order, new Seed(experiment.seed()).derive("order").derive(epoch));
            while (position < order.length) {
                applyChanges();
                if (live.planned().steps() > 0 && step >= live.planned().steps()) {
                    ending = "Reached %s.".formatted(counted(step, "step"));
                    return;
                }
                if (!control.proceed()) {
                    return;
                }
                if (!step(control)) {
                    return;
                }
                control.report(progress());
            }
            epoch++;
            position = 0;
            Optional<HeldOut> heldOut = lookAtHeldOut(control);
            unjudged = heldOut.isEmpty() && this.heldOut.isPresent();
            if (patience() > 0) {
                heldOut.ifPresent(now -> best.consider(setup.network(), now.evaluation(), epoch, live.planned().watchesAccuracy()));
            }
            EpochEnded ended = new EpochEnded(step, epoch, train, heldOut, control.seconds());
            listener.accept(ended);
            onlookers.forEach(each -> each.afterEpoch(this, ended));
        }
    }

    /** Asked between two epochs, and at the start. */
    private boolean goesOn() {
        applyChanges();
        if (position == 0 && patience() > 0 && best.epoch() > 0 && epoch - best.epoch() >= patience()) {
            ending = "No better for %s.".formatted(counted(patience(), "epoch"));
            return false;
        }
        ending = "Finished %s.".formatted(counted(epoch, "epoch"));
        return epoch < live.planned().epochs();
    }

    private int patience() {
        return live.planned().patience();
    }

    private static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** However the run ended, but not after a stop: who stops wants what is there. */
    private void keepBest(Stopwatch control) {
        if (control.wasStopped() || patience() == 0 || best.epoch() == 0 || (best.epoch() == epoch && position == 0)) {
            return;
        }
        last = Optional.of(copy());
        best.restore(setup.network());
        ending = ending.substring(0, ending.length() - 1) + "; kept the weights of epoch %d.".formatted(best.epoch());
    }

    /** In samples, or in steps where their limit ends the run before its epochs do. */
    private Progress progress() {
        int epochs = live.planned().epochs();
        if (plannedSteps() < (long) epochs * stepsAnEpoch()) {
            return new Progress(step, plannedSteps(), "step %d of %d".formatted(step, plannedSteps()));
        }
        return new Progress(
                (long) epoch * order.length + position,
                (long) epochs * order.length,
                "epoch %d of %d".formatted(epoch + 1, epochs));
    }

    /** @return whether it was made; one broken off by a stop leaves the network as it was */
    private boolean step(JobControl control) throws DivergedException {
        applyChanges();
        if (position == 0) {
            lossSum = 0;
            correctSum = 0;
        }
        int count = Math.min(live.batchSize(), order.length - position);
        batch.fill(order, position, count, new Seed(experiment.seed()).derive("augment").derive(epoch));
        Learner.BatchStep now = learner.step(batch, new Seed(experiment.seed()).derive("step").derive(step),
                move(setup.optimizer().momentum()));
        if (!learner.learn(now, control)) {
            return false;
        }
        if (!Double.isFinite(now.batchLoss())) {
            throw new DivergedException(Divergence.explain(setup.network(), now.batchLoss(), step + 1, live.rate()));
        }
        onlookers.forEach(each -> each.beforeUpdate(this, step + 1));
        if (!learner.update(now, control)) {
            return false;
        }

        step++;
        position += count;
        lossSum += now.batchLoss() * count;
        correctSum = now.correct() == Evaluation.NO_CLASSES ? Evaluation.NO_CLASSES : correctSum + now.correct();
        train = new Evaluation(lossSum / position, correctSum, position);
        Stepped made = new Stepped(step, epochNow(), now.batchLoss(), now.correct(), count, now.rate(), used(now));
        listener.accept(made);
        onlookers.forEach(each -> each.afterStep(this, made));
        return true;
    }

    private OptionalDouble used(Learner.BatchStep now) {
        return now.momentum().isPresent() ? now.momentum() : setup.optimizer().momentum();
    }

    private Move move(OptionalDouble momentum) {
        return setup.schedule().at(new Course(live.rate(), momentum, step, plannedSteps(), stepsAnEpoch()));
    }

    private void applyChanges() {
        for (Optional<Wishes.Wish> wish = wishes.next(); wish.isPresent(); wish = wishes.next()) {
            switch (wish.get()) {
                case Wishes.Wish.Settings(UnaryOperator<Experiment> edit) -> become(edit.apply(live.experiment()));
                case Wishes.Wish.Weight(Parameter parameter, int index, float value) -> {
                    float[] numbers = parameter.value().data();
                    listener.accept(new Changed(step, epochNow(), "%s[%d]".formatted(parameter.name(), index), numbers[index], value));
                    numbers[index] = value;
                    parameter.changed();
                }
            }
        }
    }

    private void become(Experiment other) {
        Experiment before = live.experiment();
        live.to(other).forEach(each -> listener.accept(new Changed(step, epochNow(), each.label(), each.from(), each.to())));
        live.set(other);
        if (!other.optimizer().equals(before.withRate(other.rate()).optimizer())) {
            setup = setup.with(GoingOn.make(other.optimizer(), before.optimizer(), setup.optimizer()));
        }
        if (!other.schedule().equals(before.schedule())) {
            setup = setup.withSchedule(Wishes.made(other.schedule()));
        }
        if (before.training().patience() == 0 || before.training().watchesAccuracy() != other.training().watchesAccuracy()) {
            best.forget();
        }
        learner.change(setup, other.training());
    }

    private double epochNow() {
        return epoch + (double) position / order.length;
    }

    private Optional<HeldOut> lookAtHeldOut(JobControl control) {
        return heldOut.flatMap(evaluator -> evaluator.evaluate(setup.network(), control))
                .map(evaluation -> new HeldOut(setup.heldOutName(), evaluation));
    }

    private Evaluator evaluator(Split split) {
        return new Evaluator(split, setup.preparations(), setup.loss(), device);
    }

    /** After a stop there are no final figures: nobody waits for them. */
    private TrainingResult result(Stopwatch control) {
        double seconds = control.seconds();
        Optional<Evaluation> validation = setup.validation().flatMap(split -> evaluator(split).evaluate(setup.network(), control));
        Optional<Evaluation> test = setup.test().flatMap(split -> evaluator(split).evaluate(setup.network(), control));
        String why = control.wasStopped() ? "Stopped." : ending;
        return new TrainingResult(setup.network(), train, validation, test, step, epoch, seconds, why);
    }
}
