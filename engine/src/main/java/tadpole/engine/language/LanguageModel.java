package tadpole.engine.language;

import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;

/**
 * A recurrent network that gives the next token's scores, with all that it needs to read and write text.
 *
 * @param title      for people, such as "Tadpole tales, word LSTM"
 * @param plan       what it was made and trained by, of {@link LanguagePlan#RECIPE}
 * @param network    takes ids [n, time], gives scores (logits) [n, time, vocabulary]
 * @param epochs     how many epochs it was trained
 */
public record LanguageModel(String title, Vocabulary vocabulary, Settings plan, Network network, double epochs) {

    private static final List<String> CELLS = List.of("rnn", "lstm", "gru");

    /**
     * A model that has learned nothing yet, with the weights that the plan's seed gives.
     *
     * @throws SettingException where settings of the plan do not fit each other
     */
    public static LanguageModel make(String title, Vocabulary vocabulary, Settings plan) throws SettingException {
        return new LanguageModel(title, vocabulary, plan, LanguageNetwork.build(plan, vocabulary.size()), 0);
    }

    /** The same model with weights of its own, which training of this one does not move. */
    public LanguageModel copy() {
        try {
            LanguageModel fresh = make(title, vocabulary, plan);
            for (int i = 0; i < network.parameters().size(); i++) {
                Parameter parameter = fresh.network.parameters().get(i);
                parameter.value().set(network.parameters().get(i).value());
                parameter.changed();
            }
            return fresh.after(epochs);
        } catch (SettingException impossible) {
            throw new IllegalStateException("A network that was built once cannot be built again.", impossible);
        }
    }

    /** This very network after so many epochs. */
    LanguageModel after(double trained) {
        return new LanguageModel(title, vocabulary, plan, network, trained);
    }

    public Tokenizer tokenizer() {
        return Tokenizers.of(vocabulary);
    }

    /** A reader at the beginning of a text. */
    public LanguageStream stream(Device device) {
        return new LanguageStream(this, device);
    }

    /** The stages that keep states, in order, such as lstm1 and lstm2. */
    public List<Network.Stage> recurrent() {
        return network.stages().stream().filter(stage -> CELLS.contains(stage.spec().type())).toList();
    }

    /** How many numbers the last recurrent layer keeps: the length of {@link LanguageStream#hidden}. */
    public int hidden() {
        return recurrent().getLast().output().at(1);
    }

    /** What a text begins with where nothing was read before: {@link Vocabulary#BEGIN}, the end of a line, or the first token. */
    public int first() {
        return vocabulary.first();
    }
}
