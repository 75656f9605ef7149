package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.formula.Relation;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.ResidualBlock;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

/** y = max(0, s) with s = body(x) + shortcut(x); ds = dy where s > 0, else 0; dx = body's + shortcut's gradient by ds. */
final class TwinResidualBlock implements ExplainingLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(ResidualBlock.RECIPE, TwinResidualBlock::new);

    private static final String INSIDE = "Numbers inside of the block are computed in double here and are not opened further.";

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

    @Override
    public Explained output(Scope scope, int sample, int i) {
        Expr through = Expr.number(body(scope).output().at(sample, i));
        return new Explained(Expr.call(Function.MAX, Expr.number(0), Expr.sum(Expr.symbol("body", scope.outputPlace(i)), besideSymbol(scope, i))),
                Expr.call(Function.MAX, Expr.number(0), Expr.sum(through, passesAsItIs() ? scope.input(sample, i) : Expr.number(beside(scope).at(sample, i)))),
                INSIDE);
    }

    private Expr besideSymbol(Scope scope, int i) {
        return passesAsItIs() ? scope.inputSymbol(i) : Expr.symbol("shortcut", scope.outputPlace(i));
    }

    private boolean passesAsItIs() {
        return shortcut instanceof TwinSequence layers && layers.isEmpty();
    }

    private DoubleTensor beside(Scope scope) {
        return scope.once("beside", () -> shortcut.forward(scope.x(), scope.conditions().part("shortcut", ofShortcut)));
    }

    private TwinSequence.Inside body(Scope scope) {
        return scope.once("body", () -> body.inside(scope.x(), cut(scope), scope.conditions().part("body", ofBody)));
    }

    /** The gradient by the sum before the ReLU. */
    private static DoubleTensor cut(Scope scope) {
        return scope.once("cut", () -> {
            DoubleTensor ds = DoubleTensor.zeros(scope.dy().shape());
            for (int i = 0; i < ds.size(); i++) {
                ds.set(i, scope.y().at(i) > 0 ? scope.dy().at(i) : 0);
            }
            return ds;
        });
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        Expr through = Expr.number(body(scope).inputGradient().at(sample, i));
        Expr symbol = Expr.symbol("through body", Scope.place(scope.inputShape(), i));
        if (passesAsItIs()) {
            return new Explained(
                    Expr.sum(symbol, Expr.product(scope.gradientSymbol(i), new Expr.Holds(scope.outputSymbol(i), Relation.GREATER, Expr.number(0)))),
                    Expr.sum(through, Expr.product(scope.outputGradient(sample, i),
                            new Expr.Holds(scope.output(sample, i), Relation.GREATER, Expr.number(0)))), INSIDE);
        }
        DoubleTensor beside = scope.once("beside gradient",
                () -> shortcut.backward(scope.x(), cut(scope), scope.conditions().part("shortcut", ofShortcut)).input());
        return new Explained(Expr.sum(symbol, Expr.symbol("through shortcut", Scope.place(scope.inputShape(), i))),
                Expr.sum(through, Expr.number(beside.at(sample, i))), INSIDE);
    }

    @Override
    public Explained parameterGradient(Scope scope, int k, int i) {
        int ofTheBody = ofBody.parameters();
        if (k < ofTheBody) {
            return body(scope).parameterGradient(scope, 0, k, i).with(INSIDE);
        }
        TwinSequence layers = (TwinSequence) shortcut;
        TwinSequence.Inside inside = scope.once("shortcut",
                () -> layers.inside(scope.x(), cut(scope), scope.conditions().part("shortcut", ofShortcut)));
        return inside.parameterGradient(scope, ofTheBody, k - ofTheBody, i).with(INSIDE);
    }
}
