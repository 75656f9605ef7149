package tadpole.engine.language;

import tadpole.engine.layer.Network;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/**
 * A recurrent network that gives the next token's scores, with all that it needs to read and write text.
 *
 * @param title      for people, such as "Tadpole tales, word LSTM"
 * @param plan       what it was made and trained by, of {@link LanguagePlan#RECIPE}
 * @param network    takes ids [n, time], gives scores (logits) [n, time, vocabulary]
 * @param epochs     how many epochs it was trained
 */
public record LanguageModel(String title, Vocabulary vocabulary, Settings plan, Network network, double epochs) {

    public Tokenizer tokenizer() {
        return Tokenizers.of(vocabulary);
    }

    /** A reader at the beginning of a text. */
    public LanguageStream stream(Device device) {
        return new LanguageStream(this, device);
    }
}
