package tadpole.engine.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a check blames.
 *
 * @param evidence the number that shows it: a norm of gradients, a scale of weights; of what is right the norm over all parameters
 * @param because  one sentence
 */
public record Verdict(Place place, double evidence, String because) {

    /** Norms above this are no matter of truncation, given h of 1e-3 or less; rounding is told apart. */
    private static final double WRONG = 0.01;
    private static final double LIKE = 0.01;

    /**
     * Follows the gradient back from the loss: the first whose own gradients are wrong, while what it is given is right, is to blame. Works
     * best on a centered check in double.
     */
    public static Verdict of(CheckResult result, Sanity sanity) {
        if (result.secondCall() > WRONG) {
            return told(Place.STEP, result.secondCall(),
                    "The second call gives other gradients than the first, norm %.3g: something is added to what was there.", result.secondCall());
        }
        return stale(result)
                .or(() -> loss(result))
                .or(() -> layer(result))
                .or(sanity::start)
                .orElseGet(() -> told(Place.NOWHERE, result.smoothNorm(), "Analytic and numeric gradients agree, norm %.3g.", result.smoothNorm()));
    }

    private static Verdict told(Place place, double evidence, String because, Object... numbers) {
        return new Verdict(place, evidence, String.format(Locale.ROOT, because, numbers));
    }

    private static Optional<Verdict> stale(CheckResult result) {
        Norm norm = new Norm();
        result.parameters().forEach(each -> each.addTo(norm, true));
        double rounding = result.parameters().stream().mapToDouble(CheckedTensor::rounding).findFirst().orElse(0);
        boolean still = norm.count() > 0 && norm.numericSize() == 0 && norm.analyticSize() > rounding;
        return still && result.passing().stream().noneMatch(Verdict::isWrong)
                ? Optional.of(told(Place.STEP, 0, "Every numeric gradient is 0: the loss does not move when the weights do."))
                : Optional.empty();
    }

    private static Optional<Verdict> loss(CheckResult result) {
        CheckedTensor outputs = result.passing().getLast();
        if (!isWrong(outputs)) {
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

    private static Optional<Verdict> layer(CheckResult result) {
        List<CheckedTensor> passing = result.passing();
        for (int k = passing.size() - 2; k >= 0; k--) {
            int layer = k;
            Optional<CheckedTensor> own = result.parameters().stream().filter(each -> each.layer() == layer && isWrong(each)).findFirst();
            CheckedTensor into = passing.get(k);
            if (own.isPresent() || isWrong(into)) {
                CheckedTensor wrong = own.orElse(into);
                return Optional.of(told(Place.layer(into.owner()), wrong.smoothNorm(), "What %s is given is right, but its gradient by %s is wrong%s, norm %.3g.",
                        into.owner(), own.isPresent() ? wrong.name() : "its input", factor(wrong), wrong.smoothNorm()));
            }
        }
        return Optional.empty();
    }

    private static boolean isWrong(CheckedTensor tensor) {
        Norm norm = new Norm();
        tensor.addTo(norm, true);
        return norm.value() > WRONG && norm.distance() > tensor.rounding();
    }
}
