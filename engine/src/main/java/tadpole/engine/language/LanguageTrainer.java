package tadpole.engine.language;

import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;

/**
 * Trains a model by truncated back-propagation through time on parallel streams with carried state, forgotten at the beginning of each
 * epoch. The loss of a step is the mean cross-entropy over all its places. A stop gives the model as it is; run again, the same trainer
 * goes on from there as if it had never been stopped.
 */
public final class LanguageTrainer implements Job<LanguageModel> {

    private final Corpus corpus;
    private final Settings plan;
    private final Device device;
    private final Consumer<LanguageEvent> listener;
    /** Fair, so that who asks for {@link #now} gets in between two steps. */
    private final ReentrantLock between = new ReentrantLock(true);
    private final LanguageModel model;
    private final LanguageLearner learner;
    private final Streams streams;
    private final AveragedWeights averaged;
    private final RateFall rates;
    private final SampleWriter samples;
    private final TextJudge judge;
    private final Seed seed;
    private final int epochsBefore;

    private long step;
    private int epoch;
    private int inEpoch;
    private double lossSum;
    private double seconds;

    /**
     * @param listener told of every event on the job's thread
     * @throws SettingException where settings of the plan do not fit each other or the text
     */
    public LanguageTrainer(Corpus corpus, Settings plan, Device device, Consumer<LanguageEvent> listener) throws SettingException {
        this(corpus, LanguageModel.make(corpus.title(), corpus.vocabulary(), plan), plan, device, listener, true);
    }

    /**
     * Goes on with a copy of a model that was trained before, for as many epochs more as the plan says.
     *
     * @throws SettingException where the model knows other tokens than the text, or the text is too short
     */
    public LanguageTrainer(Corpus corpus, LanguageModel from, Settings plan, Device device, Consumer<LanguageEvent> listener) throws SettingException {
        this(corpus, from.copy(), plan, device, listener, true);
    }

    private LanguageTrainer(Corpus corpus, LanguageModel model, Settings plan, Device device, Consumer<LanguageEvent> listener, boolean own)
            throws SettingException {
        if (!model.vocabulary().equals(corpus.vocabulary())) {
            throw new SettingException("The model \"%s\" knows other %s than the text \"%s\": cut the text with the model's own vocabulary, or begin a new model."
                    .formatted(model.title(), corpus.vocabulary().level().many(), corpus.title()));
        }
        if (corpus.train().length < 2) {
            throw new SettingException("The text \"%s\" has %d %s to learn from; it needs at least 2.".formatted(corpus.title(), corpus.train().length,
                    corpus.vocabulary().level().many()));
        }
        this.corpus = corpus;
        this.plan = plan;
        this.device = device;
        this.listener = listener;
        this.model = model;
        this.epochsBefore = (int) model.epochs();
        this.seed = new Seed((Long) plan.asMap().get("seed")).derive("training").derive(epochsBefore);
        this.learner = new LanguageLearner(model.network(), plan, device);
        this.streams = new Streams(corpus.train(), plan.whole("batch"), plan.whole("sequence"));
        this.averaged = new AveragedWeights(model.network().parameters(), plan.whole("averageAfter"));
        this.rates = new RateFall(plan, epochsBefore);
        this.samples = new SampleWriter(model, plan, device);
        this.judge = new TextJudge(model.network(), device);
    }

    @Override
    public String name() {
        return "Learning to write from " + corpus.title();
    }

    /** The model as it is now, for reading and writing beside the training: a copy, made between two steps. */
    public LanguageModel now() {
        between.lock();
        try {
            return averages() && !averaged.areInPlace() ? averagedCopy() : model.after(epochsNow()).copy();
        } finally {
            between.unlock();
        }
    }

    private boolean averages() {
        return plan.choice("optimizer").equals("asgd");
    }

    private LanguageModel averagedCopy() {
        averaged.swap();
        LanguageModel copy = model.after(epochsNow()).copy();
        averaged.swap();
        return copy;
    }

    private double epochsNow() {
        return epochsBefore + epoch + (double) inEpoch / streams.steps();
    }

