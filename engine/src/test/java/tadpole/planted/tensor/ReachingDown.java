package tadpole.planted.tensor;

import tadpole.planted.training.Coach;

/** Planted: tensor uses what stands below it. */
public final class ReachingDown {

    public final Coach coach = new Coach();
}
