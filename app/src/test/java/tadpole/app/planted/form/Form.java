package tadpole.app.planted.form;

import tadpole.app.planted.pane.two.Two;

/** A form that sees a pane, against the rules. */
public record Form(Two pane) {}
