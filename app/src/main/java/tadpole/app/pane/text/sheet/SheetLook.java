package tadpole.app.pane.text.sheet;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.scene.paint.Color;

/**
 * What lies under and around the letters.
 *
 * @param tint    the color under a token, by its index
 * @param framed  a token that one points at; negative for none
 * @param fresh   a token that was just written; negative for none
 * @param glowing tokens that the cache points to, with their attention, 0 to 1
 */
public record SheetLook(IntFunction<Optional<Color>> tint, int framed, int fresh, Map<Integer, Double> glowing) {

    public static final SheetLook PLAIN = new SheetLook(_ -> Optional.empty(), -1, -1, Map.of());

    public SheetLook {
        glowing = Map.copyOf(glowing);
    }
}
