package tadpole.engine.picture.harmonize;

import java.util.Map;
import java.util.Optional;
import tadpole.engine.picture.Picture;

/**
 * What came of a harmonization.
 *
 * @param picture as far as it got, at the scene's own size
 * @param stages  what each finished stage gave, at the scene's own size
 * @param state   to go on from, where it was stopped before its end
 */
public record Harmonized(Picture picture, Map<Stage, Picture> stages, Optional<HarmonizeState> state) {}
