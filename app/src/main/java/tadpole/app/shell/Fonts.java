package tadpole.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.List;
import javafx.scene.text.Font;

/** Makes the fonts known that the style sheets name: Inter, Inter SemiBold and JetBrains Mono, that also bold. */
public final class Fonts {

    private static final System.Logger LOG = System.getLogger(Fonts.class.getName());
    private static final String FOLDER = "com/formdev/flatlaf/fonts/";
    private static final List<String> FILES =
            List.of("inter/Inter-Regular.otf", "inter/Inter-SemiBold.otf", "jetbrains_mono/JetBrainsMono-Regular.ttf", "jetbrains_mono/JetBrainsMono-Bold.ttf");

    private Fonts() {}

    /** Any thread; a font that cannot be read is logged, the system's own stands in for it. */
    public static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(FOLDER + file)) {
            if (in == null || Font.loadFont(in, 13) == null) {
                LOG.log(Level.WARNING, "The font {0} could not be read.", file);
            }
        } catch (IOException broken) {
            LOG.log(Level.WARNING, "The font " + file + " could not be read.", broken);
        }
    }
}
