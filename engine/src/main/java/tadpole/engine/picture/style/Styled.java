package tadpole.engine.picture.style;

import java.util.Optional;
import tadpole.engine.picture.Picture;

/**
 * What came of a style transfer.
 *
 * @param picture    as far as it got, at its full size
 * @param iterations that were made
 * @param state      to go on from, where it was stopped before its end
 */
public record Styled(Picture picture, int iterations, Optional<StyleState> state) {}
