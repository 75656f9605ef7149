package tadpole.engine.picture.style;

import java.util.List;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.pull.PullValue;

/** What a style transfer tells while it runs, in this order: Began, then Iterated and Preview, then Ended. */
public sealed interface StyleEvent {

    /**
     * @param iterations in all, at all sizes
     * @param notes      what is otherwise than it was asked for, one sentence each, such as a layer that the network does not have
     */
    record Began(int iterations, List<String> notes) implements StyleEvent {}

    /**
     * @param iteration counted from 1 over all sizes
     * @param width     of the picture at this size
     */
    record Iterated(int iteration, int of, int height, int width, List<PullValue> pulls) implements StyleEvent {}

    /** The whole picture at its full size as it is now; at least once a second, or at each iteration where one takes longer. */
    record Preview(int iteration, Picture picture) implements StyleEvent {}

    record Ended(Picture picture) implements StyleEvent {}
}
