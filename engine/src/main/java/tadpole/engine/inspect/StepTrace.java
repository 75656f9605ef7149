package tadpole.engine.inspect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.formula.Address;
import tadpole.engine.loss.Target;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;
import tadpole.engine.twin.DoubleTensor;

/**
 * All numbers of one step of training on some samples: those of the engine, which are floats (in double without a change), or those of
 * the twins, which are doubles.
 *
 * @param inDouble        whether the twins computed it
 * @param raw             as the file has the samples, [n, shape of a sample]
 * @param input           prepared, [n, shape that the network takes]
 * @param stages          of the network, in order
 * @param sampleLosses    the share of each sample in the loss, before the mean is taken
 * @param loss            of the batch, before the update, without penalties
 * @param probabilities   softmax of the outputs, where the loss has one inside
 * @param inputGradient   of the loss by the prepared input
 * @param parameters      of the network, in its order
 * @param clippingFactor  by which all gradients were shortened together; 1 where they were not
 */
public record StepTrace(
        TracedStep step,
        boolean inDouble,
        DoubleTensor raw,
        DoubleTensor input,
        List<Stage> stages,
        Target target,
        List<Double> sampleLosses,
        double loss,
        Optional<DoubleTensor> probabilities,
        DoubleTensor inputGradient,
        List<Moved> parameters,
        double clippingFactor) {

    public StepTrace {
        stages = List.copyOf(stages);
        sampleLosses = List.copyOf(sampleLosses);
        parameters = List.copyOf(parameters);
    }

    /**
     * One layer on the way.
     *
     * @param name     such as "linear1"
     * @param output   [n, output shape]
     * @param gradient of the loss by the output
     * @param buffers  as the step found them
     */
    public record Stage(String name, DoubleTensor output, DoubleTensor gradient, List<DoubleTensor> buffers) {}

    /**
     * A parameter in this step.
     *
     * @param gradient     of the loss
     * @param treated      the gradient as the optimizer was given it: summed, with L1, clipped
     * @param memoryBefore what the optimizer remembered of it, by PyTorch's names; empty before the first step
     */
    public record Moved(String name, Parameter.Role role, DoubleTensor before, DoubleTensor gradient, DoubleTensor treated,
            DoubleTensor after, Map<String, DoubleTensor> memoryBefore, Map<String, DoubleTensor> memoryAfter) {

        public Shape shape() {
            return before.shape();
        }
    }

    /** The same step once more, computed in double by the twins: from the same prepared inputs, parameters and optimizer's memory. */
    public StepTrace inDoubles() {
        return inDouble ? this : TwinTrace.of(this);
    }

    StepTrace with(List<Moved> others) {
        return new StepTrace(step, inDouble, raw, input, stages, target, sampleLosses, loss, probabilities, inputGradient, others,
                clippingFactor);
    }

    public int batch() {
        return input.rows();
    }

    /** What came out of the network, [n, outputs]. */
    public DoubleTensor outputs() {
        return stages.isEmpty() ? input : stages.getLast().output();
    }

    /** @throws IllegalArgumentException where there is none such */
    public Moved parameter(String name) {
        return parameters.stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no parameter \"%s\".".formatted(name)));
    }

    /**
     * The number that stands there.
     *
     * @throws IllegalArgumentException where there is none
     */
    public double value(Address address) {
        return switch (address) {
            case Address.Raw at -> at(raw, at.sample(), at.index(), address);
            case Address.Input at -> at(input, at.sample(), at.index(), address);
            case Address.Weight at -> at(parameter(at.parameter()).before(), at.index(), address);
            case Address.Activation at -> at(stage(at.layer(), address).output(), at.sample(), at.index(), address);
            case Address.Probability at -> at(probabilities.orElseThrow(() -> none(address)), at.sample(), at.index(), address);
            case Address.Jacobian at -> {
                double p = value(new Address.Probability(at.sample(), at.probability()));
                yield p * ((at.probability() == at.logit() ? 1 : 0) - value(new Address.Probability(at.sample(), at.logit())));
            }
            case Address.SampleLoss at -> {
                if (at.sample() < 0 || at.sample() >= sampleLosses.size()) {
                    throw none(address);
                }
                yield sampleLosses.get(at.sample());
            }
            case Address.Loss _ -> loss;
            case Address.ActivationGradient at -> at(at.layer() == -1 ? inputGradient : stage(at.layer(), address).gradient(),
                    at.sample(), at.index(), address);
            case Address.WeightGradient at -> at(parameter(at.parameter()).gradient(), at.index(), address);
            case Address.Updated at -> at(parameter(at.parameter()).after(), at.index(), address);
            case Address.Memory at -> at(Optional.ofNullable(parameter(at.parameter()).memoryAfter().get(at.name()))
                    .orElseThrow(() -> none(address)), at.index(), address);
            case Address.RuleLine _, Address.Cell _ -> throw none(address);
        };
    }

    private Stage stage(int layer, Address address) {
        if (layer < 0 || layer >= stages.size()) {
            throw none(address);
        }
        return stages.get(layer);
    }

    private static double at(DoubleTensor of, int sample, int index, Address address) {
        if (sample < 0 || sample >= of.rows() || index < 0 || index >= of.columns()) {
            throw none(address);
        }
        return of.at(sample, index);
    }

    private static double at(DoubleTensor of, int index, Address address) {
        if (index < 0 || index >= of.size()) {
            throw none(address);
        }
        return of.at(index);
    }

    static IllegalArgumentException none(Address address) {
        return new IllegalArgumentException("This step has no number at " + address + ".");
    }
}
