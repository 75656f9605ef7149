package tadpole.engine.training;

/**
 * A run whose path is laid on a loss plane.
 *
 * @param label what charts call it
 */
public record PlaneRun(String label, Experiment experiment) {}
