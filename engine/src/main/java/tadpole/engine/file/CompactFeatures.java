package tadpole.engine.file;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.file.Filters.Place;
import tadpole.engine.picture.feature.SqueezeWeights.Fire;
import tadpole.engine.picture.feature.VggWeights.Convolution;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;
import tadpole.engine.tensor.Tensor;

/**
 * A feature network as safetensors of float32 with nothing else in them: metadata "tadpole.features" is the version, "form" vgg or squeezenet,
 * "blocks" how many convolutions each block has, "sum" SHA-256 of the numbers.
 */
final class CompactFeatures {

    static final String MARK = "tadpole.features";
    private static final String VERSION = "1";

    private CompactFeatures() {}

    /** @param source what it was made from, kept with it */
    static void write(Path path, FeatureForm form, String source) throws FileException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (FeatureForm.Named each : form.convolutions()) {
            tensors.put(each.name() + ".weight", each.convolution().weight());
            tensors.put(each.name() + ".bias", each.convolution().bias());
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(MARK, VERSION);
        metadata.put("name", form.name());
        metadata.put("source", source);
        metadata.put("sum", sum(tensors));
        switch (form) {
            case FeatureForm.Vgg vgg -> {
                metadata.put("form", "vgg");
                metadata.put("blocks", String.join(",", vgg.blocks().stream().map(block -> String.valueOf(block.size())).toList()));
                metadata.put("padding", vgg.padding().name());
                metadata.put("pooling", vgg.pooling().name());
            }
            case FeatureForm.Squeeze squeeze -> {
                metadata.put("form", "squeezenet");
                metadata.put("blocks", String.valueOf(squeeze.fires().size()));
            }
        }
        new Safetensors(metadata, tensors).write(path);
    }

    private static String sum(Map<String, Tensor> tensors) {
        MessageDigest digest = FeatureHash.sha256();
        tensors.values().forEach(tensor -> FeatureHash.add(tensor, digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Checks shapes, finite numbers, and the sum again. */
    static FeatureForm read(Filters filters) throws FileException {
        Map<String, String> metadata = filters.source().metadata();
        if (!VERSION.equals(metadata.get(MARK))) {
            throw new FileException("%s has version %s of feature networks; this program knows version %s.".formatted(
                    filters.file(), TorchPickle.printable(metadata.get(MARK)), VERSION));
        }
        FeatureForm form;
        try {
            form = form(filters, metadata);
        } catch (IllegalArgumentException unknown) {
            throw new FileException("%s says of its network what cannot be: %s.".formatted(filters.file(), unknown.getMessage()), unknown);
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (FeatureForm.Named each : form.convolutions()) {
            tensors.put(each.name() + ".weight", each.convolution().weight());
            tensors.put(each.name() + ".bias", each.convolution().bias());
        }
        if (!sum(tensors).equals(metadata.get("sum"))) {
            throw new FileException("%s is damaged: its numbers are not those that were written.".formatted(filters.file()));
        }
        return form;
    }

    private static FeatureForm form(Filters filters, Map<String, String> metadata) throws FileException {
        String name = metadata.getOrDefault("name", "");
        Convolution input = convolution(filters, "input", 3, 1);
        List<Integer> blocks = new ArrayList<>();
        for (String each : metadata.getOrDefault("blocks", "").split(",")) {
            if (!each.matches("[1-9]")) {
                throw new IllegalArgumentException("blocks \"%s\"".formatted(TorchPickle.printable(metadata.getOrDefault("blocks", ""))));
            }
            blocks.add(Integer.valueOf(each));
        }
        return switch (metadata.getOrDefault("form", "")) {
            case "vgg" -> new FeatureForm.Vgg(name, input, vgg(filters, blocks, outputs(input)), Padding.valueOf(metadata.getOrDefault("padding", "")),
                    Pooling.valueOf(metadata.getOrDefault("pooling", "")));
            case "squeezenet" -> squeeze(filters, name, input, blocks.getFirst());
            default -> throw new IllegalArgumentException("form \"%s\"".formatted(TorchPickle.printable(metadata.getOrDefault("form", ""))));
        };
    }

    private static List<List<Convolution>> vgg(Filters filters, List<Integer> counts, int first) throws FileException {
        List<List<Convolution>> blocks = new ArrayList<>();
        int in = first;
        for (int count : counts) {
            List<Convolution> block = new ArrayList<>();
            for (int place = 1; place <= count; place++) {
                block.add(convolution(filters, "conv%d_%d".formatted(blocks.size() + 1, place), in, 3));
                in = outputs(block.getLast());
            }
            blocks.add(block);
        }
        return blocks;
    }

    private static FeatureForm squeeze(Filters filters, String name, Convolution input, int count) throws FileException {
        Convolution first = convolution(filters, "conv1", 3, 3);
        List<Fire> fires = new ArrayList<>();
        int in = outputs(first);
        for (int number = 2; number < 2 + count; number++) {
            String fire = "fire%d/".formatted(number);
            Convolution squeeze = convolution(filters, fire + "squeeze1x1", in, 1);
            fires.add(new Fire(squeeze, convolution(filters, fire + "expand1x1", outputs(squeeze), 1), convolution(filters, fire + "expand3x3", outputs(squeeze), 3)));
            in = outputs(fires.getLast().expand1()) + outputs(fires.getLast().expand3());
        }
        return new FeatureForm.Squeeze(name, input, first, fires);
    }

    private static Convolution convolution(Filters filters, String name, int in, int kernel) throws FileException {
        if (filters.shape(name + ".weight").isEmpty() || filters.shape(name + ".bias").isEmpty()) {
            throw new FileException("%s: layer %s is missing.".formatted(filters.file(), name));
        }
        return filters.convolution(new Place(name, name + ".weight", name + ".bias"), in, kernel);
    }

    private static int outputs(Convolution convolution) {
        return convolution.weight().shape().at(0);
    }
}
