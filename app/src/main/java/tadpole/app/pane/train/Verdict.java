package tadpole.app.pane.train;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingResult;

/** One line at a run's end: what was reached, and what to try next. */
final class Verdict {

    private static final double EXPLODED = 3;
    private static final double FAR_ABOVE_CHANCE = 1.5;
    private static final double OVERFIT_GAP = 0.04;
    private static final double STILL_FALLING = 0.03;
    /** Above it a larger rate is more likely to break the run than to help it. */
    private static final double BOLD_RATE = 0.1;

    private final Experiment experiment;
    private final int classes;
    private final String things;
    private final List<EpochEnded> lastTwo = new ArrayList<>();
    private double leastLoss = Double.POSITIVE_INFINITY;
    private int epochs;
    private double rate;

    Verdict(Experiment experiment, Dataset dataset) {
        this.experiment = experiment;
        this.classes = dataset.classes().size();
        this.things = dataset.hasPictures() ? "images" : "samples";
        this.rate = experiment.rate();
    }

    /** Two are enough to see where the loss goes; the least one tells whether it was better before. */
    void ended(EpochEnded epoch) {
        epochs++;
        epoch.heldOut().ifPresent(each -> leastLoss = Math.min(leastLoss, each.evaluation().loss()));
        lastTwo.add(epoch);
        if (lastTwo.size() > 2) {
            lastTwo.removeFirst();
        }
    }

    void changedRate(double to) {
        rate = to;
    }

    String of(TrainingResult result, boolean stopped) {
        return reached(result, stopped) + " " + next(result);
    }

    /** The same without what to try next. */
    String reached(TrainingResult result, boolean stopped) {
        String how = stopped ? "Stopped at step " + Numbers.count(result.steps()) : withoutDot(result.ending());
        if (result.steps() == 0) {
            return how + ".";
        }
        String when = " in " + Numbers.duration(result.seconds());
        return how + when + ": " + result.test().map(test -> atTheEnd(test, result)).or(this::afterTheEpoch).orElseGet(() -> soFar(result)) + ".";
    }

    /** Measured with the weights that are kept. */
    private String atTheEnd(Evaluation test, TrainingResult result) {
        boolean whole = !lastTwo.isEmpty() && lastTwo.getLast().step() == result.steps();
        return "%s, %s in the %s".formatted(figure(test, "of test %s right".formatted(things), "loss %s on test " + things), figure(result.train(), "", "%s"),
                whole ? "last epoch's batches" : "batches of the unfinished epoch");
    }

    /** Both figures of the same epoch: after a stop nothing is measured anew. */
    private Optional<String> afterTheEpoch() {
        return lastEpoch().flatMap(epoch -> epoch.heldOut().map(heldOut -> "%s after epoch %d, %s in that epoch's batches".formatted(
                figure(heldOut.evaluation(), "of %s %s right".formatted(heldOut.name(), things), "loss %s on " + heldOut.name() + " " + things),
                epoch.epoch(), figure(epoch.train(), "", "%s"))));
    }

    private String soFar(TrainingResult result) {
        return lastEpoch()
                .map(epoch -> "%s in the batches of epoch %d".formatted(figure(epoch.train(), "right", "loss %s"), epoch.epoch()))
                .orElseGet(() -> "%s in the batches so far".formatted(figure(result.train(), "right", "loss %s")));
    }

    /** The accuracy and a few words behind it; where there is none the loss within its own. */
    private static String figure(Evaluation evaluation, String words, String ofLoss) {
        if (!evaluation.hasAccuracy()) {
            return ofLoss.formatted(fourDigits(evaluation.loss()));
        }
        return words.isEmpty() ? Numbers.percent(evaluation.accuracy()) : Numbers.percent(evaluation.accuracy()) + " " + words;
    }

    private String next(TrainingResult result) {
        double chance = 1.0 / Math.max(1, classes);
        if (lastTwo.isEmpty()) {
            return result.steps() == 0 ? "Start trains it." : "Let it run through an epoch to see how it does on new images.";
        }
        EpochEnded last = lastTwo.getLast();
        if (!last.train().hasAccuracy()) {
            return nextByLoss();
        }
        double train = last.train().accuracy();
        if (hasExploded()) {
            return "Its loss rose from %s to %s: reset, and try rate %s.".formatted(
                    fourDigits(leastLoss), fourDigits(heldOutLosses()[heldOutLosses().length - 1]), nice(rate / 10));
        }
        if (train < 1.5 * chance && last.train().loss() > FAR_ABOVE_CHANCE * Math.log(classes)) {
            return "Its loss is far above chance, %s: try rate %s.".formatted(fourDigits(last.train().loss()), nice(rate / 10));
        }
        if (train < 1.5 * chance) {
            return "Chance alone gives %s: try rate %s or %s."
                    .formatted(Numbers.percent(chance), nice(rate * 10), nice(rate / 10));
        }
        if (lossIsRising()) {
            return "Its loss was lower before: try fewer epochs, or patience 2.";
        }
        double heldOut = last.heldOut().map(each -> each.evaluation().accuracy()).orElse(train);
        if (train - heldOut > OVERFIT_GAP) {
            return String.format(Locale.ROOT, "It learns by heart (%.1f points apart after epoch %d): try weight decay 0.001.",
                    100 * (train - heldOut), last.epoch());
        }
        if (lossIsFalling()) {
            return stillFalls();
        }
        return "Try another seed to see what is luck, or a second hidden layer.";
    }

    private String stillFalls() {
        String faster = rate <= BOLD_RATE ? " or rate " + nice(rate * 3) : "";
        return "The loss still falls: try %d epochs%s.".formatted(2 * experiment.training().epochs(), faster);
    }

    /** Where numbers are to come out there is no accuracy to go by. */
    private String nextByLoss() {
        double[] losses = lastTwo.stream().mapToDouble(each -> each.train().loss()).toArray();
        double last = losses[losses.length - 1];
        if (last > losses[0]) {
            return "Its loss rose from %s to %s in the last epoch: try rate %s.".formatted(fourDigits(losses[0]), fourDigits(last), nice(rate / 10));
        }
        if (lossIsRising()) {
            return "Its loss on held-out samples was lower before: try fewer epochs, or patience 2.";
        }
        return last < (1 - STILL_FALLING) * losses[0] || losses.length == 1 ? stillFalls() : "The loss hardly falls any more.";
    }

    private boolean hasExploded() {
        double[] losses = heldOutLosses();
        return losses.length > 1 && losses[losses.length - 1] > EXPLODED * leastLoss;
    }

    private static String fourDigits(double value) {
        return Numbers.shortest(new BigDecimal(value).round(new MathContext(4)).doubleValue());
    }

    private boolean lossIsRising() {
        double[] losses = heldOutLosses();
        return epochs >= 3 && losses.length > 0 && losses[losses.length - 1] > 1.05 * leastLoss;
    }

    private boolean lossIsFalling() {
        double[] losses = heldOutLosses();
        int last = losses.length - 1;
        return last < 1 || losses[last] < (1 - STILL_FALLING) * losses[last - 1];
    }

    private double[] heldOutLosses() {
        return lastTwo.stream().flatMap(epoch -> epoch.heldOut().stream()).mapToDouble(each -> each.evaluation().loss()).toArray();
    }

    private Optional<EpochEnded> lastEpoch() {
        return lastTwo.isEmpty() ? Optional.empty() : Optional.of(lastTwo.getLast());
    }

    private static String withoutDot(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String nice(double rate) {
        return Numbers.shortest(new BigDecimal(rate).round(new MathContext(1)).doubleValue());
    }
}
