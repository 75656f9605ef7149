package tadpole.app.pane.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.doctor.Examination;
import tadpole.engine.insight.VitalsWatch;
import tadpole.engine.inspect.Snapshot;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recording.Recording;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Moment;
import tadpole.engine.training.Setup;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingResult;

/** Trains an experiment, and now and then asks the network about the images of the strip. Runs once. */
final class TrainJob implements Job<TrainingResult> {

    private static final long LOOK_NANOS = 200_000_000;

    private final Leg leg;
    private final Dataset dataset;
    private final Device device;
    private final Consumer<News> listener;
    private final List<Consumer<Trainer>> early = new ArrayList<>();
    private Optional<Trainer> trainer = Optional.empty();
    /** Held by the training thread but where it may have to wait; fair, so that who looks waits for one step at most. */
    private final ReentrantLock weights = new ReentrantLock(true);
    private volatile Optional<TestStrip> strip = Optional.empty();
    private volatile Glance glance;
    private volatile boolean paused;
    private long lookedAt;
    private long lookedStep = -1;
    private long step;
    private long changedAt = -1;

    /**
     * What is trained: a run from its start, or what follows a moment of it.
     *
     * @param name such as "Training MNIST 784–100–10"
     * @param from empty for the very start
     */
    record Leg(String name, Experiment experiment, Optional<Moment> from, Recording recording, VitalsWatch vitals, Examination doctor) {

        /** What follows a moment of the same run. */
        Leg further(Experiment longer, Moment moment) {
            return new Leg(name, longer, Optional.of(moment), recording, vitals, doctor);
        }
    }

    /** @param setup whose network goes on */
    record Standing(Setup setup, Snapshot at) {}

    /** @param listener told on the training thread */
    TrainJob(Leg leg, Dataset dataset, Device device, Glance glance, Consumer<News> listener) {
        this.leg = leg;
        this.dataset = dataset;
        this.device = device;
        this.glance = glance;
        this.listener = listener;
        this.step = leg.from().map(Moment::step).orElse(0L);
    }

    @Override
    public String name() {
        return leg.name();
    }

    Leg leg() {
        return leg;
    }

    /** Optimizer, schedule and plan act from the next step on. */
    void change(Experiment from, Experiment to) {
        if (!from.optimizer().equals(to.optimizer())) {
            change(each -> each.changeOptimizer(to.optimizer()));
        }
        if (!from.schedule().equals(to.schedule())) {
            change(each -> each.changeSchedule(to.schedule()));
        }
        if (!from.training().equals(to.training())) {
            change(each -> each.changePlan(to.training()));
        }
    }

    /** Any thread; told before the job is made to wait. */
    void setPaused(boolean now) {
        paused = now;
    }

    void setGlance(Glance wanted) {
        glance = wanted;
    }

    /** Where training is between two steps, copied; waits for the end of a step that runs. Empty before there is a network. */
    Optional<Standing> standing() {
        weights.lock();
        try {
            return trainer.map(Trainer::setup).map(setup -> new Standing(setup, Snapshot.of(setup.network(), setup.optimizer(), step)));
        } finally {
            weights.unlock();
        }
    }

    /**
     * Writes what the network is now into another one of the same shapes; waits for the end of a step that runs.
     *
     * @return how many steps were made; empty, and nothing is written, before there is a network
     */
    Optional<Long> copyInto(Network other) {
        weights.lock();
        try {
            return trainer.map(now -> {
                List<NamedTensor> from = now.setup().network().state();
                List<NamedTensor> to = other.state();
                for (int i = 0; i < to.size(); i++) {
                    to.get(i).tensor().set(from.get(i).tensor());
                }
                other.parameters().forEach(Parameter::changed);
                return step;
            });
        } finally {
            weights.unlock();
        }
    }

    /** Records where it stands, where that step is not recorded; waits for the end of a step that runs. */
    void keepNow() {
        weights.lock();
        try {
            trainer.filter(now -> !leg.recording().has(now.step())).map(Trainer::moment).ifPresent(leg.recording()::keep);
        } finally {
            weights.unlock();
        }
    }

    /** Asks the network on the calling thread; waits for the end of a step that runs. */
    Optional<News.Looked> lookNow() {
        weights.lock();
        try {
            return strip.map(this::look);
        } finally {
            weights.unlock();
        }
    }

    @Override
    public JobOutcome<TrainingResult> run(JobControl outer) {
        weights.lock();
        try {
            Trainer built = build();
            if (dataset.hasPictures()) {
                strip = Optional.of(new TestStrip(built.setup(), leg.experiment().loss().type(), device));
            }
            built.watch(leg.recording());
            built.watch(leg.vitals());
            built.watch(leg.doctor());
            leg.recording().begin(built);
            leg.doctor().begin(built);
            begin(built);
            return train(built, outer);
        } catch (SettingException misfit) {
            return new JobOutcome.Failed<>(misfit.getMessage(), misfit);
        } finally {
            weights.unlock();
        }
    }

    private Trainer build() throws SettingException {
        return leg.from().isPresent()
                ? new Trainer(leg.experiment(), dataset, device, this::hear, leg.from().get())
                : new Trainer(leg.experiment(), dataset, device, this::hear);
    }

    private JobOutcome<TrainingResult> train(Trainer built, JobControl outer) {
        JobOutcome<TrainingResult> outcome = built.run(new LookingControl(outer));
        leg.doctor().ended(built, outcome);
        // Of the last step there may be a moment from before its epoch was judged.
        leg.recording().keep(built.moment());
        leg.recording().settle();
        return outcome;
    }

    private synchronized void begin(Trainer built) {
        early.forEach(change -> change.accept(built));
        trainer = Optional.of(built);
    }

    private synchronized void change(Consumer<Trainer> change) {
        trainer.ifPresentOrElse(change, () -> early.add(change));
    }

    private void hear(TrainingEvent event) {
        if (event instanceof TrainingEvent.Changed) {
            keepBeforeChange(event.step());
        }
        listener.accept(new News.Happened(event));
        step = event.step();
        if (event instanceof TrainingEvent.EpochEnded) {
            tell();
        }
        if (System.nanoTime() - lookedAt >= LOOK_NANOS) {
            tell();
        }
    }

    /** So that a change by hand can be undone by a branch from before it. */
    private void keepBeforeChange(long at) {
        if (at != changedAt) {
            trainer.map(Trainer::moment).ifPresent(leg.recording()::keep);
            changedAt = at;
        }
    }

    private void tell() {
        strip.map(this::look).ifPresent(listener);
        lookedAt = System.nanoTime();
        lookedStep = step;
    }

    private News.Looked look(TestStrip at) {
        Glance wanted = glance;
        return new News.Looked(at.split(), at.look(wanted.onlyMistakes(), wanted.count()));
    }

    /** Shows the strip as it is before a step that may have to wait. */
    private final class LookingControl implements JobControl {

        private final JobControl control;

        private LookingControl(JobControl control) {
            this.control = control;
        }

        @Override
        public boolean proceed() {
            if (paused && step != lookedStep) {
                tell();
            }
            return leaving(control::proceed);
        }

        @Override
        public boolean proceedWithin() {
            return leaving(control::proceedWithin);
        }

        @Override
        public boolean isStopped() {
            return control.isStopped();
        }

        private boolean leaving(BooleanSupplier wait) {
            weights.unlock();
            try {
                return wait.getAsBoolean();
            } finally {
                weights.lock();
            }
        }

        @Override
        public void report(Progress progress) {
            control.report(progress);
        }
    }
}
