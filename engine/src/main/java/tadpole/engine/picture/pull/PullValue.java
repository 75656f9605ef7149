package tadpole.engine.picture.pull;

/**
 * One loss at one iteration.
 *
 * @param loss   unweighted
 * @param weight it acted with
 * @param share  length of its gradient on the pixels, of the sum of all losses' lengths; 0 to 1, NaN where it was not measured at this iteration
 * @param muted  whether it was left out
 */
public record PullValue(PullName name, double loss, double weight, double share, boolean muted) {}
