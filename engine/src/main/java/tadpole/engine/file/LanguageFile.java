package tadpole.engine.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/**
 * A language model in one safetensors file. Its metadata are texts: "tadpole" the version, "title", "level" (character or word),
 * "vocabulary" (JSON list; a token's place is its id), "plan" (JSON object, every setting of LanguagePlan), "epochs" (a number).
 */
public final class LanguageFile {

    /** The version written, and the only one read. */
    public static final int VERSION = 1;

    private LanguageFile() {}

    /** Every bit of the weights. */
    public static void save(Path path, LanguageModel model) throws FileException {
        content(path, model).write(path);
    }

    /** Half the bytes: weights are rounded to the nearest 16-bit float. */
    public static void saveHalf(Path path, LanguageModel model) throws FileException {
        for (NamedTensor each : model.network().state()) {
            for (int i = 0; i < each.tensor().size(); i++) {
                if (Math.abs(each.tensor().data()[i]) > 65504) {
                    throw new FileException("%s cannot be written in half precision: \"%s\" holds %s, beyond its greatest number 65504. Save it in full precision."
                            .formatted(path, each.name(), each.tensor().data()[i]));
                }
            }
        }
        content(path, model).writeHalf(path);
    }

    private static Safetensors content(Path path, LanguageModel model) throws FileException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (NamedTensor each : model.network().state()) {
            if (!isFinite(each.tensor())) {
                throw new FileException("%s is not written: the model's \"%s\" holds numbers that are not finite, because its training diverged. Train again with a smaller learning rate."
                        .formatted(path, each.name()));
            }
            tensors.put(each.name(), each.tensor());
        }
        return new Safetensors(LanguageHead.of(model).metadata(), tensors);
    }

    /** @throws FileException where it is no such file, or its tensors are not those of its plan and vocabulary */
    public static LanguageModel open(Path path) throws FileException {
        try (SafetensorsReader reader = SafetensorsReader.open(path)) {
            LanguageHead head = LanguageHead.read(path, reader.metadata());
            LanguageShapes.require(head, reader);
            LanguageModel model = head.fresh();
            fill(model.network(), reader, head);
            return model;
        }
    }

    private static void fill(Network network, SafetensorsReader reader, LanguageHead head) throws FileException {
        Set<String> untaken = new TreeSet<>(reader.shapes().keySet());
        for (NamedTensor each : network.state()) {
            untaken.remove(each.name());
            LanguageShapes.require(head, reader, each.name(), each.tensor().shape());
            Tensor given = reader.read(each.name());
            if (!isFinite(given)) {
                throw head.problem("its \"%s\" holds numbers that are not finite, as of a training that diverged. Open an earlier snapshot.".formatted(each.name()));
            }
            each.tensor().set(given);
        }
        if (!untaken.isEmpty()) {
            throw head.problem("it holds \"%s\", which the network of its plan does not have. %s".formatted(untaken.iterator().next(), LanguageShapes.AGAIN));
        }
        network.parameters().forEach(Parameter::changed);
    }

    private static boolean isFinite(Tensor tensor) {
        for (int i = 0; i < tensor.size(); i++) {
            if (!Float.isFinite(tensor.data()[i])) {
                return false;
            }
        }
        return true;
    }
}
