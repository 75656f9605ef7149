package tadpole.benchmarks.workload;

import java.util.List;
import java.util.Map;
import tadpole.benchmarks.torch.Torch;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

/** A language model of characters on a batch of texts: LSTM, linear, cross-entropy at every place, and all gradients. */
public record LstmStep(int batch, int time, int hidden, int vocabulary) implements Workload {

    @Override
    public String name() {
        return "LSTM step batch %d, hidden %d, %d steps".formatted(batch, hidden, time);
    }

    /** Forward and twice as many back; the one-hot characters are looked up. */
    @Override
    public double multiplyAdds() {
        return 3.0 * batch * time * hidden * (4 * hidden + vocabulary);
    }

    @Override
    public String notAlike() {
        return "Tadpole looks characters up, PyTorch multiplies one-hot rows; PyTorch by autograd, time first";
    }

    /** The layers that both sides take their start from. */
    Network network() {
        try {
            return Network.build(
                    Shape.of(time),
                    List.of(
                            Specs.layer("lstm", Map.of("hidden", hidden, "vocabulary", vocabulary)),
                            Specs.layer("linear", Map.of("out", vocabulary))),
                    new Seed(1));
        } catch (SettingException mistake) {
            throw new IllegalArgumentException(mistake);
        }
    }

    /** One character a place, [batch, time]. */
    int[] text() {
        return Numbers.labels("text", batch * time, vocabulary);
    }

    /** The characters to be foretold, [batch, time]. */
    int[] next() {
        return Numbers.labels("next", batch * time, vocabulary);
    }

    @Override
    public Side tadpole(Device device) {
        return new TadpoleLstm(this, device);
    }

    @Override
    public Side torch(Torch torch) {
        return new TorchLstm(this, torch);
    }
}
