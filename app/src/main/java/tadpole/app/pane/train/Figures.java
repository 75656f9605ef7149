package tadpole.app.pane.train;

import java.util.Locale;
import java.util.Optional;
import tadpole.engine.training.TrainingEvent.HeldOut;

/**
 * The live figures of a run.
 *
 * @param epoch          that the last step belongs to, from 1
 * @param loss           exponential average of the batches' losses
 * @param accuracy       exponential average of the batches' accuracies
 * @param lastLoss       of the last batch alone
 * @param heldOut        after the last whole epoch
 * @param wholeEpochs    how many are behind
 * @param stepsPerSecond 0 where nothing runs long enough to say
 */
record Figures(
        long step,
        int epoch,
        int epochs,
        double loss,
        double accuracy,
        double lastLoss,
        Optional<HeldOut> heldOut,
        int wholeEpochs,
        double stepsPerSecond) {

    private static final String NOTHING = "–";

    static Figures none(int epochs) {
        return new Figures(0, 1, epochs, 0, 0, 0, Optional.empty(), 0, 0);
    }

    /** @param progress epochs with a fraction, as after a step; after the last step of the fourth epoch 4 */
    static int epoch(double progress, int planned) {
        return Math.clamp((int) Math.ceil(progress - 1e-6), 1, Math.max(1, planned));
    }

    boolean isEmpty() {
        return step == 0;
    }

    String epochText() {
        return isEmpty() ? "Not started" : "Epoch %d of %d".formatted(epoch, epochs);
    }

    String lossText() {
        return isEmpty() ? NOTHING : Numbers.figure(loss);
    }

    String lossDetail() {
        return isEmpty()
                ? "The loss of the batches, averaged; it comes with the first step."
                : "%s: exponential average of the batches' losses (β 0.98).\nThe last batch had %s."
                        .formatted(Numbers.shortest(loss), Numbers.shortest(lastLoss));
    }

    /** Not where numbers are to come out in the place of classes. */
    boolean hasAccuracy() {
        return !Double.isNaN(accuracy);
    }

    String accuracyText() {
        return isEmpty() || !hasAccuracy() ? NOTHING : Numbers.percent(accuracy);
    }

    String accuracyDetail() {
        return isEmpty() || !hasAccuracy()
                ? "The share of right answers in the batches, averaged; it comes with the first step."
                : ("%s %%: exponential average of the batches' accuracies (β 0.98), the newest count most.\n"
                        + "The chart's dots are the means of whole epochs.").formatted(Numbers.shortest(100 * accuracy));
    }

    String heldOutText() {
        return heldOut.map(HeldOut::evaluation)
                .map(each -> each.hasAccuracy() ? Numbers.percent(each.accuracy()) : Numbers.figure(each.loss()))
                .orElse(NOTHING);
    }

    String heldOutDetail() {
        return heldOut.map(each -> !each.evaluation().hasAccuracy()
                ? "Loss %s on %s %s samples after epoch %d.".formatted(
                        Numbers.shortest(each.evaluation().loss()), Numbers.count(each.evaluation().count()), each.name(), wholeEpochs)
                : "%s of %s %s images right, loss %s, after epoch %d.".formatted(
                        Numbers.count(each.evaluation().correct()), Numbers.count(each.evaluation().count()), each.name(),
                        Numbers.shortest(each.evaluation().loss()), wholeEpochs))
                .orElse("Samples that the network does not learn from; measured after each epoch.");
    }

    /** Such as "9 382 of 10 000 test images right after epoch 3"; empty before the first epoch is over. */
    String rightText() {
        return heldOut.filter(each -> each.evaluation().hasAccuracy()).map(each -> "%s of %s %s images right after epoch %d".formatted(
                        Numbers.count(each.evaluation().correct()), Numbers.count(each.evaluation().count()), each.name(), wholeEpochs))
                .orElse("");
    }

    String speedText() {
        if (stepsPerSecond == 0) {
            return NOTHING;
        }
        return stepsPerSecond < 10 ? String.format(Locale.ROOT, "%.1f", stepsPerSecond) : Numbers.count(Math.round(stepsPerSecond));
    }
}
