package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.ResidualBlock;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

/** y = max(0, s) with s = body(x) + shortcut(x); ds = dy where s > 0, else 0; dx = body's + shortcut's gradient by ds. */
final class TwinResidualBlock implements TwinLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(ResidualBlock.RECIPE, TwinResidualBlock::new);

    private final TwinSequence body;
    private final TwinLayer shortcut;
    private final Conditions.Span ofBody;
    private final Conditions.Span ofShortcut;

    private TwinResidualBlock(Settings settings, Shape input) {
        Network bodyLayers = network(input, ResidualBlock.body(settings));
        Network shortcutLayers = network(input, ResidualBlock.shortcut(settings, input));
        this.body = TwinSequence.of(bodyLayers);
        this.shortcut = ResidualBlock.addsZeros(settings, input)
                ? new TwinZeroShortcut(Planes.of(input), Planes.of(bodyLayers.output()), settings.whole("stride"))
                : TwinSequence.of(shortcutLayers);
        this.ofBody = Conditions.Span.START.next(bodyLayers);
        this.ofShortcut = ofBody.next(shortcutLayers);
    }

    /** Only its shapes count here. */
    private static Network network(Shape input, List<Spec> layers) {
        try {
            return Network.build(input, layers, new Seed(0));
        } catch (SettingException misfit) {
            throw new IllegalArgumentException(misfit.getMessage(), misfit);
        }
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor y = sums(x, conditions);
        for (int i = 0; i < y.size(); i++) {
            y.set(i, Math.max(0, y.at(i)));
        }
        return y;
    }

    private DoubleTensor sums(DoubleTensor x, Conditions conditions) {
        return sum(body.forward(x, conditions.part("body", ofBody)), shortcut.forward(x, conditions.part("shortcut", ofShortcut)));
    }

    @Override
    public boolean hasKinks() {
        return true;
    }

    @Override
    public long pattern(DoubleTensor x, Conditions conditions) {
        return Pattern.with(body.pattern(x, conditions.part("body", ofBody)), Pattern.positive(sums(x, conditions)));
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor y = forward(x, conditions);
        DoubleTensor ds = DoubleTensor.zeros(dy.shape());
        for (int i = 0; i < ds.size(); i++) {
            ds.set(i, y.at(i) > 0 ? dy.at(i) : 0);
        }
        Gradients one = body.backward(x, ds, conditions.part("body", ofBody));
        Gradients other = shortcut.backward(x, ds, conditions.part("shortcut", ofShortcut));
        List<DoubleTensor> parameters = new ArrayList<>(one.parameters());
        parameters.addAll(other.parameters());
        return new Gradients(sum(one.input(), other.input()), parameters);
    }

    private static DoubleTensor sum(DoubleTensor a, DoubleTensor b) {
        DoubleTensor sum = a.copy();
        for (int i = 0; i < sum.size(); i++) {
            sum.set(i, a.at(i) + b.at(i));
        }
        return sum;
    }
}
