package tadpole.app.shell;

import java.util.function.Supplier;

/**
 * One of the rooms of a pane.
 *
 * @param id    its name in tests, such as "check"
 * @param label on the switch between the rooms: one or two words
 * @param about one sentence for who hovers over it
 * @param maker makes the room when it is first opened
 */
public record Room(String id, String label, String about, Supplier<PaneView> maker) {}
