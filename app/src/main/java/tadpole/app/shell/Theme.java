package tadpole.app.shell;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.paint.Color;
import tadpole.app.chart.ChartColors;

/** The colors of the window, and the color tokens that charts and canvases draw with: the very ones of the style sheets. */
public final class Theme {

    public enum Kind {
        LIGHT(false, List.of("tokens-light.css")),
        DARK(true, List.of("tokens-dark.css")),
        LIGHT_HIGH_CONTRAST(false, List.of("tokens-light.css", "tokens-light-contrast.css")),
        DARK_HIGH_CONTRAST(true, List.of("tokens-dark.css", "tokens-dark-contrast.css"));

        private final boolean dark;
        private final List<String> sheets;

        Kind(boolean dark, List<String> sheets) {
            this.dark = dark;
            this.sheets = sheets;
        }

        public static Kind of(boolean dark, boolean highContrast) {
            if (highContrast) {
                return dark ? DARK_HIGH_CONTRAST : LIGHT_HIGH_CONTRAST;
            }
            return dark ? DARK : LIGHT;
        }

        public boolean isDark() {
            return dark;
        }

        public boolean isHighContrast() {
            return this == LIGHT_HIGH_CONTRAST || this == DARK_HIGH_CONTRAST;
        }

        /** Its token sheets in folder css; the later overrule the earlier. */
        List<String> sheets() {
            return sheets;
        }
    }

    private final ReadOnlyObjectWrapper<Kind> kind;
    private final Map<Kind, Map<String, Color>> tokens = new EnumMap<>(Kind.class);

    public Theme(Kind start) {
        this.kind = new ReadOnlyObjectWrapper<>(start);
        for (Kind each : Kind.values()) {
            Map<String, Color> colors = new LinkedHashMap<>();
            each.sheets().forEach(sheet -> colors.putAll(TokenSheet.read(sheet)));
            tokens.put(each, Map.copyOf(colors));
        }
    }

    public ReadOnlyObjectProperty<Kind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    public Kind kind() {
        return kind.get();
    }

    public void show(Kind wanted) {
        kind.set(wanted);
    }

    /** A token's color in the present theme, such as {@code color("training")} for -tp-training. */
    public Color color(String token) {
        return color(kind.get(), token);
    }

    /** The tokens as charts take them. */
    public ChartColors chartColors() {
        return ChartColors.of(token -> {
            Color color = color(token);
            return new java.awt.Color((float) color.getRed(), (float) color.getGreen(), (float) color.getBlue());
        });
    }

    public Color color(Kind of, String token) {
        Color color = tokens.get(of).get(token);
        if (color == null) {
            throw new IllegalArgumentException("There is no color token \"" + token + "\".");
        }
        return color;
    }
}
