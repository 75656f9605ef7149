package tadpole.engine.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.tensor.Tensor;

/**
 * A language model for PyTorch: NAME.safetensors with the names of its word language model example (encoder.weight, rnn.weight_ih_l0,
 * ..., decoder.weight, decoder.bias; no encoder where tokens come in as one-hot rows), NAME.vocabulary.json, a list of tokens, and
 * NAME.py, which loads both and writes. {@link LanguageImport} reads it again, bit for bit.
 */
public final class LanguageExport {

    private static final String ENDING = ".safetensors";

    private LanguageExport() {}

    /**
     * The three files that are written, the weights first.
     *
     * @param path of the weights; an ending .safetensors is added where it has none
     */
    public static List<Path> files(Path path) {
        String file = FileHead.fileName(path);
        String stem = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
        return List.of(path.resolveSibling(stem + ENDING), path.resolveSibling(stem + ".vocabulary.json"), path.resolveSibling(stem + ".py"));
    }

    /** @throws FileException where PyTorch has no such network, or a file cannot be written */
    public static void write(Path path, LanguageModel model) throws FileException {
        List<Path> files = files(path);
        LanguageWeights weights = LanguageWeights.of(model);
        String nonlinearity = weights.recurrent().nonlinearity();
        if (weights.recurrent().cell().equals("rnn") && nonlinearity.equals("sigmoid")) {
            throw new FileException("%s is not written: PyTorch's nn.RNN bends by tanh or ReLU, but this model's by the sigmoid.".formatted(files.getFirst()));
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "pt");
        metadata.put("title", model.title());
        metadata.put("nonlinearity", nonlinearity);
        new Safetensors(metadata, tensors(weights)).write(files.get(0));
        VocabularyFile.write(files.get(1), model.vocabulary());
        SafeFile.write(files.get(2), out -> out.write(LanguageSnippet.text(model, files).getBytes(StandardCharsets.UTF_8)));
    }

    static Map<String, Tensor> tensors(LanguageWeights weights) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        weights.embedding().ifPresent(rows -> tensors.put("encoder.weight", rows));
        weights.recurrent().putInto(tensors, "rnn.");
        tensors.put("decoder.weight", weights.output());
        tensors.put("decoder.bias", weights.bias());
        return tensors;
    }
}
