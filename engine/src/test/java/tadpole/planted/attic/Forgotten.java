package tadpole.planted.attic;

/** Planted: a package without a row in the table. */
public final class Forgotten {}
