package tadpole.app.pane.gradients.check;

/**
 * One sanity figure as the drawer shows it.
 *
 * @param mark  ✓ or ✗; empty where it is neither right nor wrong
 * @param about one sentence for who hovers over it
 */
record Fact(String name, String value, String mark, String about) {}
