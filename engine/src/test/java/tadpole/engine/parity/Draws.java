package tadpole.engine.parity;

import tadpole.engine.layer.Network;
import tadpole.engine.loss.Target;
import tadpole.engine.proof.Drawn;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The numbers that a case begins with and is fed: the same for both sides, and every time. */
public final class Draws {

    private final ParityCase given;
    private final Network network;
    private final int vocabulary;

    Draws(ParityCase given, Network network) {
        this.given = given;
        this.network = network;
        var first = network.stages().getFirst().spec().settings();
        this.vocabulary = first.asMap().containsKey("vocabulary") ? first.whole("vocabulary") : 0;
    }

    /** Whether words come in, which have no gradient. */
    public boolean isWords() {
        return vocabulary > 0;
    }

    public Tensor x(int step) {
        Shape shape = network.input().batchOf(given.data().batch());
        String purpose = "parity x" + number(step);
        return isWords() ? Drawn.words(shape, vocabulary, purpose) : Drawn.normal(shape, purpose);
    }

    private int number(int step) {
        return given.data().same() ? 0 : step;
    }

    public int[] labels(int step) {
        return Drawn.labels(given.data().batch(), network.output().at(0), "parity label" + number(step));
    }

    public Tensor values(int step) {
        return Drawn.normal(network.output().batchOf(given.data().batch()), "parity value" + number(step));
    }

    Target target(int step) {
        return given.data().values() ? new Target.Values(values(step)) : new Target.Classes(labels(step), given.data().batch());
    }

    /** Not by the layers' own start, which may change or be all zero. */
    void start() {
        for (int i = 0; i < network.parameters().size(); i++) {
            Parameter parameter = network.parameters().get(i);
            Tensor value = parameter.value();
            value.set(Drawn.normal(parameter.shape(), "parity parameter" + i));
            boolean row = parameter.shape().rank() == 1;
            double scale = row ? 0.3 : Math.sqrt((double) parameter.shape().at(0) / parameter.size());
            double middle = row && parameter.role() == Parameter.Role.WEIGHT ? 1 : 0;
            for (int j = 0; j < value.size(); j++) {
                value.data()[j] = (float) (middle + scale * value.data()[j]);
            }
            parameter.changed();
        }
    }
}
