package tadpole.engine.inspect;

import java.util.List;
import tadpole.engine.recipe.Settings;

/** Judges gradients by their norms, kinks left out, and by how far the difference itself is off. */
public final class Judge {

    /** Norms up to this are right (CS231n: 1e-4 is fine with kinks only). */
    private static final double MOST = 1e-4;
    private static final double MOST_IN_FLOAT = 1e-2;
    /** A distance of so many times what the step is off is no longer the step's doing. */
    private static final double TIMES = 3;

    private final double most;
    private final double ofParameters;
    private final double ofPassing;

    private Judge(double most, double ofParameters, double ofPassing) {
        this.most = most;
        this.ofParameters = ofParameters;
        this.ofPassing = ofPassing;
    }

    /**
     * @param tensors  of one check: what is large in one of them tells what is nothing in another
     * @param settings of {@link CheckPlan#RECIPE}
     */
    public static Judge of(List<CheckedTensor> tensors, Settings settings) {
        return new Judge(settings.choice("precision").equals("float") ? MOST_IN_FLOAT : MOST,
                scale(tensors, CheckedTensor.Kind.PARAMETER), scale(tensors, CheckedTensor.Kind.PASSING));
    }

    /** The largest root mean square of an analytic gradient. */
    private static double scale(List<CheckedTensor> tensors, CheckedTensor.Kind kind) {
        return tensors.stream().filter(each -> each.kind() == kind && each.size() > 0)
                .mapToDouble(each -> Math.sqrt(Norm.squares(each.analytic()) / each.size())).max().orElse(0);
    }

    public Judgment of(CheckedTensor tensor) {
        Norm norm = new Norm();
        tensor.addTo(norm, true);
        if (norm.count() == 0) {
            return Judgment.UNKNOWN;
        }
        if (norm.value() <= most) {
            return Judgment.RIGHT;
        }
        double off = Math.max(tensor.rounding(), Double.isNaN(tensor.off()) ? 0 : TIMES * tensor.off());
        if (!(norm.distance() <= off)) {
            return Judgment.WRONG;
        }
        // A gradient of zero, such as that of a bias before batch normalization, is rounding and nothing else.
        double scale = tensor.kind() == CheckedTensor.Kind.PARAMETER ? ofParameters : ofPassing;
        return norm.distance() <= most * scale ? Judgment.RIGHT : Judgment.UNTOLD;
    }
}
