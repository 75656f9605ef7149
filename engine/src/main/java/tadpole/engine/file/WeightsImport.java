package tadpole.engine.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Weights of any file of tensors for a network that is there: safetensors, PyTorch's state dictionaries, NumPy's .npz. Tensors go by
 * their names where these are the network's; else by order and shape, as many as can be had in the order of both (the longest common
 * subsequence of the shapes), parameters and running statistics each by themselves. PyTorch stores as Tadpole does, linear weights as
 * [out, in]; a file that has them as [in, out] is turned, but not behind a picture, whose rows might stand in another order there.
 */
public final class WeightsImport {

    private static final int MOST_TENSORS = 4096;
    private static final Pattern STATISTIC = Pattern.compile(".*(running_mean|running_var|moving_mean|moving_variance)");
    private static final Pattern COUNTER = Pattern.compile(".*num_batches_tracked");

    private final String file;
    private final TensorSource source;
    private final Network network;
    private final boolean turns;
    private final Map<String, String> found = new HashMap<>();

    private WeightsImport(String file, TensorSource source, Network network) {
        this.file = file;
        this.source = source;
        this.network = network;
        this.turns = network.input().rank() == 1;
    }

    /**
     * Reads what fits; the network itself is not changed.
     *
     * @throws FileException in one sentence where the file is none, or nothing in it fits
     */
    public static WeightsMatch read(Path path, Network network) throws FileException {
        try (TensorSource source = TensorSources.open(path)) {
            return new WeightsImport(FileHead.fileName(path), source, network).read();
        }
    }

    private WeightsMatch read() throws FileException {
        Map<String, Shape> given = new LinkedHashMap<>(source.shapes());
        given.keySet().removeIf(name -> COUNTER.matcher(name).matches());
        if (given.size() > MOST_TENSORS) {
            throw new FileException("%s holds %d tensors; networks here have at most %d.".formatted(file, given.size(), MOST_TENSORS));
        }
        List<NamedTensor> state = network.state();
        if (state.stream().allMatch(each -> fits(given.get(each.name()), each.tensor().shape()))) {
            state.forEach(each -> found.put(each.name(), each.name()));
        } else {
            int parameters = network.parameters().size();
            pair(state.subList(0, parameters), given, false);
            pair(state.subList(parameters, state.size()), given, true);
            dropWithoutWeights(state);
        }
        if (found.isEmpty()) {
            throw new FileException("Nothing in %s fits this network: it holds %s, but the network wants %s. Build the network that they were saved from.".formatted(file,
                    some(given.entrySet().stream().map(each -> TorchPickle.printable(each.getKey()) + " " + each.getValue())),
                    some(state.stream().map(each -> each.name() + " " + each.tensor().shape()))));
        }
        return match(state, given);
    }

    private static String some(Stream<String> tensors) {
        List<String> all = tensors.toList();
        return all.isEmpty() ? "none" : String.join(", ", all.subList(0, Math.min(3, all.size()))) + (all.size() > 3 ? ", ..." : "");
    }

    private boolean fits(Shape given, Shape wanted) {
        return wanted.equals(given) || isTurned(given, wanted);
    }

    private boolean isTurned(Shape given, Shape wanted) {
        return turns && given != null && !given.equals(wanted) && given.rank() == 2 && wanted.rank() == 2 && given.at(0) == wanted.at(1)
                && given.at(1) == wanted.at(0);
    }

    private void pair(List<NamedTensor> wanted, Map<String, Shape> given, boolean statistics) {
        List<String> names = given.keySet().stream().filter(name -> STATISTIC.matcher(name).matches() == statistics).toList();
        int[][] longest = new int[wanted.size() + 1][names.size() + 1];
        for (int i = wanted.size() - 1; i >= 0; i--) {
            for (int j = names.size() - 1; j >= 0; j--) {
                boolean fits = fits(given.get(names.get(j)), wanted.get(i).tensor().shape());
                longest[i][j] = Math.max(Math.max(longest[i + 1][j], longest[i][j + 1]), fits ? 1 + longest[i + 1][j + 1] : 0);
            }
        }
        int i = 0;
        int j = 0;
        while (i < wanted.size() && j < names.size()) {
            boolean fits = fits(given.get(names.get(j)), wanted.get(i).tensor().shape());
            if (fits && longest[i][j] == 1 + longest[i + 1][j + 1]) {
                found.put(wanted.get(i++).name(), names.get(j++));
            } else if (longest[i][j] == longest[i][j + 1]) {
                j++;
            } else {
                i++;
            }
        }
    }

    /** A bias that fits by chance, without the weights of its layer, says nothing. */
    private void dropWithoutWeights(List<NamedTensor> state) {
        for (NamedTensor each : state) {
            String layer = each.name().substring(0, each.name().lastIndexOf('.') + 1);
            if (each.name().startsWith("weight", layer.length()) && !found.containsKey(each.name())) {
                found.keySet().removeIf(name -> name.startsWith(layer) && name.indexOf('.', layer.length()) < 0);
            }
        }
    }

    private WeightsMatch match(List<NamedTensor> state, Map<String, Shape> given) throws FileException {
        List<WeightsMatch.Row> rows = new ArrayList<>();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (NamedTensor each : state) {
            Shape wanted = each.tensor().shape();
            String from = found.get(each.name());
            boolean turned = from != null && isTurned(given.get(from), wanted);
            rows.add(new WeightsMatch.Row(each.name(), wanted, Optional.ofNullable(from), turned));
            tensors.put(each.name(), from == null ? each.tensor().copy() : turned ? turned(finite(from), wanted) : finite(from));
        }
        given.keySet().removeAll(found.values());
        return new WeightsMatch(file, rows, given, tensors);
    }

    private Tensor finite(String name) throws FileException {
        Tensor tensor = source.read(name);
        if (!tensor.isFinite()) {
            throw new FileException("%s: \"%s\" holds a number that is infinite or none. It was saved from a run that had diverged; take another file."
                    .formatted(file, TorchPickle.printable(name)));
        }
        return tensor;
    }

    private static Tensor turned(Tensor from, Shape wanted) {
        Tensor to = Tensor.zeros(wanted);
        for (int i = 0; i < to.size(); i++) {
            to.data()[i] = from.data()[i % wanted.at(1) * wanted.at(0) + i / wanted.at(1)];
        }
        return to;
    }
}
