package tadpole.app.pane.studio.harmonize;

import java.util.Locale;
import java.util.Optional;
import tadpole.engine.picture.harmonize.Stage;

/**
 * What the picture was at one moment of a run.
 *
 * @param stage     empty for the composite before the first
 * @param iteration of its stage
 * @param last      whether the stage ended with it
 */
record Frame(Optional<Stage> stage, int iteration, boolean last, PackedPicture picture) {

    /** "composite", "pass 1 · 120", "finish". */
    String label() {
        return stage.map(each -> each == Stage.FINISH ? "finish" : "%s · %d".formatted(each.label().toLowerCase(Locale.ROOT), iteration)).orElse("composite");
    }

    boolean isOf(Stage which) {
        return stage.filter(each -> each == which).isPresent();
    }
}
