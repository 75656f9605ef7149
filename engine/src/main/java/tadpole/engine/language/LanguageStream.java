package tadpole.engine.language;

import java.util.Map;
import tadpole.engine.tensor.Device;

/** A model that reads a text token by token and keeps in mind what it read. Belongs to one thread at a time. */
public final class LanguageStream implements TokenStream {

    /** What a stream has in mind at a place of the text: the recurrent layers' states by stage and name. Never changed. */
    public record Mind(Map<String, float[]> states) {}

    private final LanguageModel model;

    LanguageStream(LanguageModel model, Device device) {
        this.model = model;
    }

    public LanguageModel model() {
        return model;
    }

    /** Reads one token; afterwards {@link #logits} are those of the next. */
    @Override
    public void read(int id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The scores of the next token, [vocabulary]; good until the next read. */
    @Override
    public float[] logits() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The last recurrent layer's output after the last token, [hidden]; good until the next read. */
    @Override
    public float[] hidden() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The values of a recurrent layer after the last token: "h", and for an LSTM "c". */
    public float[] state(String stage, String which) {
        throw new UnsupportedOperationException("not yet");
    }

    /** A copy of what is in mind. */
    @Override
    public Mind mind() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Goes on from there. */
    @Override
    public void mind(Mind other) {
        throw new UnsupportedOperationException("not yet");
    }

    /** As at the beginning of a text: all states zero. */
    @Override
    public void forget() {
        throw new UnsupportedOperationException("not yet");
    }
}
