package tadpole.engine.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tadpole.engine.file.Filters.Place;
import tadpole.engine.picture.feature.SqueezeWeights.Fire;
import tadpole.engine.picture.feature.VggWeights;
import tadpole.engine.picture.feature.VggWeights.Convolution;
import tadpole.engine.tensor.Shape;

/** Finds SqueezeNet 1.1 among tensors by the names that its Keras version gave them: "fire2/squeeze1x1_3/kernel:0". */
final class SqueezeReader {

    private static final Pattern FIRE = Pattern.compile(".*fire(?<number>[2-9])[/_](?<part>squeeze1x1|expand1x1|expand3x3)(?![0-9]).*");
    private static final Pattern FIRST = Pattern.compile("(?:.*/)?conv1(?:_\\d+)?[/.].*");
    private static final int FIRES = 8;

    private final Filters filters;
    private final Map<String, Place> places = new HashMap<>();

    private SqueezeReader(Filters filters) {
        this.filters = filters;
    }

    /** Empty where nothing has the name of a fire module. */
    static Optional<FeatureForm> find(Filters filters) throws FileException {
        SqueezeReader reader = new SqueezeReader(filters);
        boolean fires = false;
        for (Map.Entry<String, Shape> each : filters.source().shapes().entrySet()) {
            Matcher fire = FIRE.matcher(each.getKey());
            boolean isFire = fire.matches();
            fires |= isFire;
            if (isFire || FIRST.matcher(each.getKey()).matches()) {
                reader.add(isFire ? "fire%s/%s".formatted(fire.group("number"), fire.group("part")) : "conv1", each.getKey(), each.getValue().rank() > 1);
            }
        }
        return fires ? Optional.of(reader.form()) : Optional.empty();
    }

    private void add(String layer, String tensor, boolean weight) {
        Place before = places.getOrDefault(layer, new Place(layer, null, null));
        places.put(layer, new Place(layer, weight ? tensor : before.weight(), weight ? before.bias() : tensor));
    }

    private FeatureForm form() throws FileException {
        Convolution first = convolution("conv1", 3, 3);
        int in = outputs(first);
        List<Fire> fires = new ArrayList<>();
        for (int number = 2; number < 2 + FIRES; number++) {
            String fire = "fire%d/".formatted(number);
            Convolution squeeze = convolution(fire + "squeeze1x1", in, 1);
            Convolution one = convolution(fire + "expand1x1", outputs(squeeze), 1);
            Convolution three = convolution(fire + "expand3x3", outputs(squeeze), 3);
            fires.add(new Fire(squeeze, one, three));
            in = outputs(one) + outputs(three);
        }
        return new FeatureForm.Squeeze("SqueezeNet 1.1", VggWeights.blueGreenRed(), first, fires);
    }

    private Convolution convolution(String layer, int in, int kernel) throws FileException {
        Place place = places.get(layer);
        if (place == null) {
            throw new FileException("%s: layer %s is missing; SqueezeNet 1.1 has conv1 and the modules fire2 to fire9. Copy or download the file again."
                    .formatted(filters.file(), layer));
        }
        return filters.convolution(place, in, kernel);
    }

    private static int outputs(Convolution convolution) {
        return convolution.weight().shape().at(0);
    }
}
