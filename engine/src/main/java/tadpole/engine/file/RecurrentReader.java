package tadpole.engine.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tadpole.engine.file.RecurrentWeights.Layer;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Finds the layers of nn.RNN, nn.LSTM or nn.GRU among tensors, alone or inside a module of any name, in one module or in several. */
final class RecurrentReader {

    /** "rnn.weight_ih_l1"; "_raw" stands behind a weight under weight dropout. */
    private static final Pattern NAME = Pattern.compile("(?<module>(?:.*\\.)?)(?<part>(?:weight|bias)_(?:ih|hh|hr))_l(?<layer>\\d{1,2})(?<behind>_reverse|_raw)?");
    private static final Map<Integer, String> CELLS = Map.of(1, "rnn", 3, "gru", 4, "lstm");

    private final String file;
    private final TensorSource source;

    RecurrentReader(String file, TensorSource source) {
        this.file = file;
        this.source = source;
    }

    static boolean isPart(String tensor) {
        return NAME.matcher(tensor).matches();
    }

    /** @throws FileException where there is none, or one that no text model here has */
    RecurrentWeights read() throws FileException {
        List<Map<String, String>> found = found();
        if (found.isEmpty()) {
            throw new FileException("%s holds %d tensors, but none of a recurrent network, such as \"rnn.weight_ih_l0\" of PyTorch's nn.LSTM.".formatted(
                    file, source.shapes().size()));
        }
        List<Layer> layers = new ArrayList<>();
        String cell = cell(found.getFirst());
        int hidden = shape(found.getFirst(), "weight_hh").at(1);
        for (Map<String, String> names : found) {
            if (!cell(names).equals(cell) || shape(names, "weight_hh").at(1) != hidden) {
                throw new FileException("%s: \"%s\" is of another kind or size than the layer before it; text models here have layers of one kind and size."
                        .formatted(file, printable(names.get("weight_hh"))));
            }
            layers.add(layer(names, layers.isEmpty() ? -1 : hidden));
        }
        String nonlinearity = source.metadata().getOrDefault("nonlinearity", "tanh");
        if (!List.of("tanh", "relu", "sigmoid").contains(nonlinearity)) {
            throw new FileException("%s: its nonlinearity must be tanh, relu or sigmoid.".formatted(file));
        }
        return new RecurrentWeights(cell, nonlinearity, layers);
    }

    /** Each layer's tensors by their part, in the order of the network: module after module as the file has them, their layers by number. */
    private List<Map<String, String>> found() throws FileException {
        Map<String, TreeMap<Integer, Map<String, String>>> modules = new LinkedHashMap<>();
        for (String tensor : source.shapes().keySet()) {
            Matcher name = NAME.matcher(tensor);
            if (name.matches()) {
                refuseOthers(tensor, name);
                Map<String, String> parts = modules.computeIfAbsent(name.group("module"), _ -> new TreeMap<>())
                        .computeIfAbsent(Integer.parseInt(name.group("layer")), _ -> new LinkedHashMap<>());
                if (!parts.containsKey(name.group("part")) || name.group("behind") != null) {
                    parts.put(name.group("part"), tensor);
                }
            }
        }
        List<Map<String, String>> layers = new ArrayList<>();
        for (Map.Entry<String, TreeMap<Integer, Map<String, String>>> module : inOrder(modules)) {
            for (Map.Entry<Integer, Map<String, String>> layer : module.getValue().entrySet()) {
                requireWhole(module, layer);
                layers.add(layer.getValue());
            }
        }
        return layers;
    }

    /** safetensors files of PyTorch list lstm10 before lstm2: modules are taken by the numbers in their names. */
    private static <T> List<Map.Entry<String, T>> inOrder(Map<String, T> modules) {
        List<Map.Entry<String, T>> entries = new ArrayList<>(modules.entrySet());
        entries.sort((a, b) -> padded(a.getKey()).compareTo(padded(b.getKey())));
        return entries;
    }

    private static String padded(String module) {
        return Pattern.compile("\\d+").matcher(module).replaceAll(number -> "0".repeat(Math.max(0, 12 - number.group().length())) + number.group());
    }

    private void refuseOthers(String tensor, Matcher name) throws FileException {
        if ("_reverse".equals(name.group("behind"))) {
            throw new FileException("%s: \"%s\" belongs to a bidirectional network, which reads ahead and cannot write. Take one that reads forward only."
                    .formatted(file, printable(tensor)));
        }
        if (name.group("part").endsWith("hr")) {
            throw new FileException("%s: \"%s\" belongs to an LSTM with projections (proj_size), which is not read.".formatted(file, printable(tensor)));
        }
    }

    private void requireWhole(Map.Entry<String, TreeMap<Integer, Map<String, String>>> module, Map.Entry<Integer, Map<String, String>> layer) throws FileException {
        int place = module.getValue().headMap(layer.getKey()).size();
        List<String> wanted = List.of("weight_ih", "weight_hh");
        Optional<String> missing = place != layer.getKey() ? Optional.of("weight_ih_l" + place)
                : wanted.stream().filter(part -> !layer.getValue().containsKey(part)).findFirst().map(part -> part + "_l" + place);
        if (missing.isPresent()) {
            throw new FileException("%s: \"%s\" is missing, though \"%s\" is there. Save or download the file again.".formatted(
                    file, printable(module.getKey() + missing.get()), printable(layer.getValue().values().iterator().next())));
        }
    }

    private String cell(Map<String, String> names) throws FileException {
        Shape hidden = shape(names, "weight_hh");
        int width = hidden.rank() == 2 ? hidden.at(1) : 0;
        String cell = width > 0 && hidden.at(0) % width == 0 ? CELLS.get(hidden.at(0) / width) : null;
        if (cell == null) {
            throw new FileException("%s: \"%s\" is %s; an nn.RNN has it hidden×hidden, an nn.GRU 3·hidden×hidden, an nn.LSTM 4·hidden×hidden.".formatted(
                    file, printable(names.get("weight_hh")), hidden));
        }
        return cell;
    }

    private Shape shape(Map<String, String> names, String part) {
        return source.shapes().get(names.get(part));
    }

    /** @param features that come in; -1 where any may */
    private Layer layer(Map<String, String> names, int features) throws FileException {
        Shape hidden = shape(names, "weight_hh");
        Shape given = shape(names, "weight_ih");
        int width = features < 0 && given.rank() == 2 ? given.at(1) : features;
        return new Layer(read(names.get("weight_ih"), Shape.of(hidden.at(0), Math.max(width, 1))), read(names.get("weight_hh"), hidden),
                bias(names, "bias_ih", hidden.at(0)), bias(names, "bias_hh", hidden.at(0)));
    }

    private Tensor bias(Map<String, String> names, String part, int width) throws FileException {
        return names.containsKey(part) ? read(names.get(part), Shape.of(width)) : Tensor.zeros(Shape.of(width));
    }

    /** @throws FileException where it is of another shape, or holds NaN or infinite numbers */
    Tensor read(String name, Shape wanted) throws FileException {
        Shape given = source.shapes().get(name);
        if (!given.equals(wanted)) {
            throw new FileException("%s: \"%s\" is %s, but the other tensors fit %s only.".formatted(file, printable(name), given, wanted));
        }
        Tensor read = source.read(name);
        for (int i = 0; i < read.size(); i++) {
            if (!Float.isFinite(read.data()[i])) {
                throw new FileException("%s: \"%s\" holds numbers that are not finite, as of a training that diverged.".formatted(file, printable(name)));
            }
        }
        return read;
    }

    private static String printable(String name) {
        return TorchPickle.printable(name);
    }
}
