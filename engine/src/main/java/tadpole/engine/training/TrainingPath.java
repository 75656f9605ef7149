package tadpole.engine.training;

import java.util.List;

/**
 * The way of one run on a loss plane, from its start to its end.
 *
 * @param distance from its start to its end, in the space of all parameters
 */
public record TrainingPath(String label, List<Moment> moments, double distance) {

    public TrainingPath {
        moments = List.copyOf(moments);
    }

    /**
     * Where the run was after a step, straight above or below the plane.
     *
     * @param x    along the first direction, from the end of the first run
     * @param y    along the second
     * @param loss of the network as it truly was, over the plane's images
     * @param off  how far from the plane
     */
    public record Moment(long step, double x, double y, double loss, double off) {}

    public Moment end() {
        return moments.getLast();
    }
}
