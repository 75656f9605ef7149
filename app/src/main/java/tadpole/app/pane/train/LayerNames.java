package tadpole.app.pane.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of layers as one reads them. */
public final class LayerNames {

    private LayerNames() {}

    /** "linear1" as "linear 1", "residualBlock1.body.batchNorm2d2" as "residual block 1 body batch norm 2". */
    public static String words(String layer) {
        return Arrays.stream(layer.split("\\.")).map(LayerNames::part).collect(Collectors.joining(" "));
    }

    private static String part(String name) {
        String spaced = name.replaceAll("2d(\\d*)$", "$1").replaceAll("([a-z])([A-Z])", "$1 $2").replaceAll("(\\d+)$", " $1");
        return spaced.toLowerCase(Locale.ROOT);
    }
}
