package tadpole.engine.language;

import java.util.Arrays;
import java.util.Map;
import tadpole.engine.layer.Pass;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** A model that reads a text token by token and keeps in mind what it read. Belongs to one thread at a time. */
public final class LanguageStream implements TokenStream {

    /** What a stream has in mind at a place of the text: the recurrent layers' states by stage and name, and what came of them. Never changed. */
    public record Mind(Map<String, float[]> states, float[] logits, float[] hidden) {

        /** The states alone, where many are kept: logits and hidden values are right again after the next read. */
        public Mind withoutLogits() {
            return new Mind(states, new float[0], new float[0]);
        }
    }

    private final LanguageModel model;
    private final Pass pass;
    private final String last;
    private final Tensor input = Tensor.zeros(Shape.of(1, 1));
    private final float[] logits;
    private final float[] hidden;

    LanguageStream(LanguageModel model, Device device) {
        this.model = model;
        this.pass = Pass.evaluation(device);
        this.last = model.recurrent().getLast().name();
        this.logits = new float[model.vocabulary().size()];
        this.hidden = new float[model.hidden()];
        pass.carryStates(true);
    }

    public LanguageModel model() {
        return model;
    }

    /** Reads one token; afterwards {@link #logits} are those of the next. */
    @Override
    public void read(int id) {
        input.data()[0] = id;
        Tensor scores = model.network().forward(input, pass);
        System.arraycopy(scores.data(), 0, logits, 0, logits.length);
        System.arraycopy(model.network().output(last, pass).data(), 0, hidden, 0, hidden.length);
    }

    /** The scores of the next token, [vocabulary]; good until the next read. All zero where nothing was read yet. */
    @Override
    public float[] logits() {
        return logits;
    }

    /** The last recurrent layer's output after the last token, [hidden]; good until the next read. */
    @Override
    public float[] hidden() {
        return hidden;
    }

    /** The values of a recurrent layer after the last token: "h", and for an LSTM "c"; all zero where nothing was read yet. */
    public float[] state(String stage, String which) {
        float[] state = pass.states().get(stage + "." + which);
        return state == null ? new float[model.plan().whole("hidden")] : state;
    }

    /** A copy of what is in mind. */
    @Override
    public Mind mind() {
        return new Mind(pass.states(), logits.clone(), hidden.clone());
    }

    /** Goes on from there. */
    @Override
    public void mind(Mind other) {
        pass.states(other.states());
        System.arraycopy(other.logits(), 0, logits, 0, other.logits().length);
        System.arraycopy(other.hidden(), 0, hidden, 0, other.hidden().length);
    }

    /** As at the beginning of a text: all states zero. */
    @Override
    public void forget() {
        pass.forgetStates();
        Arrays.fill(logits, 0);
        Arrays.fill(hidden, 0);
    }
}
