package tadpole.app;

import java.util.List;
import tadpole.app.shell.PaneEntry;

/** Every pane there is, in the order of the rail. */
public final class Panes {

    /** A new pane is one new package and one line here. */
    public static final List<PaneEntry> ALL = List.of();

    private Panes() {}
}
