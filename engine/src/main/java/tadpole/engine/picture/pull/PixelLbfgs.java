package tadpole.engine.picture.pull;

import java.util.HashMap;
import java.util.Map;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * L-BFGS on pixels, without line search: x += t d with d = -H g from the two loops of Nocedal and Wright, algorithm 7.4, and H0 = y.s / y.y of
 * the newest pair.
 */
public final class PixelLbfgs implements PixelOptimizer {

    private static final double LEAST_CURVATURE = 1e-10;

    /**
     * @param rate      t of every step but the first
     * @param history   pairs that are kept
     * @param guarded   whether the three guards below hold. Without them the first step is min(1, 1 / sum|g|) · rate down the gradient, as in
     *                  PyTorch, and no step is looked at
     * @param firstStep greatest change of a number at the first step and after the history was cleared, in gray levels
     * @param stepCap   greatest change of a number at any step, in gray levels; the history is cleared when g.d is not negative
     */
    public record Plan(double rate, int history, boolean guarded, double firstStep, double stepCap) {

        public Plan {
            if (history < 1) {
                throw new IllegalArgumentException("L-BFGS keeps at least 1 pair, but is to keep " + history + ".");
            }
        }

        /** First step 1 gray level, no step above 20. */
        public static Plan safe(double rate, int history) {
            return new Plan(rate, history, true, 1, 20);
        }

        /** As PyTorch's, without line search. */
        public static Plan plain(double rate, int history) {
            return new Plan(rate, history, false, 0, 0);
        }
    }

    private final Plan plan;
    private final int size;
    private final Sums sums;
    private final float[][] s;
    private final float[][] y;
    private final double[] rho;
    private final double[] alpha;
    private final float[] before;
    private final float[] moved;
    private final float[] direction;
    private int first;
    private int count;
    private int steps;
    private double scale = 1;

    /** @param size how many numbers a picture has */
    public PixelLbfgs(Plan plan, int size, Device device) {
        this.plan = plan;
        this.size = size;
        sums = new Sums(device);
        s = new float[plan.history()][];
        y = new float[plan.history()][];
        rho = new double[plan.history()];
        alpha = new double[plan.history()];
        before = new float[size];
        moved = new float[size];
        direction = new float[size];
    }

    @Override
    public void step(float[] pixels, float[] gradient) {
        if (steps > 0) {
            remember(gradient);
        }
        aim(gradient);
        double slope = sums.dot(gradient, direction, size);
        if (plan.guarded() && count > 0 && !(slope < 0)) {
            clear();
            aim(gradient);
        }
        float length = (float) length(gradient);
        sums.each(size, (from, to) -> {
            for (int i = from; i < to; i++) {
                moved[i] = length * direction[i];
                pixels[i] += moved[i];
            }
        });
        System.arraycopy(gradient, 0, before, 0, size);
        steps++;
    }

    /** How many pairs of changes it goes by at the moment. */
    public int pairs() {
        return count;
    }

    private void remember(float[] gradient) {
        sums.each(size, (from, to) -> {
            for (int i = from; i < to; i++) {
                before[i] = gradient[i] - before[i];
            }
        });
        double curvature = sums.dot(before, moved, size);
        if (!(curvature > LEAST_CURVATURE)) {
            return;
        }
        int at = place(count);
        if (count == plan.history()) {
            first = (first + 1) % plan.history();
        } else {
            count++;
        }
        if (s[at] == null) {
            s[at] = new float[size];
            y[at] = new float[size];
        }
        System.arraycopy(moved, 0, s[at], 0, size);
        System.arraycopy(before, 0, y[at], 0, size);
        weigh(at, curvature);
    }

    private void weigh(int at, double curvature) {
        rho[at] = 1 / curvature;
        scale = curvature / sums.squares(y[at], size);
    }

    /** direction = -H g. */
    private void aim(float[] gradient) {
        sums.each(size, (from, to) -> {
            for (int i = from; i < to; i++) {
                direction[i] = -gradient[i];
            }
        });
        for (int k = count - 1; k >= 0; k--) {
            int at = place(k);
            alpha[at] = rho[at] * sums.dot(s[at], direction, size);
            sums.add(-alpha[at], y[at], direction, size);
        }
        float first = (float) scale;
        sums.each(size, (from, to) -> {
            for (int i = from; i < to; i++) {
                direction[i] *= first;
            }
        });
        for (int k = 0; k < count; k++) {
            int at = place(k);
            double beta = rho[at] * sums.dot(y[at], direction, size);
            sums.add(alpha[at] - beta, s[at], direction, size);
        }
    }

    private double length(float[] gradient) {
        if (!plan.guarded()) {
            return steps > 0 ? plan.rate() : plan.rate() * Math.min(1, 1 / sum(gradient));
        }
        double greatest = sums.greatest(direction, size);
        if (greatest == 0) {
            return 0;
        }
        return count == 0 ? plan.firstStep() / greatest : Math.min(plan.rate(), plan.stepCap() / greatest);
    }

    private double sum(float[] gradient) {
        return sums.of(size, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += Math.abs(gradient[i]);
            }
            return sum;
        });
    }

    private void clear() {
        first = 0;
        count = 0;
        scale = 1;
    }

    /** Where the k-th oldest pair stands. */
    private int place(int k) {
        return (first + k) % plan.history();
    }

    @Override
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = new HashMap<>();
        state.put("steps", Tensor.of(Shape.of(1), steps));
        state.put("before", copy(before));
        state.put("moved", copy(moved));
        for (int k = 0; k < count; k++) {
            state.put("s" + k, copy(s[place(k)]));
            state.put("y" + k, copy(y[place(k)]));
        }
        return state;
    }

    @Override
    public void restore(Map<String, Tensor> state) {
        clear();
        steps = (int) state.get("steps").data()[0];
        System.arraycopy(state.get("before").data(), 0, before, 0, size);
        System.arraycopy(state.get("moved").data(), 0, moved, 0, size);
        while (state.containsKey("s" + count)) {
            s[count] = state.get("s" + count).copy().data();
            y[count] = state.get("y" + count).copy().data();
            weigh(count, sums.dot(y[count], s[count], size));
            count++;
        }
    }

    private Tensor copy(float[] values) {
        return Tensor.of(Shape.of(size), values.clone());
    }
}
