package tadpole.engine.training;

import java.util.Optional;
import java.util.OptionalDouble;

/** What happens in a run, in order: a chart draws it, a file keeps it. Steps and epochs are counted from 1. */
public sealed interface TrainingEvent {

    /** After how many steps it happened. */
    long step();

    /**
     * One batch was learned from. The loss and the right answers are those before the update.
     *
     * @param correct  {@link Evaluation#NO_CLASSES} where numbers are to come out
     * @param rate     that the step used
     * @param momentum that the step used; empty where the optimizer has none
     */
    record Stepped(long step, double epoch, double loss, int correct, int count, double rate, OptionalDouble momentum)
            implements TrainingEvent {

        /** Of an optimizer without momentum. */
        public Stepped(long step, double epoch, double loss, int correct, int count, double rate) {
            this(step, epoch, loss, correct, count, rate, OptionalDouble.empty());
        }

        /** Whether samples have classes, so that there is an accuracy. */
        public boolean hasAccuracy() {
            return correct != Evaluation.NO_CLASSES;
        }

        /** Of this batch alone, between 0 and 1; NaN where there are no classes. */
        public double accuracy() {
            return hasAccuracy() ? (double) correct / count : Double.NaN;
        }
    }

    /**
     * An epoch ended.
     *
     * @param train   mean over the epoch's own batches, while it trained
     * @param heldOut the validation samples, or where there are none the test samples, after the epoch
     * @param seconds since the run began, pauses left out
     */
    record EpochEnded(long step, int epoch, Evaluation train, Optional<HeldOut> heldOut, double seconds)
            implements TrainingEvent {}

    /** A person changed a setting while it ran; it holds from the next step on. */
    record Changed(long step, double epoch, String label, Value from, Value to) implements TrainingEvent {

        /** Of a number. */
        public Changed(long step, double epoch, String label, double from, double to) {
            this(step, epoch, label, new Value.Amount(from), new Value.Amount(to));
        }
    }

    /** What a setting is set to. */
    sealed interface Value {

        record Amount(double number) implements Value {}

        /** One of a few, as the window calls it, such as "Adam" or "on". */
        record Word(String word) implements Value {}
    }

    /**
     * @param name "validation" or "test"
     */
    record HeldOut(String name, Evaluation evaluation) {}
}
