package tadpole.engine.optimizer;

import java.util.List;
import tadpole.engine.kernel.Updates;
import tadpole.engine.tensor.Parameter;

/**
 * The loss of one step's batch as a function of all parameters in one row, weight decay and its penalty c/2 p² included, so
 * that values and gradients belong together.
 */
final class Landscape {

    private final Step step;
    private final WeightDecay decay;
    private final Updates updates;
    private final int size;

    Landscape(Step step, WeightDecay decay) {
        this.step = step;
        this.decay = decay;
        this.updates = step.device().kernels().updates();
        this.size = step.parameters().stream().mapToInt(Parameter::size).sum();
    }

    /** How many numbers a row has. */
    int size() {
        return size;
    }

    /** The value where the parameters are, without another evaluation. */
    double here(float[] gradient) {
        return finish(step.loss(), gradient);
    }

    /** The value where the parameters are now. */
    double evaluate(float[] gradient) {
        return finish(step.evaluate(), gradient);
    }

    /** The parameters in one row. */
    void read(float[] place) {
        int at = 0;
        for (Parameter parameter : step.parameters()) {
            System.arraycopy(parameter.value().data(), 0, place, at, parameter.size());
            at += parameter.size();
        }
    }

    /** Puts the parameters to place + t direction. */
    void go(float[] place, double t, float[] direction) {
        float length = (float) t;
        int at = 0;
        for (Parameter parameter : step.parameters()) {
            float[] p = parameter.value().data();
            for (int i = 0; i < parameter.size(); i++) {
                p[i] = place[at + i] + length * direction[at + i];
            }
            at += parameter.size();
            parameter.changed();
        }
    }

    double dot(float[] x, float[] y) {
        return updates.dot(x, y, size);
    }

    /** y += alpha x. */
    void add(double alpha, float[] x, float[] y) {
        step.device().kernels().axpy((float) alpha, x, y, size);
    }

    double sumOfAbsolutes(float[] x) {
        return updates.sumOfAbsolutes(x, size);
    }

    double greatest(float[] x) {
        float greatest = 0;
        for (int i = 0; i < size; i++) {
            greatest = Math.max(greatest, Math.abs(x[i]));
        }
        return greatest;
    }

    private double finish(double loss, float[] gradient) {
        List<Parameter> parameters = step.parameters();
        double penalty = decay.penalty(parameters, step.device());
        decay.addTo(parameters, step.device());
        int at = 0;
        for (Parameter parameter : parameters) {
            System.arraycopy(parameter.gradient().data(), 0, gradient, at, parameter.size());
            at += parameter.size();
        }
        return loss + penalty;
    }
}
