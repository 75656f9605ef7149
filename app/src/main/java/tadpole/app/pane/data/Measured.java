package tadpole.app.pane.data;

import java.util.List;
import tadpole.engine.dataset.ChannelStatistics;
import tadpole.engine.dataset.Preparation;

/**
 * What was measured on a data set's training images.
 *
 * @param statistics   of the raw numbers, per channel
 * @param preparations what makes the raw numbers normalized ones
 * @param said         these preparations in a sentence
 */
record Measured(ChannelStatistics statistics, List<Preparation> preparations, String said) {

    /** The same for pixels 0..1. */
    Measured dividedBy255() {
        return new Measured(statistics.dividedBy(255), preparations, said);
    }
}
