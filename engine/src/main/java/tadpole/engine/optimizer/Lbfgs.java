package tadpole.engine.optimizer;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * L-BFGS: the direction -H g, where H is made of the last moves s and gradient changes y by the two-loop recursion. Nocedal
 * 1980; iterations a step, tolerances and step lengths as PyTorch's LBFGS: t = lr min(1, 1 / sum|g|) at the very first
 * iteration, then lr, without a line search or as the first try of strong Wolfe. Sums run in double.
 */
public final class Lbfgs implements Optimizer {

    public static final Recipe<OptimizerMaker> RECIPE = new Recipe<>("lbfgs", "L-BFGS",
            "Learns the curvature from its last moves and steps where a bowl of that form has its bottom. Wants large batches.",
            List.of(
                    LearningRate.of(1.0, "1", "The length of a step, or where a line search looks first."),
                    new Setting.Whole("maxIter", "Iterations a step", 20L, 1, 1000, "",
                            "How many moves one step makes on its batch. Default 20."),
                    new Setting.Whole("maxEval", "Evaluations a step", 0L, 0, 100_000, "",
                            "No further move in a step after so many evaluations of the batch; 0 means 5/4 of the iterations."),
                    new Setting.Whole("historySize", "History", 100L, 1, 1000, "",
                            "How many moves the curvature is made of; each takes twice the room of the parameters. Default 100."),
                    new Setting.Choice("lineSearch", "Line search", "none",
                            List.of(new Setting.Option("none", "None"), new Setting.Option("strongWolfe", "Strong Wolfe")),
                            "How the length of a move is found: the learning rate itself, or a search for a place that is lower and flat."),
                    new Setting.Decimal("toleranceGrad", "Gradient tolerance", 1e-7, 0.0, 1.0, "",
                            "A step ends where no gradient is larger. Default 1e-7."),
                    new Setting.Decimal("toleranceChange", "Change tolerance", 1e-9, 0.0, 1.0, "",
                            "A step ends where neither loss nor parameters change by more. Default 1e-9."),
                    WeightDecay.COEFFICIENT,
                    WeightDecay.BIASES_TOO),
            Lbfgs::new);

    private static final List<String> REMEMBERED = List.of("n_iter", "d", "t", "prev_flat_grad", "H_diag", "old_dirs", "old_stps", "ro");

    private static final double LEAST_CURVATURE = 1e-10;

    /** A move s, the change y of the gradient along it, and 1 / (y s). */
    private record Pair(float[] y, float[] s, float[] ro) {}

    private final int mostIterations;
    private final int mostEvaluations;
    private final int history;
    private final boolean searches;
    private final double toleranceGradient;
    private final double toleranceChange;
    private final WeightDecay decay;
    private final double[] alphas;
    private final Deque<Pair> pairs = new ArrayDeque<>();

    private long iterations;
    private float[] direction = {};
    private float[] gradient = {};
    private float[] gradientBefore = {};
    private float[] place = {};
    private float length;
    private float diagonal = 1;
    private StrongWolfe search = new StrongWolfe(0, 0, 0);

    private Lbfgs(Settings settings) {
        mostIterations = settings.whole("maxIter");
        mostEvaluations = settings.whole("maxEval") == 0 ? mostIterations * 5 / 4 : settings.whole("maxEval");
        history = settings.whole("historySize");
        searches = settings.choice("lineSearch").equals("strongWolfe");
        toleranceGradient = settings.decimal("toleranceGrad");
        toleranceChange = settings.decimal("toleranceChange");
        decay = WeightDecay.of(settings);
        alphas = new double[history];
    }

