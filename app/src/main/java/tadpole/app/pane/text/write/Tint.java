package tadpole.app.pane.text.write;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.paint.Color;
import tadpole.app.pane.text.Coloring;

/** From a number to the color under a token: the same colors as in the legend's bar. */
record Tint(Coloring coloring, Function<String, Color> tokens) {

    /** So many bits have the strongest color. */
    static final double MOST_BITS = 8;
    private static final double STRONGEST = 0.55;
    private static final double FAINTEST = 0.02;

    Optional<Color> of(ReadSoFar read, int index) {
        return at(switch (coloring) {
            case SURPRISE -> read.surprise(index) / MOST_BITS;
            case SHARE -> read.share(index);
            case UNIT -> read.unit(index);
            case PLAIN -> Double.NaN;
        });
    }

    /** @param share from 0, for a unit from -1, to 1 */
    Optional<Color> at(double share) {
        double strength = STRONGEST * Math.min(1, Math.abs(share));
        if (!(strength > FAINTEST)) {
            return Optional.empty();
        }
        String token = switch (coloring) {
            case SHARE -> "hue-3";
            case UNIT -> share < 0 ? "training" : "validation";
            case SURPRISE, PLAIN -> "validation";
        };
        return Optional.of(tokens.apply(token).deriveColor(0, 1, 1, strength));
    }

    String least() {
        return coloring == Coloring.UNIT ? "−1" : "0";
    }

    String most() {
        return switch (coloring) {
            case SURPRISE -> "8 bits";
            case SHARE -> "100 %";
            case UNIT -> "+1";
            case PLAIN -> "";
        };
    }

    /** What the color says, in a few words. @param one "letter" or "word" */
    String about(String one) {
        return switch (coloring) {
            case SURPRISE -> "how unexpected each " + one + " was to the network";
            case SHARE -> "how much of the probability of each " + one + " came from the cache";
            case UNIT -> "one unit's value after each " + one;
            case PLAIN -> "";
        };
    }
}
