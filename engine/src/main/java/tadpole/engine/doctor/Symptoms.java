package tadpole.engine.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.HeldOut;

/**
 * All that the rules may look at, of one run at one moment.
 *
 * @param fromStart whether it was seen from the first step on
 * @param start     what went through the network before the first step
 * @param probe     what goes through it now
 * @param neighbors compared only where the labels are under suspicion
 * @param lost      where the numbers were lost
 */
record Symptoms(
        Experiment experiment,
        Facts facts,
        boolean fromStart,
        LossTrace loss,
        List<Pulse> pulses,
        List<EpochEnded> epochs,
        Probe start,
        Probe probe,
        Optional<Neighbors> neighbors,
        Optional<Lost> lost) {

    private static final double LEARNED_NOTHING = 0.7;

    /** @param layer the first that gives no number */
    record Lost(long step, String layer) {}

    Symptoms {
        pulses = List.copyOf(pulses);
        epochs = List.copyOf(epochs);
    }

    long steps() {
        return loss.steps();
    }

    boolean hasSteps() {
        return steps() > 0;
    }

    /** Whether there was time to learn something. */
    boolean hadTime() {
        return steps() >= Math.min(100, Math.max(20, facts.plannedSteps() / 2)) || epochs.size() >= 2 && steps() >= 20;
    }

    /** Whether it answers as if it had learned nothing: the loss is still that of the start or of chance. */
    boolean isStuck() {
        if (!hadTime()) {
            return false;
        }
        double blank = facts.chance().isKnown() ? Math.min(facts.chance().loss(), begin()) : begin();
        return loss.now() > 0.9 * blank;
    }

    /** The loss of the run's first samples; where they are not known, or the network already knew something then, that of chance; else NaN. */
    double begin() {
        return beginsAtChance() ? facts.chance().loss() : loss.first();
    }

    private boolean beginsAtChance() {
        return facts.chance().isKnown() && !(loss.first() >= LEARNED_NOTHING * facts.chance().loss());
    }

    /** "The loss began at 2.3". */
    String began() {
        return (beginsAtChance() ? "By chance the loss is " : "The loss began at ") + Words.number(begin());
    }

    /** Whether samples are pictures, channels first. */
    boolean pictures() {
        return facts.pictures();
    }

    /** Right answers of the last epoch; empty before the first ended and where there are no classes. */
    Optional<Evaluation> train() {
        return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.getLast().train()).filter(Evaluation::hasAccuracy);
    }

    Optional<Evaluation> heldOut() {
        return epochs.isEmpty() ? Optional.empty() : epochs.getLast().heldOut().map(HeldOut::evaluation);
    }

    /** The last ones, where there are enough of them to speak of. */
    List<Pulse> latest() {
        return pulses.size() < 5 ? List.of() : pulses.subList(Math.max(pulses.size() / 2, pulses.size() - 7), pulses.size());
    }

    /** Update over weight of the layer, the median of the latest; NaN where it is not known. */
    double[] ratios() {
        return medians(latest(), Pulse.OfLayer::ratio);
    }

    interface Reading {
        double of(Pulse.OfLayer layer);
    }

    /** One number a layer: the median over some pulses. */
    static double[] medians(List<Pulse> pulses, Reading reading) {
        if (pulses.isEmpty()) {
            return new double[0];
        }
        double[] medians = new double[pulses.getFirst().layers().size()];
        for (int i = 0; i < medians.length; i++) {
            int layer = i;
            double[] sorted = pulses.stream().mapToDouble(each -> reading.of(each.layers().get(layer))).sorted().toArray();
            medians[i] = sorted[sorted.length / 2];
        }
        return medians;
    }

    static double largest(double[] values) {
        return Arrays.stream(values).filter(each -> !Double.isNaN(each)).max().orElse(Double.NaN);
    }
}
