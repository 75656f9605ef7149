package tadpole.engine.file;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.LanguagePlan;
import tadpole.engine.language.Vocabulary;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/**
 * A recurrent language model as PyTorch lays it out: what importers find and exporters write.
 *
 * @param embedding [vocabulary, width]; empty where tokens come in as one-hot rows
 * @param output    [vocabulary, hidden]
 * @param bias      [vocabulary]
 */
record LanguageWeights(Optional<Tensor> embedding, RecurrentWeights recurrent, Tensor output, Tensor bias) {

    /** Whether the output layer's rows are the embedding's, bit for bit. */
    boolean isTied() {
        return embedding.isPresent() && embedding.get().shape().equals(output.shape())
                && Arrays.equals(embedding.get().data(), 0, output.size(), output.data(), 0, output.size());
    }

    static LanguageWeights of(LanguageModel model) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        model.network().state().forEach(each -> tensors.put(each.name(), each.tensor()));
        boolean tied = model.plan().on("tied");
        return new LanguageWeights(Optional.ofNullable(tensors.get("embedding1.weight")), RecurrentWeights.of(model.plan(), tensors),
                tensors.get(tied ? "embedding1.weight" : "linear1.weight"), tensors.get(tied ? "tiedLinear1.bias" : "linear1.bias"));
    }

    /** @throws FileException where the vocabulary is of another size, or the model is larger than any that is built here */
    LanguageModel model(String file, String title, Vocabulary vocabulary) throws FileException {
        if (vocabulary.size() != output.shape().at(0)) {
            throw new FileException("%s scores %d tokens, but its vocabulary holds %d. Give the vocabulary that it was trained with.".formatted(
                    file, output.shape().at(0), vocabulary.size()));
        }
        try {
            LanguageModel model = LanguageModel.make(title, vocabulary, plan(vocabulary));
            fill(model);
            return model;
        } catch (SettingException larger) {
            throw new FileException("%s: %s".formatted(file, larger.getMessage()), larger);
        }
    }

    private Settings plan(Vocabulary vocabulary) throws SettingException {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("level", vocabulary.level().one());
        given.put("cell", recurrent.cell());
        given.put("nonlinearity", recurrent.nonlinearity());
        given.put("layers", recurrent.layers().size());
        given.put("hidden", recurrent.hidden());
        given.put("embedding", embedding.isPresent() ? embedding.get().shape().at(1) : 0);
        given.put("tied", isTied());
        return LanguagePlan.RECIPE.settings(given);
    }

    private void fill(LanguageModel model) {
        Map<String, Tensor> given = new LinkedHashMap<>();
        embedding.ifPresent(rows -> given.put("embedding1.weight", rows));
        recurrent.putInto(given);
        given.put("linear1.weight", output);
        given.put("linear1.bias", bias);
        given.put("tiedLinear1.bias", bias);
        for (NamedTensor each : model.network().state()) {
            each.tensor().set(given.get(each.name()));
        }
        model.network().parameters().forEach(Parameter::changed);
    }
}
