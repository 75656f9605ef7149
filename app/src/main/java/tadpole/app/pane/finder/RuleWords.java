package tadpole.app.pane.finder;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tadpole.app.chart.Digits;
import tadpole.engine.training.RateProof;
import tadpole.engine.training.Suggestion;

/** What the rules look at and why they differ, in words. */
final class RuleWords {

    private static final double ALIKE = 3;

    private RuleWords() {}

    /** One line under a rule's name. */
    static String about(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.Steepest _ -> "fastest fall before the lowest point";
            case Suggestion.Valley _ -> "middle of the longest fall";
            case Suggestion.Minimum _ -> "a tenth of the lowest point, " + Digits.two(10 * suggestion.rate());
            case Suggestion.Slide _ -> "15 points with alike slopes at both ends";
        };
    }

    /** How it is read, and where that departs from fastai's letter. */
    static String reading(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.Steepest _ -> "Where the average falls fastest for a power of ten of the rate. Only before its lowest point: "
                    + "fastai also looks behind it, into the noise of the divergence.";
            case Suggestion.Valley _ -> "The middle of the longest stretch that falls at every step. fastai lets steps be left out, "
                    + "and so counts the flat start too.";
            case Suggestion.Minimum _ -> "A tenth of the rate with the least average, as fastai has it.";
            case Suggestion.Slide _ -> "From the right, 15 points move left until the slopes at both ends are alike; their left end. They start where the "
                    + "average has risen halfway back: fastai starts at the very end, which the lesson's many steps put into the divergence.";
        };
    }

    /** Whether they agree, and else what the two outermost look at. */
    static String difference(List<Suggestion> suggestions) {
        if (suggestions.size() < 2) {
            return "";
        }
        Suggestion least = suggestions.stream().min(Comparator.comparingDouble(Suggestion::rate)).orElseThrow();
        Suggestion most = suggestions.stream().max(Comparator.comparingDouble(Suggestion::rate)).orElseThrow();
        double factor = most.rate() / least.rate();
        if (factor <= ALIKE) {
            return String.format(Locale.ROOT, "They agree within a factor of %.1f.", factor);
        }
        return "%s is %s times %s: %s, %s.".formatted(
                capital(most.name()), Digits.two(factor), least.name(), why(most), why(least));
    }

    static String verdict(RateProof proof) {
        return switch (proof.verdict()) {
            case HARDLY_MOVES -> "hardly moves: too low";
            case FALLS_SLOWLY -> "falls, slowly";
            case FALLS -> "falls fast and steadily";
            case FALLS_UNSTEADILY -> "falls fast, but jumps on the way";
            case JUMPS -> "jumps: too high";
            case RISES -> "rises: too high";
            case EXPLODES -> "explodes at step %d: far too high".formatted(proof.losses().length);
        };
    }

    private static String why(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.Steepest _ -> "steepest looks at one point only";
            case Suggestion.Valley _ -> "valley counts how long the loss falls, however slowly";
            case Suggestion.Minimum _ -> "the minimum comes late, as the average lags behind";
            case Suggestion.Slide _ -> "slide comes down from where the loss rises again";
        };
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
