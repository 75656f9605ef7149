package tadpole.planted.twin;

/** The yardstick. */
public final class Slow {}
