package tadpole.app.chart;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tadpole.resources.Resources;

/**
 * What a chart is drawn with: the color tokens of a theme.
 *
 * @param accent what one chose
 * @param hues   four that people tell apart whatever colors they see, for things of equal rank
 */
public record ChartColors(
        Color surface, Color raised, Color border, Color text, Color muted, Color grid, Color training, Color validation,
        Color right, Color caution, Color wrong, Color accent, List<Color> hues) {

    /** @param token gives the color of a token, such as "training" */
    public static ChartColors of(Function<String, Color> token) {
        return new ChartColors(
                token.apply("surface"),
                token.apply("raised"),
                token.apply("border"),
                token.apply("text"),
                token.apply("muted"),
                token.apply("grid"),
                token.apply("training"),
                token.apply("validation"),
                token.apply("right"),
                token.apply("caution"),
                token.apply("wrong"),
                token.apply("accent"),
                IntStream.rangeClosed(1, 4).mapToObj(i -> token.apply("hue-" + i)).toList());
    }

    /** Of the light theme, for files and paper. */
    public static ChartColors light() {
        try (InputStream in = Resources.open("css/tokens-light.css")) {
            String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return of(token -> find(sheet, token));
        } catch (IOException missing) {
            throw new UncheckedIOException("The light theme's colors are missing from the program.", missing);
        }
    }

    /** Between the one (0) and the other (1). */
    static Color mix(Color from, Color to, double share) {
        double part = Math.clamp(share, 0, 1);
        return new Color((int) Math.round(from.getRed() + part * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + part * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + part * (to.getBlue() - from.getBlue())));
    }

    /** Between transparent (0) and itself (1). */
    static Color faint(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }

    private static Color find(String sheet, String token) {
        Matcher matcher = Pattern.compile("-tp-" + token + ":\\s*(#[0-9A-Fa-f]{6})").matcher(sheet);
        if (!matcher.find()) {
            throw new IllegalStateException("There is no color token \"" + token + "\".");
        }
        return Color.decode(matcher.group(1));
    }
}
