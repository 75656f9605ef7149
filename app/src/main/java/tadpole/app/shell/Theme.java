package tadpole.app.shell;

import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.paint.Color;

/** Light or dark, and the color tokens that charts and canvases draw with: the very ones of the style sheet. */
public final class Theme {

    public enum Kind {
        LIGHT,
        DARK
    }

    private final ReadOnlyObjectWrapper<Kind> kind;
    private final Map<Kind, Map<String, Color>> tokens;

    public Theme(Kind start) {
        this.kind = new ReadOnlyObjectWrapper<>(start);
        this.tokens = Map.of(
                Kind.LIGHT, TokenSheet.read("tokens-light.css"),
                Kind.DARK, TokenSheet.read("tokens-dark.css"));
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

    public Color color(Kind of, String token) {
        Color color = tokens.get(of).get(token);
        if (color == null) {
            throw new IllegalArgumentException("There is no color token \"" + token + "\".");
        }
        return color;
    }
}
