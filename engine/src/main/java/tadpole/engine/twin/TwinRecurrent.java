package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/**
 * What RNN, LSTM and GRU share: sequences are gone through one by one and step by step. At each step the inputs' sums are
 * a = Wih x + bih and the hiddens' b = Whh h + bhh; a cell makes the next state of them. Backward, dWih += da xᵀ, dbih += da,
 * dWhh += db hᵀ, dbhh += db, dx = Wihᵀ da, and Whhᵀ db goes back to the state before. With weight
 * dropout Whh is Whh m and its gradient dWhh m, where m is 0 with probability p, else 1 / (1 - p), drawn in row-major order.
 */
abstract class TwinRecurrent implements ExplainingLayer {

    private static final String GATES = "The gates' numbers are computed in double here and are not opened further.";

    private final int hidden;
    private final boolean lastOnly;
    private final int vocabulary;
    private final int time;
    private final int features;
    private final double weightDropout;

    /** Where one sequence stands after a step: the hidden state first, then what else a cell keeps. */
    record State(double[] h, double[] c) {}

    /** Gradients of a step's two sums, and the part of the state's before that does not go through Whh. */
    record StepGradients(double[] da, double[] db, State before) {}

    TwinRecurrent(Settings settings, Shape input) {
        this.hidden = settings.whole("hidden");
        this.lastOnly = settings.choice("output").equals("last");
        this.vocabulary = settings.whole("vocabulary");
        this.time = input.at(0);
        this.features = vocabulary > 0 ? vocabulary : input.at(1);
        this.weightDropout = settings.decimal("weightDropout");
    }

    /** The state after a step. */
    abstract State step(double[] a, double[] b, State before);

    /** @param after gradient of the state after the step */
    abstract StepGradients stepBackward(double[] a, double[] b, State before, State after);

    final int hidden() {
        return hidden;
    }

