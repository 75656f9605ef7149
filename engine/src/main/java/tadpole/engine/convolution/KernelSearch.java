package tadpole.engine.convolution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.optimizer.Optimizer;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.optimizer.Step;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;

/**
 * Finds the kernel behind an output by gradient descent: the loss is the mean squared error over the output's pixels, forward and backward are those
 * of the engine's {@code Conv2d}. Of outputs of more than {@value SearchGround#SIDE} rows or columns, the part with the most change in it is used.
 * Same task, plan and seed: the same steps to the last bit.
 */
public final class KernelSearch implements Job<SearchResult> {

    /** So many steps without a loss that is lower by a hundred-thousandth end the search. */
    private static final int LEVEL = 100;
    private static final double LOWER = 1 - 1e-5;

    private final SearchTask task;
    private final SearchPlan plan;
    private final Device device;
    private final Consumer<SearchStep> listener;

    /** @param listener told of the start and of each step, on the job's thread */
    public KernelSearch(SearchTask task, SearchPlan plan, Device device, Consumer<SearchStep> listener) {
        this.task = task;
        this.plan = plan;
        this.device = device;
        this.listener = listener;
    }

    @Override
    public String name() {
        return "Learning a kernel of %d×%d".formatted(task.plan().height(), task.plan().width());
    }

    /** What the picture can tell about the kernel, before any step; not for the JavaFX thread. */
    public static Windows windows(SearchTask task, SearchPlan plan, Device device) throws SettingException {
        return new SearchGround(task, plan, device).windows(() -> false);
    }

    /** The optimizer with a rate that suits the picture: for plain, momentum and Nesterov descent what its windows allow, for the others as their recipe says. */
    public static Spec suited(Spec optimizer, Windows windows, int filters) throws SettingException {
        return switch (optimizer.type()) {
            case "sgd", "momentum", "nesterov" -> withRate(optimizer, windows.rate() * filters);
            case "adam", "adamw", "rmsprop" -> withRate(optimizer, 0.02);
            case "adagrad" -> withRate(optimizer, 0.3);
            case "lbfgs", "conjugateGradient", "adadelta" -> withRate(optimizer, 1);
            default -> optimizer;
        };
    }

    private static Spec withRate(Spec optimizer, double rate) throws SettingException {
        Map<String, Object> settings = new HashMap<>(optimizer.settings().asMap());
        settings.put("rate", rate);
        return Recipe.find(Optimizers.ALL, "optimizer", optimizer.type()).with(settings);
    }

    @Override
    public JobOutcome<SearchResult> run(JobControl control) {
        try {
            Optimizer optimizer = Recipe.find(Optimizers.ALL, "optimizer", plan.optimizer().type()).maker().make(plan.optimizer().settings());
            Walk walk = new Walk(new SearchGround(task, plan, device), optimizer, control);
            SearchResult result = walk.run(control);
            return result.ending() == SearchResult.Ending.STOPPED ? new JobOutcome.Stopped<>(result) : new JobOutcome.Finished<>(result);
        } catch (SettingException unfit) {
            return new JobOutcome.Failed<>(unfit.getMessage(), unfit);
        }
    }

    private final class Walk implements Step {

        private final SearchGround ground;
        private final Optimizer optimizer;
        private final Windows windows;
        /** Whether the windows were counted to their end. */
        private final boolean counted;
        private double loss;
        private SearchStep best;
        private int bestAt;

        private Walk(SearchGround ground, Optimizer optimizer, JobControl control) {
            this.ground = ground;
            this.optimizer = optimizer;
            windows = ground.windows(control::isStopped);
            counted = !control.isStopped();
            loss = ground.evaluate();
            best = ground.step(0, loss);
        }

        private SearchResult run(JobControl control) {
            listener.accept(best);
            double level = best.loss();
            for (int step = 1; step <= plan.steps(); step++) {
                if (best.loss() <= plan.enough()) {
                    return ended(windows.tellTheKernel() ? SearchResult.Ending.FOUND : SearchResult.Ending.NOT_TOLD, step - 1);
                }
                if (step - 1 - bestAt >= LEVEL || !moves()) {
                    return ended(SearchResult.Ending.LEVEL, step - 1);
                }
                if (!control.proceed()) {
                    return ended(SearchResult.Ending.STOPPED, step - 1);
                }
                optimizer.step(this);
                loss = ground.evaluate();
                SearchStep made = ground.step(step, loss);
                if (!Double.isFinite(loss)) {
                    return ended(SearchResult.Ending.DIVERGED, step);
                }
                listener.accept(made);
                control.report(new Progress(step, plan.steps(), "step " + step));
                if (made.loss() < best.loss()) {
                    best = made;
                }
                if (made.loss() < level * LOWER) {
                    level = made.loss();
                    bestAt = step;
                }
            }
            boolean enough = best.loss() <= plan.enough();
            return ended(!enough ? SearchResult.Ending.STEPS : windows.tellTheKernel() ? SearchResult.Ending.FOUND : SearchResult.Ending.NOT_TOLD, plan.steps());
        }

        private boolean moves() {
            return ground.parameters().stream().anyMatch(each -> each.gradient().norm() > 0);
        }

        private SearchResult ended(SearchResult.Ending ending, int steps) {
            String on = ground.isPart() ? " Looked at: %d×%d pixels of the output from row %d, column %d on, where most changes."
                    .formatted(ground.part().height(), ground.part().width(), ground.part().top(), ground.part().left()) : "";
            return new SearchResult(ending, best, steps, windows, sentence(ending, steps) + on);
        }

        private String sentence(SearchResult.Ending ending, int steps) {
            String off = "%.3g".formatted(Math.sqrt(best.loss()));
            String told = windows.tellTheKernel() || !counted ? "" : " The picture cannot tell the kernel: its windows fix %d of %d numbers, and many kernels give this output. Take a picture with more in it."
                    .formatted(windows.rank(), windows.unknowns());
            return switch (ending) {
                case FOUND -> "Found in %d steps: a pixel is off by %s (root mean square).".formatted(steps, off);
                case NOT_TOLD -> "After %d steps the output is right, a pixel off by %s.%s".formatted(steps, off, told);
                case LEVEL -> "The loss no longer falls after %d steps: a pixel is off by %s (root mean square).%s".formatted(steps, off, told);
                case STEPS -> "All %d steps are made: a pixel is off by %s (root mean square).%s".formatted(steps, off, told);
                case DIVERGED -> "The loss grew beyond all numbers at step %d. Take a smaller learning rate.".formatted(steps);
                case STOPPED -> "Stopped after %d steps: a pixel is off by %s (root mean square).%s".formatted(steps, off, told);
            };
        }

        @Override
        public List<Parameter> parameters() {
            return ground.parameters();
        }

        @Override
        public double rate() {
            return plan.optimizer().settings().decimal("rate");
        }

        @Override
        public OptionalDouble momentum() {
            return OptionalDouble.empty();
        }

        @Override
        public Device device() {
            return device;
        }

        @Override
        public double loss() {
            return loss;
        }

        @Override
        public double evaluate() {
            return ground.evaluate();
        }
    }
}
