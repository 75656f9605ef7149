package tadpole.app.pane.kernels;

import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Mixing;

/** Which filter and which input channel of a convolution the views draw. */
public final class Shown {

    private Shown() {}

    /** The chosen filter; where each channel has an output of its own, that of the place. */
    public static int filter(KernelsModel model, Convolved of) {
        boolean each = of.plan().mixing() == Mixing.EACH;
        int wanted = each ? model.placeProperty().get().map(KernelsModel.Place::channel).orElse(0) : model.filterProperty().get();
        return Math.clamp(wanted, 0, of.channels() - 1);
    }

    /** The input channel that the filter sees and whose kernel is edited. */
    public static int channel(KernelsModel model, Convolved of) {
        boolean each = of.plan().mixing() == Mixing.EACH;
        return each ? filter(model, of) : Math.clamp(model.channelProperty().get(), 0, of.picture().channels() - 1);
    }
}
