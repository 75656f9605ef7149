package tadpole.engine.inspect;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tadpole.engine.recipe.Settings;

/**
 * What a check blames.
 *
 * @param evidence the number that shows it: a norm of gradients, a scale of weights; of what is right the norm over all parameters
 * @param because  one sentence
 */
public record Verdict(Place place, double evidence, String because) {

    /** A second call that differs by more than this keeps something of the first. */
    private static final double WRONG = 0.01;
    private static final double LIKE = 0.01;

    /**
     * Follows the gradient back from the loss: the first whose own gradients are wrong, while what it is given is right, is to blame. What
     * differs only as much as the numeric gradient is off at this h is nobody's fault: there the verdict is {@link Place#UNTOLD}.
     */
    public static Verdict of(CheckResult result, Sanity sanity) {
        if (result.secondCall() > WRONG) {
            return told(Place.STEP, result.secondCall(),
                    "The second call gives other gradients than the first, norm %.3g: something is added to what was there.", result.secondCall());
        }
        Judge judge = Judge.of(result.tensors(), result.settings());
        return stale(result, judge)
                .or(() -> loss(result, judge))
                .or(() -> layer(result, judge))
                .or(sanity::start)
                .or(() -> untold(result))
                .orElseGet(() -> told(Place.NOWHERE, result.smoothNorm(), "Analytic and numeric gradients agree, norm %.3g.", result.smoothNorm()));
    }

    /** Why this check tells nothing about some gradients and what to do; empty where it finds something wrong, or all right. */
    public static Optional<Verdict> untold(CheckResult result) {
        Judge judge = Judge.of(result.tensors(), result.settings());
        if (result.tensors().stream().anyMatch(each -> judge.of(each) == Judgment.WRONG)) {
            return Optional.empty();
        }
        String h = h(result.settings());
        int moved = result.parameters().stream().mapToInt(CheckedTensor::checked).sum();
        if (moved == 0 && !result.parameters().isEmpty()) {
            return Optional.of(told(Place.UNTOLD, 0, "No parameter is checked yet."));
        }
        if (2 * result.kinks() > moved) {
            return Optional.of(told(Place.UNTOLD, result.kinks(), "At h = %s %d of %d parameters crossed a kink: too coarse a step. %s", h, result.kinks(), moved, advice(result)));
        }
        return result.tensors().stream().filter(each -> judge.of(each) == Judgment.UNTOLD)
                .max(Comparator.comparingDouble(CheckedTensor::smoothNorm)).map(worst -> {
                    Norm norm = new Norm();
                    worst.addTo(norm, true);
                    return told(Place.UNTOLD, worst.smoothNorm(), "At h = %s the numeric gradient by %s is itself off by about %.2g, where the gradient is %.2g: too %s a step. %s",
                            h, worst.name(), norm.distance(), norm.analyticSize(), isFine(result.settings()) ? "fine" : "coarse", advice(result));
                });
    }

    /** 1, 0.001, 1e-14. */
    private static String h(Settings settings) {
        return Double.toString(settings.decimal("h")).toLowerCase(Locale.ROOT).replace(".0e", "e").replaceFirst("\\.0$", "");
    }

    private static boolean isFine(Settings settings) {
        return settings.decimal("h") < new ErrorCurve.Line(settings.choice("precision").equals("float"), settings.choice("difference").equals("centered"), List.of()).theoryH();
    }

    private static String advice(CheckResult result) {
        boolean usual = result.settings().choice("precision").equals("double") && Math.abs(Math.log10(result.settings().decimal("h")) + 5) < 0.5;
        return usual ? "The curve of the error against h shows a better one." : "Take h = 1e-5 in double.";
    }

    private static Verdict told(Place place, double evidence, String because, Object... numbers) {
        return new Verdict(place, evidence, String.format(Locale.ROOT, because, numbers));
    }

    private static Optional<Verdict> stale(CheckResult result, Judge judge) {
        Norm norm = new Norm();
        result.parameters().forEach(each -> each.addTo(norm, true));
        double rounding = result.parameters().stream().mapToDouble(CheckedTensor::rounding).findFirst().orElse(0);
        boolean still = norm.count() > 0 && norm.numericSize() == 0 && norm.analyticSize() > rounding
                && result.parameters().stream().anyMatch(each -> judge.of(each) == Judgment.WRONG);
        return still && result.passing().stream().noneMatch(each -> judge.of(each) == Judgment.WRONG)
                ? Optional.of(told(Place.STEP, 0, "Every numeric gradient is 0: the loss does not move when the weights do."))
                : Optional.empty();
    }

    private static Optional<Verdict> loss(CheckResult result, Judge judge) {
        CheckedTensor outputs = result.passing().getLast();
        if (judge.of(outputs) != Judgment.WRONG) {
            return Optional.empty();
        }
        return Optional.of(told(Place.LOSS, outputs.smoothNorm(), "The gradient by the outputs is wrong already%s, norm %.3g.", factor(outputs), outputs.smoothNorm()));
    }

    /** What factor the wrong gradient has, where it has one. */
    private static String factor(CheckedTensor tensor) {
        Norm norm = new Norm();
        tensor.addTo(norm, true);
        return norm.misfit() < LIKE ? String.format(Locale.ROOT, ", %.4g times what it should be", norm.factor()) : "";
    }

    private static Optional<Verdict> layer(CheckResult result, Judge judge) {
        List<CheckedTensor> passing = result.passing();
        for (int k = passing.size() - 2; k >= 0; k--) {
            int layer = k;
            Optional<CheckedTensor> own = result.parameters().stream().filter(each -> each.layer() == layer && judge.of(each) == Judgment.WRONG).findFirst();
            CheckedTensor into = passing.get(k);
            if (own.isPresent() || judge.of(into) == Judgment.WRONG) {
                CheckedTensor wrong = own.orElse(into);
                return Optional.of(told(Place.layer(into.owner()), wrong.smoothNorm(), "What %s is given is right, but its gradient by %s is wrong%s, norm %.3g.",
                        into.owner(), own.isPresent() ? wrong.name() : "its input", factor(wrong), wrong.smoothNorm()));
            }
        }
        return Optional.empty();
    }
}
