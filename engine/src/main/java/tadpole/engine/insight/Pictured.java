package tadpole.engine.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.ResidualBlock;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Makes pictures of what stands in a network: its weights, their gradients, and what one sample becomes behind each layer. */
public final class Pictured {

    /** What lets every input number be where it was. */
    private static final Set<String> LEAVE_PLACES = Set.of("flatten", "dropout");
    /** So many units stand in one row; more of them in several. */
    private static final int LONGEST_ROW = 32;

    private Pictured() {}

    /** The layers with weights, from the first on, inner ones of blocks by their path. */
    public static List<String> layers(Network network) {
        return network.parameters().stream().filter(each -> each.role() == Parameter.Role.WEIGHT).map(Pictured::layer).distinct().toList();
    }

    private static String layer(Parameter parameter) {
        return parameter.name().substring(0, Math.max(0, parameter.name().lastIndexOf('.')));
    }

    /**
     * The weights of one layer: of the first linear layer each row as a picture of the input's shape, kernels of a convolution by filter and
     * input channel, of a first one over colors each filter in color, of a linear layer behind channels a picture for each unit and channel;
     * others as a matrix, a row for each unit. Of several the largest.
     *
     * @throws IllegalArgumentException where there is no such layer
     */
    public static LayerPictures weights(Network network, String layer) {
        return of(network, layer, Parameter::value);
    }

    /** The gradients of the same, as they stand in the parameters. */
    public static LayerPictures gradients(Network network, String layer) {
        return of(network, layer, Parameter::gradient);
    }

    private static LayerPictures of(Network network, String layer, Function<Parameter, Tensor> numbers) {
        Parameter weight = network.parameters().stream().filter(each -> each.role() == Parameter.Role.WEIGHT && layer(each).equals(layer))
                .max((one, other) -> Integer.compare(one.size(), other.size()))
                .orElseThrow(() -> new IllegalArgumentException("The network has no weights of \"%s\".".formatted(layer)));
        Tensor values = numbers.apply(weight);
        Shape shape = weight.shape();
        Shape input = network.input();
        boolean seesTheInput = seesTheInput(network, layer);
        if (shape.rank() == 4) {
            boolean colored = seesTheInput && shape.at(1) == 3 && input.rank() == 3 && input.at(0) == 3;
            Shape picture = Shape.of(colored ? 3 : 1, shape.at(2), shape.at(3));
            LayerPictures.Naming naming = new LayerPictures.Naming("filter", colored ? 1 : shape.at(1));
            return new LayerPictures(layer, values, picture, naming);
        }
        if (seesTheInput && shape.rank() == 2 && isPicture(input) && shape.at(1) == input.size()) {
            return new LayerPictures(layer, values, input, LayerPictures.Naming.of("unit"));
        }
        Shape given = before(network, layer);
        if (shape.rank() == 2 && given.rank() == 3 && given.at(1) > 1 && given.at(2) > 1 && shape.at(1) == given.size()) {
            return new LayerPictures(layer, values, Shape.of(1, given.at(1), given.at(2)), new LayerPictures.Naming("unit", given.at(0)));
        }
        int columns = shape.rank() == 1 ? shape.at(0) : shape.size() / shape.at(0);
        return new LayerPictures(layer, values, Shape.of(1, shape.size() / columns, columns), LayerPictures.Naming.MATRIX);
    }

    /** Shape of what a layer is given, before it was laid out in a row. */
    private static Shape before(Network network, String layer) {
        Shape given = network.input();
        for (Network.Stage stage : network.stages()) {
            if (stage.name().equals(layer)) {
                return given;
            }
            given = LEAVE_PLACES.contains(stage.spec().type()) ? given : stage.output();
        }
        return Shape.of(0);
    }

    private static boolean isPicture(Shape shape) {
        return shape.rank() == 3 && (shape.at(0) == 1 || shape.at(0) == 3);
    }

    /** Whether the layer is the first with weights and every number of the input still stands where it was. */
    private static boolean seesTheInput(Network network, String layer) {
        for (Network.Stage stage : network.stages()) {
            if (stage.name().equals(layer)) {
                return true;
            }
            if (!LEAVE_PLACES.contains(stage.spec().type())) {
                return false;
            }
        }
        return false;
    }

    /**
     * What one sample is behind every layer, blocks opened: channels as pictures, rows of numbers as a matrix of few columns. Every layer
     * computes for itself, so that also what a ReLU cuts away is seen as it was before.
     *
     * @param sample prepared, of the network's input shape
     */
    public static Map<String, LayerPictures> activations(Network network, Tensor sample, Device device) {
        Map<String, LayerPictures> all = new LinkedHashMap<>();
        walk(all, "", network, sample.as(network.input().batchOf(1)), Pass.evaluation(device));
        return all;
    }

    private static void walk(Map<String, LayerPictures> all, String prefix, Network network, Tensor given, Pass pass) {
        Tensor passing = given;
        for (Network.Stage stage : network.stages()) {
            if (stage.layer() instanceof ResidualBlock block) {
                Tensor before = passing;
                block.networks().forEach((part, inner) ->
                        walk(all, prefix + stage.name() + "." + part + ".", inner, before, pass.child(stage.name() + " " + part, false)));
            }
            passing = stage.layer().forward(passing, pass.child(stage.name(), false));
            all.put(prefix + stage.name(), activation(prefix + stage.name(), passing.as(stage.output()).copy()));
        }
    }

    private static LayerPictures activation(String layer, Tensor output) {
        Shape shape = output.shape();
        if (shape.rank() == 3) {
            return new LayerPictures(layer, output, Shape.of(1, shape.at(1), shape.at(2)), LayerPictures.Naming.of("channel"));
        }
        int columns = shape.rank() == 2 ? shape.at(1) : columns(shape.size());
        return new LayerPictures(layer, output, Shape.of(1, shape.size() / columns, columns), LayerPictures.Naming.MATRIX);
    }

    /** The narrowest rows that are at least as long as there are of them, where the numbers fill such rows. */
    static int columns(int size) {
        if (size <= LONGEST_ROW) {
            return size;
        }
        int columns = (int) Math.ceil(Math.sqrt(size));
        while (size % columns != 0) {
            columns++;
        }
        return columns;
    }
}
