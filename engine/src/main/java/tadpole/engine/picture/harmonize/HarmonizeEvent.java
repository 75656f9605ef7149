package tadpole.engine.picture.harmonize;

import java.util.List;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.pull.PullValue;

/** What a harmonization tells while it runs, in this order: per stage Began, then Iterated and Preview, then Ended. */
public sealed interface HarmonizeEvent {

    Stage stage();

    /** @param iterations of the stage in all, at all sizes */
    record Began(Stage stage, int iterations) implements HarmonizeEvent {}

    /** @param iteration counted from 1 */
    record Iterated(Stage stage, int iteration, int of, List<PullValue> pulls) implements HarmonizeEvent {}

    /** The whole picture at the scene's own size as it is now; at least once a second. */
    record Preview(Stage stage, int iteration, Picture picture) implements HarmonizeEvent {}

    /** @param picture what came of the stage, at the scene's own size */
    record Ended(Stage stage, Picture picture) implements HarmonizeEvent {}
}
