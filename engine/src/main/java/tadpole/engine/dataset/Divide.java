package tadpole.engine.dataset;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;

/** Divides every number, 255 by default: pixels 0..255 become 0..1. */
public final class Divide implements Preparation {

    public static final Recipe<PreparationMaker> RECIPE = new Recipe<>("divide", "Divide",
            "Divides every number; by 255, pixels 0..255 become 0..1.",
            List.of(new Setting.Decimal("by", "Divide by", 255.0, 1e-6, 1e6, "", "What every number is divided by. Default 255.").with("x / %s")),
            (settings, _, _) -> new Divide((float) settings.decimal("by")));

    private final float by;

    private Divide(float by) {
        this.by = by;
    }

    @Override
    public void apply(float[] values, int offset, int size) {
        for (int i = offset; i < offset + size; i++) {
            values[i] /= by;
        }
    }

    @Override
    public Optional<Explained> explain(int i, int size, IntFunction<Explained> given) {
        Explained x = given.apply(i);
        return Optional.of(new Explained(Expr.over(x.symbols(), Expr.number(by)), Expr.over(x.numbers(), Expr.number(by))));
    }

    @Override
    public boolean isElementwise() {
        return true;
    }
}
