package tadpole.engine.inspect;

import java.util.Optional;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/**
 * The numeric gradient of one number, written out.
 *
 * @param above   the loss at w + h
 * @param below   the loss at w - h; at w where the difference is one-sided
 * @param h       how far the number was moved
 * @param span    2h, or h where it is one-sided
 * @param crossed whether a kink lies between the two places
 */
public record Difference(double above, double below, double h, double span, boolean crossed) {

    /**
     * @param settings of {@link CheckPlan#RECIPE}
     * @param tensor   place in the check's list: first the parameters, then what passes
     * @param place    in the tensor
     */
    public static Difference of(CheckSubject subject, Settings settings, Optional<Planted> planted, Device device, int tensor, int place) {
        Network network = subject.copy();
        planted.ifPresent(each -> each.start(network));
        Chain chain = settings.choice("precision").equals("float") ? new FloatChain(subject, network, device) : new TwinChain(subject, network, planted);
        Stencil stencil = Stencil.of(settings);
        chain.gradients();
        double at = chain.value(tensor, place);
        double above = chain.loss(tensor, place, at + stencil.h());
        long over = chain.pattern();
        double below = chain.loss(tensor, place, stencil.centered() ? at - stencil.h() : at);
        return new Difference(above, below, stencil.h(), stencil.span(), over != chain.pattern());
    }

    public double value() {
        return (above - below) / span;
    }
}
