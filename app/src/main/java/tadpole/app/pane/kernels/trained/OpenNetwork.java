package tadpole.app.pane.kernels.trained;

import tadpole.engine.convolution.TrainedFilters;
import tadpole.engine.layer.Network;
import tadpole.engine.training.TrainedNetwork;

/**
 * A network whose filters are shown.
 *
 * @param title its name, as the subtitle says it
 */
record OpenNetwork(String title, TrainedNetwork trained, TrainedFilters filters) {

    static OpenNetwork of(String title, TrainedNetwork trained) {
        return new OpenNetwork(title, trained, TrainedFilters.of(trained.network()));
    }

    /** The same with other weights. */
    OpenNetwork with(Network other) {
        return of(title, new TrainedNetwork(trained.experiment(), trained.dataset(), trained.setup(), other));
    }
}
