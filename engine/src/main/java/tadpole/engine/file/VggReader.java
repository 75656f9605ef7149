package tadpole.engine.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tadpole.engine.file.Filters.Place;
import tadpole.engine.picture.feature.VggWeights;
import tadpole.engine.picture.feature.VggWeights.Convolution;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;
import tadpole.engine.tensor.Shape;

/** Finds a network of the VGG form among tensors, by the names that PyTorch, Keras and others gave its layers. */
final class VggReader {

    /** "module.features.12.weight": the layer's number in a row of layers. */
    private static final Pattern NUMBERED = Pattern.compile("(?<row>(?:.*\\.)?)(?<number>\\d{1,4})\\.(?<part>weight|bias)");
    /** "conv31.weight", "conv3_1.weight": block and place in the block; conv0 is what brings pictures to the network's scale. */
    private static final Pattern NAMED = Pattern.compile("(?:.*\\.)?conv(?:(?<input>0)|(?<block>[1-9])_?(?<place>[1-9]))\\.(?<part>weight|bias)");
    /** "block3_conv1/block3_conv1/kernel:0". */
    private static final Pattern KERAS = Pattern.compile(".*block(?<block>[1-9])_conv(?<place>[1-9])[^/.]*(?:[/.](?<part>[^/]*))?");

    /** Convolutions of each block of a VGG. */
    private static final Map<String, List<Integer>> KNOWN = known();

    /** ImageNet's. */
    private static final double[] MEAN = {0.485, 0.456, 0.406};
    private static final double[] DEVIATION = {0.229, 0.224, 0.225};

    private final Filters filters;

    private VggReader(Filters filters) {
        this.filters = filters;
    }

    private static Map<String, List<Integer>> known() {
        Map<String, List<Integer>> known = new LinkedHashMap<>();
        known.put("VGG-19", List.of(2, 2, 4, 4, 4));
        known.put("VGG-16", List.of(2, 2, 3, 3, 3));
        known.put("VGG-13", List.of(2, 2, 2, 2, 2));
        known.put("VGG-11", List.of(1, 1, 2, 2, 2));
        return known;
    }

    /** Empty where no names are those of a VGG. */
    static Optional<FeatureForm> find(Filters filters) throws FileException {
        VggReader reader = new VggReader(filters);
        Optional<FeatureForm> found = reader.keras();
        if (found.isEmpty()) {
            found = reader.named();
        }
        return found.isPresent() ? found : reader.numbered();
    }

