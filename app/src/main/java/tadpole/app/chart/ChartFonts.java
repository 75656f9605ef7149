package tadpole.app.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The type of charts: Inter for words, JetBrains Mono for figures.
 *
 * @param small   11, axes and legends
 * @param title   12, semibold
 * @param figures 11, of equal width
 */
public record ChartFonts(Font small, Font title, Font figures) {

    private static final String FOLDER = "com/formdev/flatlaf/fonts/";

    /** @throws ChartException where the machine has no means to draw text at all */
    public static ChartFonts load() throws ChartException {
        try {
            ChartFonts fonts = new ChartFonts(
                    read("inter/Inter-Regular.otf").deriveFont(11f),
                    read("inter/Inter-SemiBold.otf").deriveFont(12f),
                    read("jetbrains_mono/JetBrainsMono-Regular.ttf").deriveFont(11f));
            fonts.title.getStringBounds("Loss", new FontRenderContext(null, true, true));
            return fonts;
        } catch (IOException | FontFormatException | RuntimeException | LinkageError | InternalError noFonts) {
            throw new ChartException(
                    "Charts cannot be drawn: Java finds no fonts on this machine. Install fontconfig and one font, on "
                            + "Debian and Ubuntu: apt install fontconfig fonts-dejavu-core.",
                    noFonts);
        }
    }

    /** One size up, for pictures that a room looks at from afar. */
    ChartFonts larger() {
        return new ChartFonts(small.deriveFont(12f), title.deriveFont(13f), figures.deriveFont(12f));
    }

    private static Font read(String file) throws IOException, FontFormatException {
        try (InputStream in = ChartFonts.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        }
    }
}
