package tadpole.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast as WCAG 2.1 defines it, to one decimal: validation on window is 4.497. */
class ContrastTest {

    private static final List<String> TEXTS =
            List.of("text", "muted", "accent", "training", "validation", "right", "wrong", "caution");
    private static final List<String> GROUNDS = List.of("window", "surface", "raised");

    @ParameterizedTest
    @EnumSource
    void everyTextIsReadableOnEveryGround(Theme.Kind kind) {
        Theme theme = new Theme(kind);
        for (String text : TEXTS) {
            for (String ground : GROUNDS) {
                assertThat(contrast(theme.color(text), theme.color(ground))).as("%s on %s", text, ground).isGreaterThanOrEqualTo(4.5);
            }
        }
        assertThat(contrast(theme.color("on-accent"), theme.color("accent"))).as("on-accent").isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(theme.color("accent"), theme.color("accent-soft"))).as("accent on its soft").isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(theme.color("text"), theme.color("accent-soft"))).as("text on accent-soft").isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(theme.color("muted"), theme.color("accent-soft"))).as("muted on accent-soft").isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT_HIGH_CONTRAST", "DARK_HIGH_CONTRAST"})
    void highContrastShowsItsHairlinesAndMutedTextClearly(Theme.Kind kind) {
        Theme theme = new Theme(kind);

        assertThat(contrast(theme.color("border"), theme.color("surface"))).isGreaterThanOrEqualTo(3);
        assertThat(contrast(theme.color("muted"), theme.color("surface"))).isGreaterThanOrEqualTo(7);
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.round(10 * Math.max(a, b) / Math.min(a, b)) / 10.0;
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