    private Optional<FeatureForm> keras() throws FileException {
        Map<Integer, Place> places = new TreeMap<>();
        for (Map.Entry<String, Shape> each : filters.source().shapes().entrySet()) {
            Matcher name = KERAS.matcher(each.getKey());
            if (name.matches()) {
                boolean weight = each.getValue().rank() > 1;
                add(places, 10 * Integer.parseInt(name.group("block")) + Integer.parseInt(name.group("place")),
                        "block%s_conv%s".formatted(name.group("block"), name.group("place")), weight, each.getKey());
            }
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        List<List<Place>> blocks = blocks(places, "block%d_conv%d");
        return Optional.of(form(blocks, "", VggWeights.blueGreenRed(), Padding.ZEROS));
    }

    private Optional<FeatureForm> named() throws FileException {
        Map<Integer, Place> places = new TreeMap<>();
        for (String each : filters.source().shapes().keySet()) {
            Matcher name = NAMED.matcher(each);
            if (name.matches()) {
                boolean input = name.group("input") != null;
                int key = input ? 0 : 10 * Integer.parseInt(name.group("block")) + Integer.parseInt(name.group("place"));
                add(places, key, each.substring(each.lastIndexOf("conv"), each.lastIndexOf('.')), name.group("part").equals("weight"), each);
            }
        }
        if (places.keySet().stream().noneMatch(key -> key > 0)) {
            return Optional.empty();
        }
        Place input = places.remove(0);
        List<List<Place>> blocks = blocks(places, "conv%d%d");
        if (input == null) {
            return Optional.of(form(blocks, "", VggWeights.blueGreenRed(), Padding.ZEROS));
        }
        return Optional.of(form(blocks, "VGG-19", VggWeights.ofUnitRange(filters.convolution(input, 3, 1)), Padding.REFLECT));
    }

    private static void add(Map<Integer, Place> places, int key, String name, boolean weight, String tensor) {
        Place before = places.getOrDefault(key, new Place(name, null, null));
        places.put(key, new Place(name, weight ? tensor : before.weight(), weight ? before.bias() : tensor));
    }

    /** @param places by 10 · block + place in the block, both from 1 */
    private List<List<Place>> blocks(Map<Integer, Place> places, String name) throws FileException {
        List<List<Place>> blocks = new ArrayList<>();
        for (Map.Entry<Integer, Place> each : places.entrySet()) {
            int block = each.getKey() / 10;
            int place = each.getKey() % 10;
            if (block == blocks.size() + 1) {
                blocks.add(new ArrayList<>());
            }
            if (block > blocks.size()) {
                throw missing(name.formatted(blocks.size() + 1, 1), each.getValue().name());
            }
            if (place != blocks.getLast().size() + 1) {
                throw missing(name.formatted(block, blocks.getLast().size() + 1), each.getValue().name());
            }
            blocks.getLast().add(each.getValue());
        }
        List<Integer> counts = counts(blocks);
        if (KNOWN.values().stream().noneMatch(whole -> begins(whole, counts))) {
            throw new FileException("%s: its blocks have %s convolutions, which is no VGG: VGG-16 has 2, 2, 3, 3, 3 and VGG-19 2, 2, 4, 4, 4. Layers are missing, or it is another network."
                    .formatted(filters.file(), words(counts)));
        }
        return blocks;
    }

    private FileException missing(String layer, String next) {
        return new FileException("%s: layer %s is missing, though %s is there. Copy or download the file again.".formatted(filters.file(), layer, next));
    }

    /** Rows of layers as in torchvision, where ReLUs and poolings count too; and the normalized one, where the borders do as well. */
    private Optional<FeatureForm> numbered() throws FileException {
        Map<String, TreeMap<Integer, Place>> rows = new LinkedHashMap<>();
        for (String each : filters.source().shapes().keySet()) {
            Matcher name = NUMBERED.matcher(each);
            if (name.matches()) {
                int number = Integer.parseInt(name.group("number"));
                add(rows.computeIfAbsent(name.group("row"), row -> new TreeMap<>()), number, name.group("row") + number, name.group("part").equals("weight"), each);
            }
        }
        for (TreeMap<Integer, Place> row : rows.values()) {
            Optional<Shape> first = Optional.ofNullable(row.get(0)).map(Place::weight).flatMap(filters::shape);
            if (first.isPresent() && first.get().rank() == 4 && first.get().at(1) == 3 && row.size() > 1) {
                return Optional.of(first.get().at(2) == 1 ? normalized(row) : torchvision(row));
            }
        }
        return Optional.empty();
    }

    private FeatureForm normalized(TreeMap<Integer, Place> row) throws FileException {
        Place input = row.remove(0);
        if (row.firstKey() != 2) {
            throw missing(input.name().replace("0", "2"), row.firstEntry().getValue().name());
        }
        return form(inBlocks(row, 3), "VGG-19", VggWeights.ofUnitRange(filters.convolution(input, 3, 1)), Padding.REFLECT);
    }

    private FeatureForm torchvision(TreeMap<Integer, Place> row) throws FileException {
        for (Place place : row.values()) {
            if (place.weight() != null && filters.shape(place.weight()).orElseThrow().rank() == 1) {
                throw new FileException("%s: layer %s is batch normalization, with which VGG is not read. Take weights without it, such as torchvision's vgg19.".formatted(
                        filters.file(), place.name()));
            }
        }
        return form(inBlocks(row, 2), "", VggWeights.standardized(MEAN, DEVIATION), Padding.ZEROS);
    }

    /** @param within from one convolution to the next of the same block; one more where a pooling stands between */
    private List<List<Place>> inBlocks(TreeMap<Integer, Place> row, int within) throws FileException {
        List<List<Place>> blocks = new ArrayList<>(List.of(new ArrayList<>()));
        int before = row.firstKey();
        for (Map.Entry<Integer, Place> each : row.entrySet()) {
            int gap = each.getKey() - before;
            String name = each.getValue().name();
            if (gap == within + 1) {
                blocks.add(new ArrayList<>());
            } else if (gap != 0 && gap != within) {
                String rowName = name.substring(0, name.length() - each.getKey().toString().length());
                throw missing("%s%d or %s%d".formatted(rowName, before + within, rowName, before + within + 1), name);
            }
            blocks.getLast().add(each.getValue());
            before = each.getKey();
        }
        return blocks;
    }

    private FeatureForm form(List<List<Place>> places, String family, Convolution input, Padding padding) throws FileException {
        List<List<Convolution>> blocks = new ArrayList<>();
        int in = 3;
        for (List<Place> block : places) {
            List<Convolution> convolutions = new ArrayList<>();
            for (Place place : block) {
                convolutions.add(filters.convolution(place, in, 3));
                in = convolutions.getLast().weight().shape().at(0);
            }
            blocks.add(convolutions);
        }
        return new FeatureForm.Vgg(name(blocks, family, padding), input, blocks, padding, Pooling.MAX);
    }

    private static String name(List<List<Convolution>> blocks, String family, Padding padding) {
        List<Integer> counts = counts(blocks);
        List<String> fitting = KNOWN.entrySet().stream().filter(each -> begins(each.getValue(), counts)).map(Map.Entry::getKey).toList();
        String base = !family.isEmpty() ? family : fitting.size() == 1 ? fitting.getFirst() : "VGG";
        int width = blocks.getFirst().getFirst().weight().shape().at(0);
        String wide = switch (width) {
            case 64 -> padding == Padding.REFLECT ? " normalized" : "";
            case 32 -> ", half width";
            case 16 -> ", quarter width";
            case 8 -> ", eighth width";
            default -> ", %d maps first".formatted(width);
        };
        boolean whole = KNOWN.getOrDefault(base, List.of()).equals(counts);
        return base + wide + (whole ? "" : ", to relu%d_%d".formatted(blocks.size(), blocks.getLast().size()));
    }

    private static <T> List<Integer> counts(List<List<T>> blocks) {
        return blocks.stream().map(List::size).toList();
    }

    /** Whether a network ends somewhere within the whole one. */
    private static boolean begins(List<Integer> whole, List<Integer> counts) {
        int last = counts.size() - 1;
        return counts.size() <= whole.size() && counts.subList(0, last).equals(whole.subList(0, last)) && counts.get(last) <= whole.get(last);
    }

    private static String words(List<Integer> counts) {
        return String.join(", ", counts.stream().map(String::valueOf).toList());
    }
}