    @Override
    public final DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor y = DoubleTensor.zeros(Shape.of(x.rows(), lastOnly ? hidden : time * hidden));
        Conditions drawn = drawn(conditions);
        for (int n = 0; n < x.rows(); n++) {
            List<State> states = states(x, n, drawn);
            for (int t = lastOnly ? time - 1 : 0; t < time; t++) {
                for (int j = 0; j < hidden; j++) {
                    y.set(n, outputAt(t, j), states.get(t + 1).h()[j]);
                }
            }
        }
        return y.as((lastOnly ? Shape.of(hidden) : Shape.of(time, hidden)).batchOf(x.rows()));
    }

    /** The state after every step of every sequence, [n time, hidden]. */
    final DoubleTensor everyState(DoubleTensor x, Conditions conditions) {
        DoubleTensor all = DoubleTensor.zeros(Shape.of(x.rows() * time, hidden));
        Conditions drawn = drawn(conditions);
        for (int n = 0; n < x.rows(); n++) {
            List<State> states = states(x, n, drawn);
            for (int t = 0; t < time; t++) {
                System.arraycopy(states.get(t + 1).h(), 0, all.data(), (n * time + t) * hidden, hidden);
            }
        }
        return all;
    }

    /** With those weights from state to state that this step keeps. */
    private Conditions drawn(Conditions conditions) {
        if (weightDropout == 0 || !conditions.training()) {
            return conditions;
        }
        DoubleTensor mask = mask(conditions);
        List<DoubleTensor> parameters = new ArrayList<>(conditions.parameters());
        parameters.set(1, product(parameters.get(1), mask));
        return conditions.with(parameters);
    }

    private DoubleTensor mask(Conditions conditions) {
        DoubleTensor mask = DoubleTensor.zeros(conditions.parameters().get(1).shape());
        RandomGenerator random = conditions.seed().generator();
        for (int i = 0; i < mask.size(); i++) {
            mask.set(i, random.nextDouble() < weightDropout ? 0 : 1 / (1 - weightDropout));
        }
        return mask;
    }

    private static DoubleTensor product(DoubleTensor x, DoubleTensor mask) {
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < y.size(); i++) {
            y.set(i, x.at(i) * mask.at(i));
        }
        return y;
    }

    private int outputAt(int t, int j) {
        return lastOnly ? j : t * hidden + j;
    }

    /** The start, and the state after each step. */
    private List<State> states(DoubleTensor x, int n, Conditions conditions) {
        List<State> states = new ArrayList<>(List.of(new State(start("h", n, conditions), start("c", n, conditions))));
        for (int t = 0; t < time; t++) {
            State before = states.getLast();
            states.add(step(inputSums(x, n, t, conditions), hiddenSums(before, conditions), before));
        }
        return states;
    }

    private double[] start(String name, int n, Conditions conditions) {
        double[] carried = conditions.states().get(name);
        return carried == null ? new double[hidden] : Arrays.copyOfRange(carried, n * hidden, (n + 1) * hidden);
    }

    /**
     * One sequence at one time, on the way back.
     *
     * @param input  the row that comes in
     * @param before the state before the step
     */
    private record Moment(int sample, int time, double[] input, State before, StepGradients gradients) {}

    @Override
    public final Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        List<DoubleTensor> gradients = conditions.parameters().stream().map(each -> DoubleTensor.zeros(each.shape()))
                .collect(Collectors.toCollection(ArrayList::new));
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (Moment moment : moments(x, dy, drawn(conditions))) {
            StepGradients step = moment.gradients();
            addProducts(step.da(), moment.input(), gradients.get(0), gradients.get(2));
            addProducts(step.db(), moment.before().h(), gradients.get(1), gradients.get(3));
            if (vocabulary == 0) {
                double[] back = turned(conditions.parameters().get(0), step.da());
                for (int i = 0; i < features; i++) {
                    dx.set(moment.sample(), moment.time() * features + i, back[i]);
                }
            }
        }
        if (weightDropout > 0 && conditions.training()) {
            gradients.set(1, product(gradients.get(1), mask(conditions)));
        }
        return new Gradients(dx, gradients);
    }

    /** Of every sequence the last time first. */
    private List<Moment> moments(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        List<Moment> moments = new ArrayList<>();
        for (int n = 0; n < x.rows(); n++) {
            List<State> states = states(x, n, conditions);
            State after = new State(new double[hidden], new double[hidden]);
            for (int t = time - 1; t >= 0; t--) {
                for (int j = 0; j < hidden && (!lastOnly || t == time - 1); j++) {
                    after.h()[j] += dy.at(n, outputAt(t, j));
                }
                State before = states.get(t);
                StepGradients step = stepBackward(inputSums(x, n, t, conditions), hiddenSums(before, conditions), before, after);
                moments.add(new Moment(n, t, input(x, n, t), before, step));
                after = step.before();
                double[] back = turned(conditions.parameters().get(1), step.db());
                for (int j = 0; j < hidden; j++) {
                    after.h()[j] += back[j];
                }
            }
        }
        return moments;
    }

    /** The cell's last equation for one hidden unit; h before is a leaf of its own. */
    abstract Explained cell(double[] a, double[] b, State before, int j, Expr hBefore);

    @Override
    public final Explained output(Scope scope, int sample, int i) {
        int t = lastOnly ? time - 1 : i / hidden;
        int j = i % hidden;
        Conditions drawn = scope.once("drawn", () -> drawn(scope.conditions()));
        List<State> states = scope.once("states" + sample, () -> states(scope.x(), sample, drawn));
        State before = states.get(t);
        Expr hBefore = t > 0 && !lastOnly ? scope.output(sample, outputAt(t - 1, j)) : Expr.number(before.h()[j]);
        return cell(inputSums(scope.x(), sample, t, drawn), hiddenSums(before, drawn), before, j, hBefore)
                .with("At time %d. %s".formatted(t, GATES));
    }

    private List<Moment> moments(Scope scope) {
        return scope.once("moments", () -> moments(scope.x(), scope.dy(), drawn(scope.conditions())));
    }

    @Override
    public final Explained inputGradient(Scope scope, int sample, int i) {
        if (vocabulary > 0) {
            return new Explained(Expr.number(0), Expr.number(0), "Between two word numbers there is nothing: no slope.");
        }
        int t = i / features;
        double[] da = moments(scope).get(sample * time + time - 1 - t).gradients().da();
        List<Expr> terms = new ArrayList<>();
        for (int g = 0; g < da.length; g++) {
            terms.add(Expr.product(Expr.number(da[g]), scope.parameter(0, g * features + i % features)));
        }
        return new Explained(new Expr.SumOver("g", Expr.product(Expr.symbol("∂L/∂s", Integer.toString(t), "g"),
                scope.parameterSymbol(0, "g", Integer.toString(i % features)))), new Expr.Sum(terms), "s: what goes into the gates. " + GATES);
    }

    @Override
    public final Explained parameterGradient(Scope scope, int k, int i) {
        int columns = k == 0 ? features : k == 1 ? hidden : 1;
        int g = i / columns;
        int column = i % columns;
        List<Expr> terms = new ArrayList<>();
        for (Moment moment : moments(scope)) {
            Expr sum = Expr.number((k % 2 == 0 ? moment.gradients().da() : moment.gradients().db())[g]);
            terms.add(switch (k) {
                case 0 -> Expr.product(sum, vocabulary == 0 ? scope.input(moment.sample(), moment.time() * features + column)
                        : Expr.number(moment.input()[column]));
                case 1 -> Expr.product(sum, moment.time() > 0 && !lastOnly
                        ? scope.output(moment.sample(), outputAt(moment.time() - 1, column)) : Expr.number(moment.before().h()[column]));
                default -> sum;
            });
        }
        Expr gradient = Expr.symbol("∂L/∂s", scope.ofEverySample("t", Integer.toString(g)));
        Expr of = switch (k) {
            case 0 -> Expr.product(gradient, scope.inputSymbol(scope.ofEverySample("t", Integer.toString(column))));
            case 1 -> Expr.product(gradient, Expr.symbol("h", scope.ofEverySample("t-1", Integer.toString(column))));
            default -> gradient;
        };
        if (k == 1 && weightDropout > 0 && scope.conditions().training()) {
            double mask = scope.once("mask", () -> mask(scope.conditions())).at(i);
            return new Explained(Expr.product(Expr.symbol("m"), scope.overSamples(new Expr.SumOver("t", of))),
                    Expr.product(Expr.number(mask), new Expr.Sum(terms)), "m: this weight's dropout in this step. s: what goes into the gates. " + GATES);
        }
        return new Explained(scope.overSamples(new Expr.SumOver("t", of)), new Expr.Sum(terms), "s: what goes into the gates. " + GATES);
    }

    /** One step's input; a word as its one-hot row. */
    private double[] input(DoubleTensor x, int n, int t) {
        double[] row = new double[features];
        for (int i = 0; i < features; i++) {
            row[i] = vocabulary == 0 ? x.at(n, t * features + i) : Math.rint(x.at(n, t)) == i ? 1 : 0;
        }
        return row;
    }

    private double[] inputSums(DoubleTensor x, int n, int t, Conditions conditions) {
        return sums(conditions.parameters().get(0), input(x, n, t), conditions.parameters().get(2));
    }

    private static double[] hiddenSums(State before, Conditions conditions) {
        return sums(conditions.parameters().get(1), before.h(), conditions.parameters().get(3));
    }

    private static double[] sums(DoubleTensor w, double[] row, DoubleTensor bias) {
        double[] sums = new double[w.rows()];
        for (int k = 0; k < sums.length; k++) {
            sums[k] = bias.at(k);
            for (int i = 0; i < row.length; i++) {
                sums[k] += w.data()[k * row.length + i] * row[i];
            }
        }
        return sums;
    }

    private static void addProducts(double[] dsums, double[] row, DoubleTensor dw, DoubleTensor dbias) {
        for (int k = 0; k < dsums.length; k++) {
            dbias.set(k, dbias.at(k) + dsums[k]);
            for (int i = 0; i < row.length; i++) {
                dw.data()[k * row.length + i] += dsums[k] * row[i];
            }
        }
    }

    private static double[] turned(DoubleTensor w, double[] dsums) {
        double[] back = new double[w.columns()];
        for (int k = 0; k < dsums.length; k++) {
            for (int i = 0; i < back.length; i++) {
                back[i] += w.data()[k * back.length + i] * dsums[k];
            }
        }
        return back;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
