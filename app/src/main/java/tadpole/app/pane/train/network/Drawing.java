package tadpole.app.pane.train.network;

import java.util.List;
import java.util.Optional;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.design.Design;
import tadpole.engine.training.Experiment;

/**
 * All that the picture of a network shows at one moment.
 *
 * @param design what the layers are for the open data
 * @param links  its cards, in order
 */
record Drawing(Experiment experiment, Dataset dataset, Design design, List<Link> links) {

    Drawing {
        links = List.copyOf(links);
    }

    Optional<Link> linkOf(int index) {
        return links.stream().filter(link -> link.holds(index)).findFirst();
    }

    boolean isFolded() {
        return links.stream().anyMatch(link -> link.count() > 1);
    }
}
