package tadpole.app.pane.kernels.trained;

import java.util.List;
import java.util.Locale;
import tadpole.app.chart.Digits;
import tadpole.engine.convolution.Comparison;
import tadpole.engine.convolution.SwitchedOff;
import tadpole.engine.training.Evaluation;

/** What the room says of accuracies. */
final class Words {

    private Words() {}

    static String percent(Evaluation evaluation) {
        return percent(evaluation.accuracy());
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** "4 became wrong, 1 became right, 2 are wrong in another way". */
    static String flips(Comparison comparison) {
        List<Comparison.Flip> flips = comparison.flips();
        if (flips.isEmpty()) {
            return "no image is given another class";
        }
        long broken = flips.stream().filter(Comparison.Flip::isBroken).count();
        long mended = flips.stream().filter(Comparison.Flip::isMended).count();
        long others = flips.size() - broken - mended;
        return "%d became wrong, %d became right%s".formatted(broken, mended,
                others == 0 ? "" : ", %d %s wrong in another way".formatted(others, others == 1 ? "is" : "are"));
    }

    static String images(int count, String part) {
        return "%s %s %s".formatted(Digits.count(count), part, count == 1 ? "image" : "images");
    }

    /** One line on what came of it. */
    static String line(Comparison comparison, String part) {
        return "%s → %s right on %s: %s.".formatted(percent(comparison.before().evaluation()), percent(comparison.after().evaluation()),
                images(comparison.samples().size(), part), flips(comparison));
    }

    static String line(SwitchedOff ranked) {
        if (ranked.without().isEmpty()) {
            return "Stopped before a filter was tried.";
        }
        SwitchedOff.Without first = ranked.ranking().getFirst();
        String tried = ranked.without().size() < ranked.filters() ? "; %d of %d were tried".formatted(ranked.without().size(), ranked.filters()) : "";
        int fewer = ranked.before().evaluation().correct() - first.evaluation().correct();
        return fewer <= 0
                ? "Without filter %d of %s no fewer are right than with all (%s), nor without any other%s.".formatted(
                        first.filter() + 1, ranked.layer(), percent(ranked.before().evaluation()), tried)
                : "Without filter %d of %s the fewest are right: %s instead of %s, %d fewer%s.".formatted(
                        first.filter() + 1, ranked.layer(), percent(first.evaluation()), percent(ranked.before().evaluation()), fewer, tried);
    }
}
