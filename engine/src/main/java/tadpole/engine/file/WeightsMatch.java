package tadpole.engine.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * What of a file of weights fits a network.
 *
 * @param rows    one for each tensor of the network, in its order
 * @param unused  tensors of the file that found no place, with their shapes
 * @param tensors all of the network's by their names: those that fit from the file, the others as they start
 */
public record WeightsMatch(String file, List<Row> rows, Map<String, Shape> unused, Map<String, Tensor> tensors) {

    /**
     * @param name   of the network's tensor, such as "conv2d1.weight"
     * @param from   its name in the file; empty where nothing fits
     * @param turned whether the file has it as [in, out]
     */
    public record Row(String name, Shape shape, Optional<String> from, boolean turned) {}

    public WeightsMatch {
        rows = List.copyOf(rows);
        unused = Collections.unmodifiableMap(new LinkedHashMap<>(unused));
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    public boolean isWhole() {
        return rows.stream().allMatch(row -> row.from().isPresent());
    }

    /** "8 of 8 tensors came from mnist_cnn.pt.", and what did not fit. */
    public String sentence() {
        long fit = rows.stream().filter(row -> row.from().isPresent()).count();
        StringBuilder said = new StringBuilder("%d of %d tensors came from %s.".formatted(fit, rows.size(), file));
        if (!isWhole()) {
            said.append(" %s as drawn at the start: nothing of that shape stands in that place.".formatted(some(rows.stream()
                    .filter(row -> row.from().isEmpty()).map(row -> "%s (%s)".formatted(row.name(), row.shape())).toList(), "stays", "stay")));
        }
        if (!unused.isEmpty()) {
            said.append(" %s left over.".formatted(some(unused.entrySet().stream()
                    .map(each -> "%s (%s)".formatted(TorchPickle.printable(each.getKey()), each.getValue())).toList(), "is", "are")));
        }
        return said.toString();
    }

    private static String some(List<String> names, String one, String several) {
        int shown = 3;
        String rest = names.size() > shown ? " and %d more".formatted(names.size() - shown) : "";
        return "%s%s %s".formatted(names.stream().limit(shown).collect(Collectors.joining(", ")), rest, names.size() == 1 ? one : several);
    }

    /** The rows as lines: the network's name and shape, and where its numbers come from. */
    public String table() {
        int name = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int shape = rows.stream().mapToInt(row -> row.shape().toString().length()).max().orElse(0);
        return rows.stream().map(row -> ("%-" + Math.max(1, name) + "s  %-" + Math.max(1, shape) + "s  %s").formatted(row.name(), row.shape(),
                row.from().map(from -> TorchPickle.printable(from) + (row.turned() ? ", turned" : "")).orElse("nothing fits"))).collect(Collectors.joining("\n"));
    }
}