    @Override
    public void step(Step step) {
        Landscape landscape = new Landscape(step, decay);
        makeRoom(landscape.size());
        double loss = landscape.here(gradient);
        int evaluations = 1;
        boolean flat = landscape.greatest(gradient) <= toleranceGradient;
        for (int n = 1; !flat && n <= mostIterations; n++) {
            iterations++;
            aim(landscape);
            System.arraycopy(gradient, 0, gradientBefore, 0, gradient.length);
            double lossBefore = loss;
            length = (float) (iterations == 1
                    ? Math.min(1, 1 / landscape.sumOfAbsolutes(gradient)) * step.rate()
                    : step.rate());
            if (landscape.dot(gradient, direction) > -toleranceChange) {
                break;
            }
            if (searches) {
                StrongWolfe.Point found = search.search(landscape, direction, loss, gradient, length);
                evaluations += search.evaluations();
                length = (float) found.t();
                loss = found.value();
                System.arraycopy(found.gradient(), 0, gradient, 0, gradient.length);
            } else {
                landscape.read(place);
                landscape.go(place, length, direction);
                if (n < mostIterations) {
                    loss = landscape.evaluate(gradient);
                    evaluations++;
                }
            }
            flat = landscape.greatest(gradient) <= toleranceGradient;
            if (evaluations >= mostEvaluations
                    || length * landscape.greatest(direction) <= toleranceChange
                    || (n < mostIterations && Math.abs(loss - lossBefore) < toleranceChange)) {
                break;
            }
        }
    }

    /** direction = -H gradient. */
    private void aim(Landscape landscape) {
        if (iterations > 1) {
            remember(landscape);
        }
        for (int i = 0; i < gradient.length; i++) {
            direction[i] = -gradient[i];
        }
        Iterator<Pair> newestFirst = pairs.descendingIterator();
        for (int i = pairs.size() - 1; newestFirst.hasNext(); i--) {
            Pair pair = newestFirst.next();
            alphas[i] = landscape.dot(pair.s, direction) * pair.ro[0];
            landscape.add(-alphas[i], pair.y, direction);
        }
        for (int i = 0; i < direction.length; i++) {
            direction[i] *= diagonal;
        }
        int i = 0;
        for (Pair pair : pairs) {
            double beta = landscape.dot(pair.y, direction) * pair.ro[0];
            landscape.add(alphas[i++] - beta, pair.s, direction);
        }
    }

    /** Keeps the last move where the gradient rose along it. */
    private void remember(Landscape landscape) {
        for (int i = 0; i < gradient.length; i++) {
            gradientBefore[i] = gradient[i] - gradientBefore[i];
            direction[i] *= length;
        }
        double ys = landscape.dot(gradientBefore, direction);
        if (!(ys > LEAST_CURVATURE)) {
            return;
        }
        int n = gradient.length;
        Pair pair = pairs.size() == history ? pairs.removeFirst() : new Pair(new float[n], new float[n], new float[1]);
        System.arraycopy(gradientBefore, 0, pair.y, 0, n);
        System.arraycopy(direction, 0, pair.s, 0, n);
        pair.ro[0] = (float) (1 / ys);
        pairs.addLast(pair);
        diagonal = (float) (ys / landscape.dot(pair.y, pair.y));
    }

    private void makeRoom(int size) {
        if (gradient.length == size) {
            return;
        }
        gradient = new float[size];
        place = new float[size];
        search = searches ? new StrongWolfe(size, 0.9, 25) : search;
        if (iterations == 0) {
            direction = new float[size];
            gradientBefore = new float[size];
        }
        if (direction.length != size) {
            throw new ShapeException("L-BFGS remembers a direction of %d numbers, but there are %d parameters."
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
        state.put("H_diag", Rows.of(diagonal));
        int i = 0;
        for (Pair pair : pairs) {
            state.put("old_dirs." + i, Rows.of(pair.y));
            state.put("old_stps." + i, Rows.of(pair.s));
            state.put("ro." + i, Rows.of(pair.ro));
            i++;
        }
        return Collections.unmodifiableMap(state);
    }

    @Override
    public void restore(Map<String, Tensor> state) {
        Rows rows = new Rows("L-BFGS", state, REMEMBERED);
        pairs.clear();
        gradient = new float[0];
        iterations = state.isEmpty() ? 0 : (long) rows.number("n_iter");
        if (iterations == 0) {
            diagonal = 1;
            return;
        }
        direction = rows.row("d");
        length = rows.number("t");
        gradientBefore = rows.row("prev_flat_grad");
        diagonal = rows.number("H_diag");
        int given = 0;
        while (state.containsKey("ro." + given)) {
            given++;
        }
        for (int i = Math.max(0, given - history); i < given; i++) {
            pairs.addLast(new Pair(rows.row("old_dirs." + i), rows.row("old_stps." + i), rows.row("ro." + i)));
        }
    }

    @Override
    public boolean remembers(String name) {
        return REMEMBERED.contains(name.split("\\.")[0]);
    }
}