    @Override
    public JobOutcome<LanguageModel> run(JobControl control) {
        Clock clock = new Clock(control, seconds);
        try {
            boolean whole = train(clock);
            return whole ? new JobOutcome.Finished<>(now()) : new JobOutcome.Stopped<>(now());
        } catch (DivergedException diverged) {
            return new JobOutcome.Failed<>(diverged.getMessage(), diverged);
        } finally {
            seconds = clock.seconds();
        }
    }

    private boolean train(Clock clock) throws DivergedException {
        while (epoch < plan.whole("epochs")) {
            clock.report(new Progress((long) epoch * streams.steps() + inEpoch, (long) plan.whole("epochs") * streams.steps(),
                    "epoch %d of %d".formatted(epochsBefore + epoch + 1, epochsBefore + plan.whole("epochs"))));
            if (!clock.proceed()) {
                return false;
            }
            if (inEpoch < streams.steps()) {
                between.lock();
                try {
                    step();
                } finally {
                    between.unlock();
                }
                writeSamples();
            } else if (!endEpoch(clock)) {
                return false;
            }
        }
        return true;
    }

    private void step() throws DivergedException {
        if (inEpoch == 0) {
            learner.forget();
            lossSum = 0;
        }
        double rate = rates.rate();
        double loss = learner.step(streams.inputs(inEpoch), streams.targets(inEpoch), rate, seed.derive(step));
        if (!Double.isFinite(loss)) {
            throw new DivergedException(step + 1, rate);
        }
        averaged.add(device);
        lossSum += loss * streams.time(inEpoch) * streams.count();
        step++;
        inEpoch++;
        listener.accept(new LanguageEvent.Stepped(step, epochsNow(), loss, rate, learner.gradientNorm()));
    }

    private void writeSamples() {
        int every = plan.whole("sampleEvery");
        if (every > 0 && step % every == 0) {
            samples.write(step, epochsNow(), listener);
        }
    }

    /** @return false where it was stopped before it was done; it is done anew then */
    private boolean endEpoch(Clock clock) {
        OptionalDouble validation = OptionalDouble.empty();
        if (corpus.validation().length > 1) {
            validation = validate(clock);
            if (validation.isEmpty()) {
                return false;
            }
        }
        double judged = validation.orElse(Double.NaN);
        rates.judge(judged);
        if (averages()) {
            averaged.judge(judged);
        }
        between.lock();
        try {
            epoch++;
            inEpoch = 0;
        } finally {
            between.unlock();
        }
        listener.accept(new LanguageEvent.EpochEnded(step, epochsBefore + epoch, lossSum / streams.tokens(), judged, clock.seconds()));
        return true;
    }

    private OptionalDouble validate(Clock clock) {
        swapAverages();
        try {
            return judge.nats(corpus.validation(), clock);
        } finally {
            swapAverages();
        }
    }

    private void swapAverages() {
        between.lock();
        try {
            averaged.swap();
        } finally {
            between.unlock();
        }
    }

    /** The loss became no number. */
    private static final class DivergedException extends Exception {

        private static final long serialVersionUID = 1L;

        private DivergedException(long step, double rate) {
            super("The loss is no number any more at step %d with a learning rate of %s. Take a smaller rate, or clip the gradients.".formatted(step, rate));
        }
    }

    /** Leaves the time out that the job stands paused. */
    private static final class Clock implements JobControl {

        private final JobControl control;
        private long begun;

        private Clock(JobControl control, double before) {
            this.control = control;
            this.begun = System.nanoTime() - (long) (before * 1e9);
        }

        @Override
        public boolean proceed() {
            long asked = System.nanoTime();
            boolean goOn = control.proceed();
            begun += System.nanoTime() - asked;
            return goOn;
        }

        @Override
        public boolean proceedWithin() {
            long asked = System.nanoTime();
            boolean goOn = control.proceedWithin();
            begun += System.nanoTime() - asked;
            return goOn;
        }

        @Override
        public boolean isStopped() {
            return control.isStopped();
        }

        @Override
        public void report(Progress progress) {
            control.report(progress);
        }

        private double seconds() {
            return (System.nanoTime() - begun) / 1e9;
        }
    }
}
