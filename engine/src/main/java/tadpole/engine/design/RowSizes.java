package tadpole.engine.design;

import java.util.Optional;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** Layers that take rows of numbers. */
final class RowSizes {

    private RowSizes() {}

    static LayerSize linear(Spec spec, Shape input) throws NoFitException {
        int out = spec.settings().whole("out");
        if (input.rank() != 1 && input.rank() != 2) {
            throw new NoFitException(Fault.of("Linear takes a row of numbers, but is given %s.".formatted(input), "", Optional.of(Shape.of(out)),
                    Sizes.before("Add flatten", "flatten", spec), Sizes.before("Add global average pooling", "globalAvgPool2d", spec)));
        }
        int in = input.at(input.rank() - 1);
        int rows = input.size() / Math.max(1, in);
        Shape output = input.rank() == 1 ? Shape.of(out) : Shape.of(rows, out);
        long weights = Sizes.parameter(spec, output, in, out);
        return new LayerSize(output, weights + (spec.settings().on("bias") ? out : 0), rows * weights, output.size(), 0);
    }

    static LayerSize softmax(Spec spec, Shape input) throws NoFitException {
        if (input.rank() != 1) {
            throw new NoFitException(Fault.of("%s takes a row of scores, but is given %s.".formatted(Specs.recipe(spec.type()).label(), input), "",
                    Optional.of(Shape.of(input.size())), Sizes.before("Add flatten", "flatten", spec), Sizes.remove()));
        }
        return LayerSize.plain(input, input.size());
    }

    static LayerSize layerNorm(Spec spec, Shape input) throws NoFitException {
        Settings settings = spec.settings();
        int dimensions = settings.whole("dimensions") == 0 ? input.rank() : settings.whole("dimensions");
        if (dimensions > input.rank()) {
            throw new NoFitException(Fault.of("Layer normalization goes over the last %d dimensions, but is given %s, which has %d."
                    .formatted(dimensions, input, input.rank()), "%d > %d".formatted(dimensions, input.rank()), Optional.of(input),
                    Sizes.instead("Normalize over all", Specs.with(spec, "dimensions", 0L)), Sizes.remove()));
        }
        long each = 1;
        for (int axis = input.rank() - dimensions; axis < input.rank(); axis++) {
            each *= input.at(axis);
        }
        boolean learns = settings.on("affine");
        long rows = 2L * input.size() / Math.max(1, each);
        return new LayerSize(input, learns ? 2 * each : 0, 0, input.size() * (learns ? 2L : 1L) + rows, learns ? 0 : 2 * each);
    }
}
