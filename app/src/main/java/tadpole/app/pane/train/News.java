package tadpole.app.pane.train;

import java.util.List;
import tadpole.engine.dataset.Split;
import tadpole.engine.training.TrainingEvent;

/** What a run tells the window, in order. */
sealed interface News {

    record Happened(TrainingEvent event) implements News {}

    /**
     * What the network says of some images at this step.
     *
     * @param split the images' own
     */
    record Looked(Split split, List<Seen> images) implements News {}
}
