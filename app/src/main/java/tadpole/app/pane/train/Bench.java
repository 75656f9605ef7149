package tadpole.app.pane.train;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import tadpole.app.shell.Action;

/**
 * What every room of the pane gets to work with.
 *
 * @param tools   of the header, the same in every room: start, step, stop, reset, or going on from a moment
 * @param actions that every room has: start, pause, step, stop, reset, open, save
 * @param go      opens another room by its id
 */
public record Bench(Lab lab, Supplier<List<Node>> tools, Supplier<List<Action>> actions, Consumer<String> go) {}
