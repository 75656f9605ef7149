package tadpole.app.shell;

import java.util.function.Function;
import org.kordamp.ikonli.Ikon;

/**
 * A pane as the rail lists it.
 *
 * @param id    its name in preferences and tests, such as "data"
 * @param group panes of one group stand together: look, learn, understand, make
 * @param maker makes the pane when it is first opened
 */
public record PaneEntry(String id, String label, Ikon icon, Group group, Function<Desk, PaneView> maker) {

    public enum Group {
        LOOK,
        LEARN,
        UNDERSTAND,
        MAKE
    }
}
