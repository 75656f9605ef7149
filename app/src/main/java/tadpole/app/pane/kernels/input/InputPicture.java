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

    /** Such as "32 × 32 · red, green, blue", or "768 high, 1024 wide · gray". */
    public String facts() {
        boolean square = picture.height() == picture.width();
        return (square ? "%d × %d · %s" : "%d high, %d wide · %s").formatted(picture.height(), picture.width(), channels());
    }

    /** How many numbers it holds. */
    long size() {
        return picture.values().size();
    }

    private String channels() {
        return switch (picture.channels()) {
            case 1 -> "gray";
            case 3 -> "red, green, blue";
            default -> picture.channels() + " channels";
        };
    }
}
