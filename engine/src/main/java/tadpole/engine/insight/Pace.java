package tadpole.engine.insight;

import tadpole.engine.design.Costs;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Trainer;

/**
 * How far apart the steps of a run are that something is measured at: each of the first ones, then wider and wider, until measuring takes no
 * more than a share of a step's work. The share is counted in multiply-adds, not timed, so the same run is measured at the same steps on
 * every machine.
 */
public final class Pace {

    /** What going through one parameter takes of a multiply-add's time, and a look or a step of nothing. */
    private static final double A_NUMBER = 120;
    private static final double A_LOOK = 300_000;
    private static final double A_STEP = 700_000;
    /** Forward, gradients of weights, gradients of inputs. */
    private static final int WAYS = 3;
    private final double look;
    private final double multiplyAdds;
    private final double share;
    private final double opening;

    /**
     * @param share   of a step's work
     * @param times   how often each parameter is gone through, where looking at it and at what it became is once
     * @param opening the distance is at most this part of the way so far
     */
    public Pace(Trainer trainer, double share, int times, double opening) {
        Network network = trainer.setup().network();
        this.look = A_LOOK + times * A_NUMBER * network.parameterCount();
        this.multiplyAdds = multiplyAdds(network);
        this.share = share;
        this.opening = opening;
    }

    private static double multiplyAdds(Network network) {
        try {
            return Costs.of(network.input(), network.stages().stream().map(Network.Stage::spec).toList(), 1).multiplyAdds();
        } catch (SettingException unknown) {
            return network.parameterCount();
        }
    }

    /** @return the step to look at after that one */
    public long after(long step, int batch) {
        double cheap = Math.ceil(look / (share * (A_STEP + WAYS * batch * multiplyAdds)));
        return step + (long) Math.max(1, Math.min(cheap, opening * step));
    }
}
