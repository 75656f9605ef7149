package tadpole.app.pane.gradients.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tadpole.app.chart.Digits;
import tadpole.engine.inspect.Sanity;

/** The sanity figures in words. */
final class Facts {

    /** A loss is far from ln(classes) where it is so many times as large. */
    private static final double FAR = 10;
    private static final double LARGE_SCALE = 20;

    private Facts() {}

    static List<Fact> of(Sanity sanity) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("first loss", Digits.shortest(sanity.loss()), sanity.loss() > FAR * sanity.expected() ? "✗" : "",
                "A network that knows nothing yet should be near ln(outputs) = %s. Far above it the start weights are too large."
                        .formatted(Digits.shortest(sanity.expected()))));
        facts.add(new Fact("loss, a step up the gradient", signed(sanity.lossMoves()), sanity.lossMoves() > 0 ? "✓" : "✗",
                "How far the loss goes where all weights go 1 % of their size up the gradient: it must rise. 0: forward does not see them. A fall: the gradient points the wrong way, or the loss bends within this step."));
        facts.add(new Fact("gradient, second call", sanity.secondCall() == 0 ? "the same" : CheckWords.small(sanity.secondCall()),
                sanity.secondCall() == 0 ? "✓" : "✗", "norm(a - b) / norm(a + b) of the gradients, called twice. Anything but 0: something is kept from the step before."));
        for (Sanity.OfLayer layer : sanity.layers()) {
            if (layer.weights() > 0) {
                boolean odd = layer.scale() == 0 || layer.scale() > LARGE_SCALE || layer.positive() == 1 && layer.spread() > 0;
                facts.add(new Fact(layer.name() + ", start", String.format(Locale.ROOT, "%s/√in, %.0f %% > 0", Digits.two(layer.scale()), 100 * layer.positive()),
                        odd ? "✗" : "✓", "Root mean square of the start weights in units of 1/√inputs, which is near 1 for a sound start, and the share that is positive, near 50 %."));
            } else if (layer.name().startsWith("relu")) {
                facts.add(new Fact(layer.name() + ", zeros", String.format(Locale.ROOT, "%.0f %%", 100 * layer.zeros()), layer.zeros() == 1 ? "✗" : "",
                        "Share of the outputs that are exactly 0. 100 %: nothing passes, and no gradient either."));
            }
        }
        return facts;
    }

    private static String signed(double value) {
        return value < 0 ? "-" + CheckWords.small(-value) : value == 0 ? "0" : "+" + CheckWords.small(value);
    }
}
