package tadpole.engine.schedule;

import java.util.OptionalDouble;

/**
 * What a schedule says for one step.
 *
 * @param rate     the learning rate
 * @param momentum in the place of the optimizer's own; empty where the schedule leaves that alone
 */
public record Move(double rate, OptionalDouble momentum) {}
