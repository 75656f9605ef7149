package tadpole.app.planted.pane.two;

/** A pane that must not be seen. */
public final class Two {}
