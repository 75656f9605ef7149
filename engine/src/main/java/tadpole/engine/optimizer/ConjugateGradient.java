package tadpole.engine.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * Nonlinear conjugate gradient: d = -g + beta d, beta = max(0, g (g - g before) / (g before)²), Polak and Ribière's with
 * restarts, and a strong Wolfe line search with c2 = 0.1 along d. Nocedal and Wright 2006, sections 5.2 and 3.5. The
 * first look of a search goes as far as the last move times the ratio of the slopes, at most 100 times; the very first
 * 1 / (1 + g²), as in Rasmussen's minimize (2002). For the whole training set as one batch.
 */
public final class ConjugateGradient implements Optimizer {

    public static final Recipe<OptimizerMaker> RECIPE = new Recipe<>("conjugateGradient", "Conjugate gradient",
            "Searches along a line for its lowest place, then along the next line that does not spoil the last. Wants the whole set as one batch.",
            List.of(
                    LearningRate.of(1.0, "1", "Scales where each line search looks first; it then finds the length by itself."),
                    new Setting.Whole("maxIter", "Lines a step", 1L, 1, 1000, "",
                            "How many line searches one step makes on its batch. Default 1."),
                    new Setting.Whole("maxTries", "Tries a line", 20L, 1, 100, "",
                            "How many times a line search looks again. Default 20."),
                    WeightDecay.COEFFICIENT,
                    WeightDecay.BIASES_TOO),
            ConjugateGradient::new);

    private static final List<String> REMEMBERED = List.of("n_iter", "d", "t", "prev_flat_grad", "prev_slope");

    private static final double LARGEST_RATIO = 100;

    private final int mostIterations;
    private final int mostTries;
    private final WeightDecay decay;

    private long iterations;
    private boolean restarts = true;
    private float[] direction = {};
    private float[] gradient = {};
    private float[] gradientBefore = {};
    private float length;
    private float slopeBefore;
    private StrongWolfe search = new StrongWolfe(0, 0, 0);

    private ConjugateGradient(Settings settings) {
        mostIterations = settings.whole("maxIter");
        mostTries = settings.whole("maxTries");
        decay = WeightDecay.of(settings);
    }

    @Override
    public void step(Step step) {
        Landscape landscape = new Landscape(step, decay);
        makeRoom(landscape.size());
        double loss = landscape.here(gradient);
        for (int n = 0; n < mostIterations; n++) {
            double slope = aim(landscape);
            if (!(slope < 0)) {
                length = 0;
                return;
            }
            double firstTry = step.rate() * (restarts
                    ? 1 / (1 - slope)
                    : length * Math.min(LARGEST_RATIO, slopeBefore / slope));
            System.arraycopy(gradient, 0, gradientBefore, 0, gradient.length);
            StrongWolfe.Point found = search.search(landscape, direction, loss, gradient, firstTry);
            iterations++;
            slopeBefore = (float) slope;
            length = (float) found.t();
            boolean wasSteepest = restarts;
            restarts = !(length > 0);
            if (restarts && wasSteepest) {
                return;
            }
            loss = found.value();
            System.arraycopy(found.gradient(), 0, gradient, 0, gradient.length);
        }
    }

    /** The next direction, and the slope along it. */
    private double aim(Landscape landscape) {
        if (!restarts) {
            double before = landscape.dot(gradientBefore, gradientBefore);
            double beta = Math.max(0, (landscape.dot(gradient, gradient) - landscape.dot(gradient, gradientBefore)) / before);
            for (int i = 0; i < direction.length; i++) {
                direction[i] = (float) beta * direction[i] - gradient[i];
            }
            double slope = landscape.dot(gradient, direction);
            if (slope < 0) {
                return slope;
            }
            restarts = true;
        }
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -gradient[i];
        }
        return landscape.dot(gradient, direction);
    }

    private void makeRoom(int size) {
        if (gradient.length == size) {
            return;
        }
        gradient = new float[size];
        search = new StrongWolfe(size, 0.1, mostTries);
        if (iterations == 0) {
            direction = new float[size];
            gradientBefore = new float[size];
        }
        if (direction.length != size) {
            throw new ShapeException("Conjugate gradient remembers a direction of %d numbers, but there are %d parameters."
                    .formatted(direction.length, size));
        }
    }

    @Override
    public boolean evaluates() {
        return true;
    }

    @Override
    public Map<String, Tensor> state() {
        if (iterations == 0) {
            return Map.of();
        }
        Map<String, Tensor> state = new LinkedHashMap<>();
        state.put("n_iter", Rows.of(iterations));
        state.put("d", Rows.of(direction));
        state.put("t", Rows.of(length));
        state.put("prev_flat_grad", Rows.of(gradientBefore));
        state.put("prev_slope", Rows.of(slopeBefore));
        return Collections.unmodifiableMap(state);
    }

    @Override
    public void restore(Map<String, Tensor> state) {
        Rows rows = new Rows("Conjugate gradient", state, REMEMBERED);
        gradient = new float[0];
        iterations = state.isEmpty() ? 0 : (long) rows.number("n_iter");
        restarts = iterations == 0;
        if (restarts) {
            return;
        }
        direction = rows.row("d");
        length = rows.number("t");
        restarts = length == 0;
        gradientBefore = rows.row("prev_flat_grad");
        slopeBefore = rows.number("prev_slope");
    }

    @Override
    public boolean remembers(String name) {
        return REMEMBERED.contains(name.split("\\.")[0]);
    }
}
