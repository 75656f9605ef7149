package tadpole.app.pane.train.inside;

import java.util.List;
import java.util.Optional;
import tadpole.app.chart.Digits;
import tadpole.app.image.Toning;
import tadpole.app.pane.train.Sight;
import tadpole.engine.insight.LayerPictures;
import tadpole.engine.tensor.Parameter;

/**
 * One layer of what is looked at, as pictures.
 *
 * @param layers  that one may choose from
 * @param of      what the numbers are of, where that is not said by their kind: "test image 12, a 7"
 * @param biases  of its units, where it has any and they are weights that are shown
 */
record Pictures(Sight sight, Kind kind, List<String> layers, LayerPictures shown, String of, Optional<Parameter> biases) {

    /** Such as "42 of 100 units as 28 × 28 pictures". */
    String words(int there) {
        int seen = Math.min(there, shown.count());
        int high = shown.picture().at(1);
        int wide = shown.picture().at(2);
        String size = "%d × %d".formatted(high, wide);
        if (shown.isMatrix()) {
            return kind == Kind.ACTIVATIONS ? high == 1 ? "%d units in a row".formatted(wide) : "%d units, %d in a row".formatted(high * wide, wide)
                    : "%d rows of %d, one for each unit".formatted(high, wide);
        }
        String counted = seen == shown.count() ? "all %s".formatted(count(seen)) : "%s of %s".formatted(count(seen), count(shown.count()));
        return switch (shown.naming().each()) {
            case "unit" -> shown.naming().channels() > 1 ? "%s unit by channel pictures, %s".formatted(counted, size)
                    : "%s units as %s pictures%s".formatted(counted, size, shown.isColored() ? " in color" : "");
            case "channel" -> "%s channels, %s".formatted(counted, size);
            default -> shown.naming().channels() == 1 ? "%s filters, %s%s".formatted(counted, size, shown.isColored() ? " in color" : "")
                    : "%s filter by channel kernels, %s".formatted(counted, size);
        };
    }

    private static String count(int number) {
        return Digits.count(number);
    }

    /** How all of them are colored together. */
    Toning toning() {
        return toning(shown.range());
    }

    /** How one of them would be colored alone. */
    Toning toning(int picture) {
        return toning(shown.range(picture));
    }

    private Toning toning(LayerPictures.Range range) {
        if (Float.isNaN(range.least())) {
            return Toning.signed(0);
        }
        if (shown.isColored()) {
            return Toning.color(-range.reach(), range.reach());
        }
        return kind == Kind.ACTIVATIONS && range.least() >= 0 ? Toning.magnitude(range.greatest()) : Toning.signed(range.reach());
    }
}
