package tadpole.engine.dataset;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/** The powers of a single number x: 1, x, x², ... up to a degree, the 1 only where it is wanted. */
record PolynomialFeatures(int degree, boolean one) implements Preparation {

    static final Recipe<PreparationMaker> RECIPE = new Recipe<>("polynomial", "Powers of x",
            "Makes 1, x, x², ... of a single number, so that a linear layer draws a curve.",
            List.of(
                    new Setting.Whole("degree", "Degree", 2L, 1, 9, "", "The highest power. Default 2."),
                    new Setting.Switch("one", "With the 1", false, "Whether the 1 is a feature too; its weight is then the bias. Default off.")),
            PolynomialFeatures::of);

    private static PolynomialFeatures of(Settings settings, Split train, List<Preparation> before) throws SettingException {
        PointFeatures.requireRow("Powers of x", "1 number", 1, Preparations.shape(before, train.shape()));
        return new PolynomialFeatures(settings.whole("degree"), settings.on("one"));
    }

    @Override
    public Shape output(Shape sample) {
        return Shape.of(degree + (one ? 1 : 0));
    }

    @Override
    public Optional<Explained> explain(int i, int size, IntFunction<Explained> given) {
        int power = one ? i : i + 1;
        Explained x = given.apply(0);
        return Optional.of(power == 1 ? x : power == 0 ? new Explained(Expr.number(1), Expr.number(1))
                : new Explained(Expr.power(x.symbols(), Expr.number(power)), Expr.power(x.numbers(), Expr.number(power))));
    }

    @Override
    public void apply(float[] values, int offset, int size) {
        float x = values[offset];
        int at = offset;
        if (one) {
            values[at++] = 1;
        }
        float power = x;
        for (int k = 1; k <= degree; k++) {
            values[at++] = power;
            power *= x;
        }
    }
}
