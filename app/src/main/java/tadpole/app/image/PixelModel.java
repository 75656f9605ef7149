package tadpole.app.image;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** One image looked at pixel by pixel: which numbers are shown of it, and the pixel one points at. */
public final class PixelModel {

    /** The file's own numbers, or the network's. */
    public enum Scale {
        RAW,
        NORMALIZED
    }

    public record Pixel(int y, int x) {}

    private static final String NAMES = "RGB";
    private static final String CUT_AWAY = "–";

    private final ObjectProperty<Optional<PixelGrid>> grid = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Scale> scale = new SimpleObjectProperty<>(Scale.RAW);
    private final IntegerProperty channel = new SimpleIntegerProperty(1);
    private final ObjectProperty<Pixel> focus = new SimpleObjectProperty<>(new Pixel(0, 0));
    private final ObjectProperty<Optional<Pixel>> lit = new SimpleObjectProperty<>(Optional.empty());

    public ObjectProperty<Optional<PixelGrid>> gridProperty() {
        return grid;
    }

    public ObjectProperty<Scale> scaleProperty() {
        return scale;
    }

    /** The channel whose numbers are written; an image with fewer channels shows its last one. */
    public IntegerProperty channelProperty() {
        return channel;
    }

    /** The pixel that one points at. */
    public ObjectProperty<Pixel> focusProperty() {
        return focus;
    }

    /** The pixel whose number is explained. */
    public ObjectProperty<Optional<Pixel>> litProperty() {
        return lit;
    }


    /** Shows another image; the pixel pointed at stays, or goes to the middle where the size changes. */
    public void show(PixelGrid shown) {
        boolean sameSize = grid.get()
                .filter(old -> old.height() == shown.height() && old.width() == shown.width())
                .isPresent();
        grid.set(Optional.of(shown));
        if (!sameSize) {
            focus.set(new Pixel((shown.height() - 1) / 2, (shown.width() - 1) / 2));
        }
    }

    /** Points at a pixel, or at the nearest one where it lies outside. */
    public void point(int y, int x) {
        grid.get().ifPresent(shown ->
                focus.set(new Pixel(Math.clamp(y, 0, shown.height() - 1), Math.clamp(x, 0, shown.width() - 1))));
    }

    /** The channel whose numbers are written of this image. */
    public int channelOf(PixelGrid shown) {
        return Math.min(channel.get(), shown.channels() - 1);
    }

    /** What is written in a pixel's cell. */
    String cell(PixelGrid shown, int y, int x) {
        return number(shown, channelOf(shown), y, x);
    }

    /** Digits that the longest number may take. */
    int digits() {
        return scale.get() == Scale.RAW ? 3 : 5;
    }

    /** Such as "y 15, x 13 · R 105 G 97 B 67"; empty without an image. */
    public String pointedText() {
        return grid.get().map(this::pointedText).orElse("");
    }

    private String pointedText(PixelGrid shown) {
        Pixel at = focus.get();
        String numbers = shown.isColored()
                ? IntStream.range(0, 3)
                        .mapToObj(c -> NAMES.charAt(c) + " " + number(shown, c, at.y(), at.x()))
                        .collect(Collectors.joining(" "))
                : "value " + number(shown, 0, at.y(), at.x());
        return "y %d, x %d · %s".formatted(at.y(), at.x(), numbers);
    }

    private String number(PixelGrid shown, int ofChannel, int y, int x) {
        if (scale.get() == Scale.RAW) {
            return Integer.toString(Math.round(shown.raw(ofChannel, y, x)));
        }
        float prepared = shown.prepared(ofChannel, y, x);
        return Float.isNaN(prepared) ? CUT_AWAY : String.format(Locale.ROOT, "%.2f", prepared);
    }
}
