package tadpole.engine.training;

import java.util.List;

/**
 * The loss on the plane of training's way, also so far.
 *
 * @param first    share of the paths' variance along the first direction, 0 to 1
 * @param second   along the second
 * @param images   over how many training images each loss is the mean
 * @param trained  how many training images there were, those held out left out
 * @param noise    whether the second direction is a random one, for the paths lie on a line
 * @param seconds  of work, pauses left out
 */
public record LossMap(
        List<TrainingPath> paths, LossGrid grid, double first, double second, boolean noise, int images, int trained, int parameters, double seconds) {

    public LossMap {
        paths = List.copyOf(paths);
    }

    public boolean isWhole() {
        return grid.known() == grid.size();
    }
}
