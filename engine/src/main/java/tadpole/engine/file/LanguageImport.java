package tadpole.engine.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.Vocabulary;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Language models out of weights that others trained: state dictionaries of PyTorch with an nn.RNN, nn.LSTM or nn.GRU, an embedding or
 * one-hot rows before it and a linear layer behind it (.pt, .pth, .safetensors), and a NumPy archive with one LSTM (.npz). The
 * vocabulary lies in a file of its own. What a file says is checked; nothing in it is run.
 */
public final class LanguageImport {

    /** What embeddings and output layers are usually called. */
    private static final Pattern EMBEDDING = Pattern.compile("(?i).*(encoder|emb|wte|lookup)[^.]*(\\.\\d+)?\\.weight");
    private static final Pattern OUTPUT = Pattern.compile("(?i).*(decoder|fc|head|linear|out|proj|dense|classifier|h2o|score)[^.]*(\\.\\d+)?\\.weight");

    private final String file;
    private final TensorSource source;
    private final RecurrentReader reader;

    private LanguageImport(String file, TensorSource source) {
        this.file = file;
        this.source = source;
        this.reader = new RecurrentReader(file, source);
    }

    /** Whether a file is a language model by the names of its tensors, of Tadpole's or not; false also for a file that cannot be read. */
    public static boolean isOne(Path path) {
        try (TensorSource source = TensorSources.open(path)) {
            return source.metadata().containsKey("vocabulary") || RowVectorLstm.isOne(source)
                    || !source.metadata().containsKey("tadpole") && source.shapes().keySet().stream().anyMatch(RecurrentReader::isPart);
        } catch (FileException other) {
            return false;
        }
    }

    /** A model of Tadpole's own, or one that others trained, with the vocabulary that lies beside it. */
    public static LanguageModel open(Path path) throws FileException {
        return isOwn(path) ? LanguageFile.open(path) : open(path, VocabularyFile.beside(path));
    }

    private static boolean isOwn(Path path) throws FileException {
        try (TensorSource source = TensorSources.open(path)) {
            return source.metadata().containsKey("vocabulary");
        }
    }

    /** @throws FileException in one sentence where a file is none, or both do not fit each other */
    public static LanguageModel open(Path weights, Path vocabulary) throws FileException {
        Vocabulary tokens = VocabularyFile.read(vocabulary);
        String file = FileHead.fileName(weights);
        String title = file.lastIndexOf('.') > 0 ? file.substring(0, file.lastIndexOf('.')) : file;
        return weights(weights).model(file, title, tokens);
    }

    static LanguageWeights weights(Path path) throws FileException {
        try (TensorSource source = TensorSources.open(path)) {
            String file = FileHead.fileName(path);
            return RowVectorLstm.isOne(source) ? RowVectorLstm.read(file, source) : new LanguageImport(file, source).read();
        }
    }

    private LanguageWeights read() throws FileException {
        RecurrentWeights recurrent = reader.read();
        List<String> tables = source.shapes().keySet().stream().filter(name -> !RecurrentReader.isPart(name) && source.shapes().get(name).rank() == 2).toList();
        Optional<String> output = one(tables, OUTPUT, recurrent.hidden());
        Optional<String> embedding = one(tables, EMBEDDING, recurrent.features());
        if (output.isEmpty()) {
            output = embedding.filter(_ -> recurrent.hidden() == recurrent.features());
        }
        if (output.isEmpty()) {
            throw new FileException("%s holds a recurrent network with %d hidden units, but no output layer such as \"decoder.weight\" of vocabulary×%d. Save the whole module's state_dict()."
                    .formatted(file, recurrent.hidden(), recurrent.hidden()));
        }
        int vocabulary = source.shapes().get(output.get()).at(0);
        if (embedding.isEmpty() && recurrent.features() != vocabulary) {
            throw new FileException("%s: its recurrent network takes %d numbers a token, but there is neither an embedding such as \"encoder.weight\" of %d×%d, nor are there as many tokens."
                    .formatted(file, recurrent.features(), vocabulary, recurrent.features()));
        }
        Tensor weight = reader.read(output.get(), Shape.of(vocabulary, recurrent.hidden()));
        Optional<Tensor> rows = embedding.isPresent() ? Optional.of(reader.read(embedding.get(), Shape.of(vocabulary, recurrent.features()))) : Optional.empty();
        return new LanguageWeights(rows, recurrent, weight, bias(output.get(), vocabulary));
    }

    /** By its usual name, or else the only one of that width. */
    private Optional<String> one(List<String> tables, Pattern usual, int width) throws FileException {
        List<String> fitting = tables.stream().filter(name -> source.shapes().get(name).at(1) == width).toList();
        List<String> named = new ArrayList<>(fitting.stream().filter(name -> usual.matcher(name).matches()).toList());
        Pattern other = usual == OUTPUT ? EMBEDDING : OUTPUT;
        List<String> left = named.isEmpty() ? fitting.stream().filter(name -> !other.matcher(name).matches()).toList() : named;
        if (left.size() > 1) {
            throw new FileException("%s: \"%s\" and \"%s\" could both be the %s. Name them \"encoder.weight\" and \"decoder.weight\".".formatted(file,
                    TorchPickle.printable(left.get(0)), TorchPickle.printable(left.get(1)), usual == OUTPUT ? "output layer" : "embedding"));
        }
        return left.stream().findFirst();
    }

    private Tensor bias(String output, int vocabulary) throws FileException {
        String name = output.endsWith("weight") ? output.substring(0, output.length() - "weight".length()) + "bias" : "";
        Map<String, Shape> shapes = source.shapes();
        return shapes.containsKey(name) ? reader.read(name, Shape.of(vocabulary)) : Tensor.zeros(Shape.of(vocabulary));
    }
}
