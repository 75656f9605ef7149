package tadpole.engine.training;

import java.util.List;
import tadpole.engine.kernel.Updates;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;

/**
 * What happens to the gradients of a batch before an optimizer sees them, in this order: mean or sum over the batch, L1
 * penalty, clipping of every number, clipping of the length of them all. As if all of it stood in PyTorch between backward
 * and step.
 *
 * @param sum       gradients are those of the batch's sum: its mean times its size
 * @param l1        gradient += l1 sign(w); the loss that descends has l1 sum|w| more. Weights only, biases are spared
 * @param clipValue the largest number let through; 0 for any. PyTorch's clip_grad_value_
 * @param clipNorm  the greatest length of all gradients together; 0 for any. PyTorch's clip_grad_norm_
 */
public record GradientTreatment(boolean sum, double l1, double clipValue, double clipNorm) {

    /** PyTorch's: keeps the division finite. */
    public static final double EPSILON = 1e-6;

    public static GradientTreatment of(TrainingPlan plan) {
        return new GradientTreatment(plan.sums(), plan.l1(), plan.clipValue(), plan.clipNorm());
    }

    /**
     * Mean or sum, and the penalty, in place.
     *
     * @param loss  mean over the batch
     * @param count how many samples the batch has
     * @return the loss whose gradients these are, clipping aside
     */
    public double apply(List<Parameter> parameters, double loss, int count, Device device) {
        double descended = loss;
        if (sum) {
            parameters.forEach(each -> device.kernels().scale(count, each.gradient().data(), each.size()));
            descended *= count;
        }
        if (l1 > 0) {
            descended += l1 * addPenalty(parameters, device.kernels().updates());
        }
        return descended;
    }

    /** Clips in place. */
    public void clip(List<Parameter> parameters, Device device) {
        if (clipValue > 0) {
            parameters.forEach(each -> device.kernels().updates().clip((float) clipValue, each.gradient().data(), each.size()));
        }
        if (clipNorm > 0) {
            clipNorm(parameters, device);
        }
    }

    /** The sum of |w|. */
    private double addPenalty(List<Parameter> parameters, Updates updates) {
        double sum = 0;
        for (Parameter parameter : parameters) {
            if (parameter.role() == Parameter.Role.WEIGHT) {
                updates.addSign((float) l1, parameter.value().data(), parameter.gradient().data(), parameter.size());
                sum += updates.sumOfAbsolutes(parameter.value().data(), parameter.size());
            }
        }
        return sum;
    }

    private void clipNorm(List<Parameter> parameters, Device device) {
        double squares = 0;
        for (Parameter parameter : parameters) {
            float[] g = parameter.gradient().data();
            squares += device.kernels().updates().dot(g, g, parameter.size());
        }
        double factor = clipNorm / (Math.sqrt(squares) + EPSILON);
        if (factor < 1) {
            parameters.forEach(each -> device.kernels().scale((float) factor, each.gradient().data(), each.size()));
        }
    }
}
