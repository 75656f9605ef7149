package tadpole.app.pane.playground.points;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.inspect.Snapshot;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.Evaluator;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingResult;

/** Trains at a tempo, and lets others look at the weights between the steps. Runs once. */
final class PlayJob implements Job<TrainingResult> {

    /** Gets the weights on the training thread. */
    @FunctionalInterface
    interface Watcher {

        /** @param sure whether they may stay as they are for long */
        void see(Network network, long step, boolean sure);
    }

    /** The losses of both sets after an epoch. */
    record Judged(long step, Evaluation train, Optional<Evaluation> test) {}

    private final String name;
    private final Trainer trainer;
    private final Watcher watcher;
    /** Held by the training thread but where it may have to wait; fair, so that who looks waits for one step at most. */
    private final ReentrantLock weights = new ReentrantLock(true);
    private final Evaluator train;
    private Consumer<Judged> listener = _ -> {};
    private volatile Tempo tempo;
    private volatile boolean paused;
    private long step;

    /**
     * @param name such as "Training the spiral"
     * @throws SettingException where the parts do not fit each other or the data
     */
    PlayJob(String name, Experiment experiment, Dataset dataset, Device device, Tempo tempo, Watcher watcher) throws SettingException {
        this.name = name;
        this.tempo = tempo;
        this.watcher = watcher;
        this.trainer = new Trainer(experiment, dataset, device, this::hear);
        Setup setup = trainer.setup();
        this.train = new Evaluator(setup.train(), setup.preparations(), setup.loss(), device);
    }

    @Override
    public String name() {
        return name;
    }

    Trainer trainer() {
        return trainer;
    }

    /** @param heard told on the training thread; set before it starts */
    void listen(Consumer<Judged> heard) {
        listener = heard;
    }

    void setTempo(Tempo wanted) {
        tempo = wanted;
    }

    /** Any thread; told before the job is made to wait. */
    void setPaused(boolean now) {
        paused = now;
    }

    /** Where it stands between two steps, the optimizer's memory too. Any thread; waits for the end of a step that runs. */
    Snapshot snapshot() {
        weights.lock();
        try {
            return Snapshot.of(trainer.setup().network(), trainer.setup().optimizer(), step);
        } finally {
            weights.unlock();
        }
    }

    @Override
    public JobOutcome<TrainingResult> run(JobControl control) {
        weights.lock();
        try {
            JobOutcome<TrainingResult> outcome = trainer.run(new Paced(control));
            if (!(outcome instanceof JobOutcome.Failed<TrainingResult>)) {
                watcher.see(trainer.setup().network(), step, true);
            }
            return outcome;
        } finally {
            weights.unlock();
        }
    }

    private void hear(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Stepped stepped -> {
                step = stepped.step();
                watcher.see(trainer.setup().network(), step, paused);
            }
            case TrainingEvent.EpochEnded end -> train.evaluate(trainer.setup().network(), JobControl.UNWATCHED).ifPresent(now ->
                    listener.accept(new Judged(end.step(), now, end.heldOut().map(TrainingEvent.HeldOut::evaluation))));
            case TrainingEvent.Changed _ -> { }
        }
    }

    /** Lets a step begin when it is due. */
    private final class Paced implements JobControl {

        private final JobControl control;
        private final Tempo.Beat beat = new Tempo.Beat();
        private long seen;

        private Paced(JobControl control) {
            this.control = control;
        }

        @Override
        public boolean proceed() {
            weights.unlock();
            try {
                while (!paused && !control.isStopped() && !beat.reached(tempo)) {
                    // The beat waits, in short pieces.
                    continue;
                }
            } finally {
                weights.lock();
            }
            if (paused && seen != step) {
                seen = step;
                watcher.see(trainer.setup().network(), step, true);
            }
            weights.unlock();
            try {
                return control.proceed();
            } finally {
                weights.lock();
            }
        }

        @Override
        public boolean proceedWithin() {
            return control.proceedWithin();
        }

        @Override
        public boolean isStopped() {
            return control.isStopped();
        }

        @Override
        public void report(Progress progress) {
            control.report(new Progress(progress.done(), progress.total(), "step " + step));
        }
    }
}
