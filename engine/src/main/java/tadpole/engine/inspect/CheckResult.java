package tadpole.engine.inspect;

import java.util.List;
import tadpole.engine.recipe.Settings;

/**
 * What a gradient check found.
 *
 * @param loss            of the batch, without penalties
 * @param tensors         first the parameters in the network's order, then what passes
 * @param secondCall      norm(a - b) / norm(a + b) of the analytic gradients by the parameters, called twice: 0 unless something is kept
 * @param planned         how many numbers were to be checked
 * @param checked         how many are
 * @param analyticSeconds for display only
 * @param numericSeconds  for display only
 * @param settings        of {@link CheckPlan#RECIPE}
 */
public record CheckResult(double loss, List<CheckedTensor> tensors, double secondCall, long planned, long checked, double analyticSeconds,
        double numericSeconds, Settings settings) {

    public CheckResult {
        tensors = List.copyOf(tensors);
    }

    public List<CheckedTensor> parameters() {
        return tensors.stream().filter(each -> each.kind() == CheckedTensor.Kind.PARAMETER).toList();
    }

    public List<CheckedTensor> passing() {
        return tensors.stream().filter(each -> each.kind() == CheckedTensor.Kind.PASSING).toList();
    }

    /** Over all parameters. */
    public double norm() {
        Norm norm = new Norm();
        parameters().forEach(each -> each.addTo(norm, false));
        return norm.value();
    }

    /** Over all parameters, without those that crossed a kink. */
    public double smoothNorm() {
        Norm norm = new Norm();
        parameters().forEach(each -> each.addTo(norm, true));
        return norm.value();
    }

    public int kinks() {
        return parameters().stream().mapToInt(CheckedTensor::kinks).sum();
    }

    public boolean isComplete() {
        return checked == planned;
    }
}
