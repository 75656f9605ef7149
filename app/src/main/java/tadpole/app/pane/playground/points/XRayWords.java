package tadpole.app.pane.playground.points;

import java.util.Locale;
import java.util.Optional;
import tadpole.app.pane.playground.points.Columns.Spot;
import tadpole.engine.formula.Address;
import tadpole.engine.twin.DoubleTensor;

/**
 * What the room calls a number whose arithmetic is open, and for which points it is computed.
 *
 * @param raw    the points of the traced step, x1 and x2 of each in a row
 * @param picked whether it is the one point that one asked about
 */
record XRayWords(PlayDraft draft, DoubleTensor raw, PlayXRay.Over over, boolean picked) {

    /**
     * @param spot   where the drawing has the number
     * @param before whether it is what a neuron gives to its activation
     */
    String of(Address address, Optional<Spot> spot, boolean before) {
        String title = spot.map(new SpotWords(draft, new Look())::title).orElse("") + (before ? ", before its activation," : "");
        return switch (address) {
            case Address.Raw at -> (at.index() == 0 ? "x₁" : "x₂") + at(at.sample());
            case Address.Input at -> title + at(at.sample());
            case Address.Activation at -> title + at(at.sample());
            case Address.Probability at -> title + at(at.sample());
            case Address.Jacobian at -> title + at(at.sample());
            case Address.ActivationGradient at -> "Gradient of " + within(title) + at(at.sample());
            case Address.SampleLoss at -> "Loss" + at(at.sample());
            case Address.Loss _ -> "Loss over " + points();
            case Address.Weight _, Address.RuleLine _, Address.Cell _ -> title;
            case Address.WeightGradient _ -> "Gradient of " + within(title) + " over " + points();
            case Address.Memory _ -> title + ", memory after a step on " + points();
            case Address.Updated _ -> title + " after a step on " + points();
        };
    }

    private static String within(String title) {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    private String at(int sample) {
        String point = String.format(Locale.ROOT, " at x₁ = %.3f, x₂ = %.3f", raw.at(sample, 0), raw.at(sample, 1)).replace('-', '−');
        return point + (picked ? ", the picked point" : over == PlayXRay.Over.TEST ? ", a test point" : ", a training point; click the map for another");
    }

    private String points() {
        if (picked) {
            return String.format(Locale.ROOT, "the picked point, x₁ = %.3f, x₂ = %.3f", raw.at(0, 0), raw.at(0, 1)).replace('-', '−');
        }
        return switch (over) {
            case NEXT -> raw.rows() == 1 ? "the first training point" : "the first %d training points".formatted(raw.rows());
            case TRAINING -> "all %d training points".formatted(raw.rows());
            case TEST -> "all %d test points".formatted(raw.rows());
        };
    }
}
