package tadpole.engine.design;

import java.util.List;
import java.util.Optional;
import tadpole.engine.layer.ResidualBlock;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** A residual block is what its body and its shortcut are. */
final class ResidualSizes {

    private ResidualSizes() {}

    static LayerSize of(Spec spec, Shape input) throws NoFitException {
        PictureSizes.requirePicture(spec, input);
        Settings settings = spec.settings();
        int out = settings.whole("out");
        int stride = settings.whole("stride");
        if (ResidualBlock.addsZeros(settings, input) && out < input.at(0)) {
            Shape likely = Shape.of(out, Math.ceilDiv(input.at(1), stride), Math.ceilDiv(input.at(2), stride));
            throw new NoFitException(Fault.of("A shortcut with zero channels can only add channels, but %d come in and %d go out."
                    .formatted(input.at(0), out), "%d < %d".formatted(out, input.at(0)), Optional.of(likely),
                    Sizes.instead("Take a projection", Specs.with(spec, "shortcut", "projection")),
                    Sizes.instead("Let %d channels go out".formatted(input.at(0)), Specs.with(spec, "out", (long) input.at(0))), Sizes.remove()));
        }
        LayerSize body = row(ResidualBlock.body(settings), input);
        LayerSize shortcut = row(ResidualBlock.shortcut(settings, input), input);
        long zeros = ResidualBlock.addsZeros(settings, input) ? body.output().size() : 0;
        long sumGradient = body.output().size();
        long inner = 2L * Math.max(input.size(), body.output().size());
        return new LayerSize(body.output(), body.parameters() + shortcut.parameters(), body.multiplyAdds() + shortcut.multiplyAdds(),
                body.kept() + shortcut.kept() + zeros + sumGradient + inner, body.prepared() + shortcut.prepared());
    }

    private static LayerSize row(List<Spec> layers, Shape input) throws NoFitException {
        LayerSize sum = LayerSize.plain(input, 0);
        for (int i = 0; i < layers.size(); i++) {
            LayerSize size = Costs.size(layers, i, sum.output());
            sum = new LayerSize(size.output(), sum.parameters() + size.parameters(), sum.multiplyAdds() + size.multiplyAdds(),
                    sum.kept() + size.kept(), sum.prepared() + size.prepared());
        }
        return sum;
    }
}
