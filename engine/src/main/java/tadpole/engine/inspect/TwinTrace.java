package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tadpole.engine.layer.Softmax;
import tadpole.engine.loss.Target;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.GradientTreatment;
import tadpole.engine.twin.Conditions;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.Gradients;
import tadpole.engine.twin.TwinLayer;
import tadpole.engine.twin.TwinLoss;
import tadpole.engine.twin.Twins;

/** The step of an engine's trace once more in double: from the same prepared inputs, parameters and memory. */
final class TwinTrace {

    private final StepTrace floats;
    private final TracedStep step;
    private final List<TwinLayer> layers = new ArrayList<>();
    private final List<Conditions> conditions = new ArrayList<>();
    private final TwinLoss loss;

    private TwinTrace(StepTrace floats) {
        this.floats = floats;
        this.step = floats.step();
        this.loss = Twins.loss(step.loss());
        int first = 0;
        for (int i = 0; i < step.layers().size(); i++) {
            int count = step.layers().get(i).layer().parameters().size();
            layers.add(Twins.layer(step.layers().get(i).spec(), step.layers().get(i).input()));
            StepTrace.Stage stage = floats.stages().get(i);
            Seed seed = step.seed().derive(stage.name());
            conditions.add(new Conditions(floats.parameters().subList(first, first + count).stream().map(StepTrace.Moved::before).toList(),
                    stage.buffers(), step.training(), seed));
            first += count;
        }
    }

    static StepTrace of(StepTrace floats) {
        return new TwinTrace(floats).trace();
    }

    private StepTrace trace() {
        List<DoubleTensor> passing = new ArrayList<>(List.of(floats.input()));
        for (int i = 0; i < layers.size(); i++) {
            passing.add(layers.get(i).forward(passing.getLast(), conditions.get(i)));
        }
        DoubleTensor outputs = passing.getLast();
        DoubleTensor gradient = loss.backward(outputs, floats.target());
        List<StepTrace.Stage> stages = new ArrayList<>();
        List<DoubleTensor> gradients = new ArrayList<>();
        for (int i = layers.size() - 1; i >= 0; i--) {
            stages.addFirst(new StepTrace.Stage(floats.stages().get(i).name(), passing.get(i + 1), gradient, floats.stages().get(i).buffers()));
            Gradients back = layers.get(i).backward(passing.get(i), gradient, conditions.get(i));
            gradients.addAll(0, back.parameters());
            gradient = back.input();
        }
        List<Double> sampleLosses = sampleLosses(outputs);
        double mean = loss.forward(outputs, floats.target());
        List<DoubleTensor> treated = treated(gradients);
        double factor = shorten(treated);
        List<StepTrace.Moved> moved = new ArrayList<>();
        for (int p = 0; p < gradients.size(); p++) {
            StepTrace.Moved parameter = floats.parameters().get(p);
            moved.add(new StepTrace.Moved(parameter.name(), parameter.role(), parameter.before(), gradients.get(p), treated.get(p),
                    parameter.after(), parameter.memoryBefore(), parameter.memoryAfter()));
        }
        StepTrace before = new StepTrace(step, true, floats.raw(), floats.input(), stages, floats.target(), sampleLosses, mean,
                floats.probabilities().map(_ -> softmax(outputs)), gradient, moved, factor);
        return before.with(moved.stream().map(each -> UpdateScope.moved(before, each)).toList());
    }

    private List<Double> sampleLosses(DoubleTensor outputs) {
        List<Double> losses = new ArrayList<>();
        int columns = outputs.columns();
        for (int n = 0; n < outputs.rows(); n++) {
            DoubleTensor one = new DoubleTensor(outputs.shape().perSample().batchOf(1),
                    Arrays.copyOfRange(outputs.data(), n * columns, (n + 1) * columns));
            losses.add(loss.forward(one, only(floats.target(), n)));
        }
        return losses;
    }

    /** The target of one sample. */
    static Target only(Target target, int n) {
        return switch (target) {
            case Target.Classes classes -> new Target.Classes(new int[] {classes.labels()[n]}, 1);
            case Target.Values values -> {
                Shape shape = values.values().shape().perSample();
                yield new Target.Values(Tensor.of(shape.batchOf(1),
                        Arrays.copyOfRange(values.values().data(), n * shape.size(), (n + 1) * shape.size())));
            }
        };
    }

    private static DoubleTensor softmax(DoubleTensor outputs) {
        return Twins.layer(Softmax.RECIPE.standard(), outputs.shape().perSample())
                .forward(outputs, new Conditions(List.of(), List.of(), false, new Seed(0)));
    }

    /** {@link GradientTreatment} in double, all but the clipping of their length. */
    private List<DoubleTensor> treated(List<DoubleTensor> gradients) {
        GradientTreatment treatment = step.treatment();
        List<DoubleTensor> treated = new ArrayList<>();
        for (int p = 0; p < gradients.size(); p++) {
            StepTrace.Moved parameter = floats.parameters().get(p);
            DoubleTensor own = gradients.get(p).copy();
            for (int i = 0; i < own.size(); i++) {
                double g = treatment.sum() ? own.at(i) * floats.batch() : own.at(i);
                g += parameter.role() == Parameter.Role.WEIGHT ? treatment.l1() * Math.signum(parameter.before().at(i)) : 0;
                own.set(i, treatment.clipValue() > 0 ? Math.clamp(g, -treatment.clipValue(), treatment.clipValue()) : g);
            }
            treated.add(own);
        }
        return treated;
    }

    private double shorten(List<DoubleTensor> gradients) {
        double most = step.treatment().clipNorm();
        double squares = gradients.stream().flatMapToDouble(each -> Arrays.stream(each.data())).map(g -> g * g).sum();
        double factor = most / (Math.sqrt(squares) + GradientTreatment.EPSILON);
        if (most == 0 || factor >= 1) {
            return 1;
        }
        gradients.forEach(each -> Arrays.setAll(each.data(), i -> each.at(i) * factor));
        return factor;
    }
}
