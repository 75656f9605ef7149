package tadpole.app.planted.shell;

import tadpole.app.planted.pane.two.Two;

/** A shell that sees a pane, against the rules. */
public record Shell(Two pane) {}
