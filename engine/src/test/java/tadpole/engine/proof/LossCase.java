package tadpole.engine.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tadpole.engine.loss.Loss;
import tadpole.engine.loss.LossMaker;
import tadpole.engine.loss.Losses;
import tadpole.engine.loss.Target;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.TwinLoss;
import tadpole.engine.twin.Twins;

/**
 * One loss with one choice of settings, for so many outputs and classes and one batch size.
 *
 * @param values whether the target is values, else classes
 */
public record LossCase(Recipe<LossMaker> recipe, Spec spec, int outputs, int classes, int batch, boolean values) {

    /** Every loss there is, with several settings, sizes, batch sizes and targets; what it refuses is left out. */
    public static Stream<LossCase> all() {
        List<LossCase> cases = new ArrayList<>();
        for (Recipe<LossMaker> recipe : Losses.ALL) {
            for (Spec spec : Variations.of(recipe)) {
                for (int[] sizes : new int[][] {{1, 1}, {1, 10}, {2, 2}, {10, 10}, {33, 33}}) {
                    for (int batch : new int[] {1, 2, 7}) {
                        cases.add(new LossCase(recipe, spec, sizes[0], sizes[1], batch, false));
                        cases.add(new LossCase(recipe, spec, sizes[0], sizes[1], batch, true));
                    }
                }
            }
        }
        return cases.stream().filter(LossCase::fits);
    }

    private boolean fits() {
        try {
            loss().accept(Shape.of(outputs), classes);
            twin().forward(DoubleTensor.of(x(batch)), target(batch));
            return true;
        } catch (ShapeException refusedShape) {
            return false;
        } catch (IllegalArgumentException refusedTarget) {
            return false;
        }
    }

    public Loss loss() {
        return recipe.maker().make(spec.settings());
    }

    public TwinLoss twin() {
        return Twins.loss(spec);
    }

    /** Outputs that every loss can judge: above the largest clip, as probabilities are, but not summing to 1. */
    public Tensor x(int n) {
        return Drawn.uniform(Shape.of(n, outputs), 0.15, 0.95, "x" + n);
    }

    public Target target(int n) {
        return values
                ? new Target.Values(Drawn.normal(Shape.of(n, outputs), "target" + n))
                : new Target.Classes(Drawn.labels(n + 3, classes, "labels" + n), n);
    }

    @Override
    public String toString() {
        return "%s %s, %d outputs, %d classes, batch %d, %s".formatted(spec.type(), spec.settings(), outputs, classes,
                batch, values ? "values" : "classes");
    }
}
