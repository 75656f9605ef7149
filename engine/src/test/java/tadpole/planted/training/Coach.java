package tadpole.planted.training;

/** Stands below everything in the table. */
public final class Coach {}
