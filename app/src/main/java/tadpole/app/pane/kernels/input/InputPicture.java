package tadpole.app.pane.kernels.input;

import java.util.List;
import tadpole.engine.picture.Picture;

/**
 * The picture that the pane works on.
 *
 * @param notes what was done to it on the way, one sentence each; may be empty
 */
public record InputPicture(Picture picture, List<String> notes, Origin origin) {

    public InputPicture {
        notes = List.copyOf(notes);
    }

    /** Such as "32 × 32 · red, green, blue": rows first, as shapes have them. */
    public String facts() {
        return "%d × %d · %s".formatted(picture.height(), picture.width(), channels());
    }

    private String channels() {
        return switch (picture.channels()) {
            case 1 -> "gray";
            case 3 -> "red, green, blue";
            default -> picture.channels() + " channels";
        };
    }
}
