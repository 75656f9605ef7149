package tadpole.app.pane.studio;

import java.util.List;
import tadpole.app.shell.Action;

/** A room that can save what came of it: the menu More offers it while the room is in front. */
public interface Exporting {

    List<Action> exports();
}
