package tadpole.engine.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Parameter;

/** Keeps all parameters of a network at evenly spaced steps of its run, its start and its end among them. */
final class PathKeeper {

    /** A network at one moment. */
    record Kept(long step, float[] point, double loss) {}

    private final Network network;
    private final long planned;
    private final int most;
    private final List<Kept> kept = new ArrayList<>();

    /** @param most how many moments at most, two at least */
    PathKeeper(Network network, long planned, int most) {
        this.network = network;
        this.planned = planned;
        this.most = (int) Math.min(most, planned + 1);
    }

    /** Whether the network is to be kept after this step. */
    boolean isDue(long step) {
        return kept.size() < most && step >= Math.round((double) kept.size() * planned / (most - 1));
    }

    void keep(long step, double loss) {
        kept.add(new Kept(step, point(), loss));
    }

    /** Whether the network is no longer what was kept last: its run ended early, or put better weights back. */
    boolean hasMoved() {
        return !Arrays.equals(kept.getLast().point(), point());
    }

    List<Kept> kept() {
        return kept;
    }

    List<float[]> points() {
        return kept.stream().map(Kept::point).toList();
    }

    private float[] point() {
        float[] point = new float[network.parameterCount()];
        int place = 0;
        for (Parameter each : network.parameters()) {
            System.arraycopy(each.value().data(), 0, point, place, each.size());
            place += each.size();
        }
        return point;
    }
}
