package tadpole.engine.training;

/** What a loss plane tells on its way. */
public sealed interface PlaneEvent {

    /** A run was kept at one of its moments. */
    record Kept(int run, long step, long planned, double loss) implements PlaneEvent {}

    /** The plane is found, its grid is empty; the grid is the listener's own. */
    record Laid(LossMap map) implements PlaneEvent {}

    /** The next point of the grid. */
    record Evaluated(double loss) implements PlaneEvent {}
}
