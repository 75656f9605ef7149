package tadpole.engine.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.engine.insight.Pace;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Onlooker;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;

/**
 * The doctor beside one run: it measures the first steps and then a few of each epoch, and says what it thinks of them after the first
 * step, after every epoch and when the run has lost its numbers. What it says depends on the run alone, not on the machine. Any thread
 * may ask while it grows.
 */
public final class Examination implements Onlooker {

    private static final int EARLY = 10;
    private static final int MOST_PULSES = 200;
    private static final int EACH_EPOCH = 8;
    private static final double SHARE = 0.005;

    /** What a branch has to know of the run that it leaves. */
    private record Beginning(Experiment experiment, double loss) {

        private boolean isOf(Experiment other) {
            return experiment.loss().equals(other.loss()) && experiment.layers().equals(other.layers()) && experiment.data().equals(other.data());
        }
    }

    private final Device device;
    private final Optional<Beginning> earlier;
    private volatile Optional<Beginning> beginning = Optional.empty();
    private final LossTrace loss = new LossTrace();
    private final List<Pulse> pulses = new ArrayList<>();
    private final List<TrainingEvent.EpochEnded> epochs = new ArrayList<>();
    private final List<Diagnosis> history = new ArrayList<>();
    private Optional<Facts> facts = Optional.empty();
    private Probe start = new Probe(0, List.of());
    private Probe.Asker asker;
    private Pulse.Meter meter;
    private Pace pace;
    private long due;
    private Experiment inUse;
    private boolean fromStart;
    private Optional<Neighbors> neighbors = Optional.empty();
    private boolean measuring;
    private long last;
    private volatile double secondsAStep;
    private volatile int timed;

    /** Of a run from its start, or of one whose beginning nobody saw. */
    public Examination(Device device) {
        this(device, Optional.empty());
    }

    /** @param parent of the run that this one leaves: it knows the beginning */
    public Examination(Device device, Optional<Examination> parent) {
        this.device = device;
        this.earlier = parent.flatMap(each -> each.beginning);
    }

    /** Looks at what there is before the first step, or before a run that ended goes on; on the training thread. */
    public void begin(Trainer trainer) {
        if (facts.isEmpty()) {
            fromStart = trainer.step() == 0;
            if (!fromStart) {
                // One batch of a run under way is no beginning.
                beginning = earlier.filter(each -> each.isOf(trainer.inUse()));
                loss.beginAs(beginning.map(Beginning::loss).orElse(Double.NaN));
            }
        }
        inUse = inUse == null ? trainer.inUse() : inUse;
        facts = Optional.of(Facts.of(trainer.inUse(), trainer.setup(), device));
        asker = new Probe.Asker(trainer.setup(), device);
        meter = new Pulse.Meter(trainer.setup().network());
        pace = new Pace(trainer, SHARE, 1, 0.125);
        start = loss.steps() == 0 ? asker.ask() : start;
    }

    /** Everything said so far, oldest first, a copy. */
    public synchronized List<Diagnosis> history() {
        return List.copyOf(history);
    }

    /** What was known at a step; empty where nothing was yet. */
    public synchronized Optional<Diagnosis> at(long step) {
        return history.stream().filter(each -> each.step() <= step).reduce((_, later) -> later);
    }

    /** What was said last. */
    public synchronized Optional<Diagnosis> latest() {
        return history.isEmpty() ? Optional.empty() : Optional.of(history.getLast());
    }

    /** How long a step took, on the average, for estimates; 0 before there were enough of them. */
    public double secondsAStep() {
        return timed < EARLY ? 0 : secondsAStep;
    }

    @Override
    public void beforeUpdate(Trainer trainer, long step) {
        measuring = loss.steps() < EARLY || step >= due;
        if (measuring) {
            meter.keep();
        }
    }

    private long due(long step, int batch) {
        return Math.max(pace.after(step, batch), step + Math.max(EARLY, facts.orElseThrow().stepsAnEpoch() / EACH_EPOCH));
    }

    @Override
    public void afterStep(Trainer trainer, TrainingEvent.Stepped event) {
        if (trainer.inUse() != inUse) {
            turn(trainer.inUse());
        }
        loss.add(event.loss(), event.count());
        if (measuring) {
            pulses.add(meter.measure(event.step(), event.rate()));
            due = due(event.step(), event.count());
            thin();
        }
        clock();
        if (loss.steps() == 1 && latest().isEmpty()) {
            diagnose(trainer, Optional.empty());
        }
    }

    /** What steps of other sizes did says nothing of those that come. */
    private void turn(Experiment now) {
        boolean other = !now.optimizer().equals(inUse.optimizer()) || now.training().batch() != inUse.training().batch()
                || now.training().sums() != inUse.training().sums() || now.training().clipNorm() != inUse.training().clipNorm();
        inUse = now;
        if (other) {
            loss.restart();
            pulses.clear();
        }
    }

    /** A gap far longer than usual was a pause. */
    private void clock() {
        long now = System.nanoTime();
        timed = (int) Math.min(loss.steps(), Integer.MAX_VALUE);
        double seconds = (now - last) / 1e9;
        if (last != 0 && timed > 1) {
            secondsAStep = timed == 2 ? seconds : secondsAStep + 0.1 * (Math.min(seconds, 4 * secondsAStep) - secondsAStep);
        }
        last = now;
    }

    /** The early ones stay; of the others every second goes. */
    private void thin() {
        for (int i = pulses.size() - 2; pulses.size() >= MOST_PULSES && i > EARLY; i -= 2) {
            pulses.remove(i);
        }
    }

    @Override
    public void afterEpoch(Trainer trainer, TrainingEvent.EpochEnded event) {
        epochs.add(event);
        // A full batch is an epoch of one step: not each of thousands is worth a look.
        if (event.epoch() <= 10 || event.epoch() % Math.max(1, trainer.inUse().training().epochs() / 100) == 0) {
            diagnose(trainer, Optional.empty());
        }
    }

    /** Told when the run is over, on the training thread: looks once more, and where the numbers were lost says why. */
    public void ended(Trainer trainer, JobOutcome<?> outcome) {
        if (facts.isEmpty()) {
            return;
        }
        boolean lost = outcome instanceof JobOutcome.Failed<?>(var _, var cause) && !(cause instanceof ShapeException || cause instanceof SettingException);
        diagnose(trainer, lost ? Optional.of(new Symptoms.Lost(trainer.step() + 1, layer())) : Optional.empty());
    }

    private String layer() {
        return asker.ask().layers().stream().filter(each -> !each.finite()).map(Probe.OfLayer::name).findFirst().orElse("");
    }

    private void diagnose(Trainer trainer, Optional<Symptoms.Lost> lost) {
        if (fromStart) {
            beginning = Optional.of(new Beginning(trainer.inUse(), loss.first()));
        }
        Symptoms symptoms = symptoms(trainer, lost);
        if (neighbors.isEmpty() && facts.orElseThrow().classes() > 1 && Labels.areSuspect(symptoms)) {
            neighbors = Neighbors.of(trainer.setup(), device);
            symptoms = symptoms(trainer, lost);
        }
        Diagnosis now = Rules.diagnose(trainer.step(), epochs.isEmpty() ? 0 : epochs.getLast().epoch(), symptoms);
        synchronized (this) {
            history.add(now);
        }
    }

    private Symptoms symptoms(Trainer trainer, Optional<Symptoms.Lost> lost) {
        return new Symptoms(trainer.inUse(), facts.orElseThrow(), fromStart, loss.copy(), pulses, epochs, start, asker.ask(), neighbors, lost);
    }
}
