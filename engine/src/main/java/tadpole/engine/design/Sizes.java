package tadpole.engine.design;

import java.util.List;
import java.util.Optional;
import tadpole.engine.design.Fault.Fix;
import tadpole.engine.layer.Layer;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;

/**
 * What a layer takes and gives, computed from its settings alone: no weight is allocated. A layer without a rule here is built to
 * find out.
 */
final class Sizes {

    private Sizes() {}

    /** @throws NoFitException where it does not fit what comes in */
    static LayerSize of(Spec spec, Shape input) throws NoFitException {
        try {
            return switch (spec.type()) {
                case "linear" -> RowSizes.linear(spec, input);
                case "softmax", "logSoftmax" -> RowSizes.softmax(spec, input);
                case "dropout" -> LayerSize.plain(input, 2L * input.size());
                case "layerNorm" -> RowSizes.layerNorm(spec, input);
                case "conv2d" -> PictureSizes.convolution(spec, input);
                case "maxPool2d" -> PictureSizes.pooling(spec, input, 2);
                case "avgPool2d" -> PictureSizes.pooling(spec, input, 1);
                case "globalAvgPool2d" -> PictureSizes.global(spec, input);
                case "batchNorm2d" -> PictureSizes.batchNorm(spec, input);
                case "residualBlock" -> ResidualSizes.of(spec, input);
                case "embedding" -> SequenceSizes.embedding(spec, input);
                case "rnn" -> SequenceSizes.recurrent(spec, input, 1);
                case "lstm" -> SequenceSizes.recurrent(spec, input, 4);
                case "gru" -> SequenceSizes.recurrent(spec, input, 3);
                case "lockedDropout" -> SequenceSizes.dropout(spec, input);
                default -> built(spec, input);
            };
        } catch (ShapeException tooLarge) {
            throw new NoFitException(Fault.of(sentence(tooLarge), "", Optional.empty(), remove()));
        }
    }

    private static LayerSize built(Spec spec, Shape input) throws NoFitException {
        Layer layer = Specs.recipe(spec.type()).maker().make(spec.type(), spec.settings(), input, new Seed(0));
        Shape output = layer.outputShape(input);
        long parameters = layer.parameters().stream().mapToLong(each -> each.size()).sum();
        boolean copies = !spec.type().equals("flatten");
        return new LayerSize(output, parameters, 0, copies ? output.size() : 0, 0);
    }

    /** Numbers of a parameter, which one tensor must hold. */
    static long parameter(Spec spec, Shape output, long... sizes) throws NoFitException {
        StringBuilder product = new StringBuilder();
        double count = 1;
        for (long size : sizes) {
            count *= size;
            product.append(product.isEmpty() ? "" : " · ").append(size);
        }
        if (count > Integer.MAX_VALUE) {
            Spec smaller = Specs.with(spec, spec.settings().asMap().containsKey("out") ? "out" : spec.type().equals("embedding") ? "size" : "hidden", 64L);
            throw new NoFitException(Fault.of("Its weights are more numbers than one tensor holds, 2147483647.",
                    "%s = %.0f".formatted(product, count), Optional.of(output), new Fix("Set it to 64", List.of(smaller)), remove()));
        }
        return (long) count;
    }

    static Fix remove() {
        return new Fix("Remove it", List.of());
    }

    static Fix before(String label, String type, Spec spec) {
        return new Fix(label, List.of(Specs.of(type), spec));
    }

    static Fix instead(String label, Spec other) {
        return new Fix(label, List.of(other));
    }

    private static String sentence(ShapeException misfit) {
        String said = misfit.getMessage();
        return Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }
}
