package tadpole.engine.dataset;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/** Some of x1, x2, x1², x2², x1 x2, sin(k x1), sin(k x2) of points with two numbers, in that order. */
record PointFeatures(boolean[] on, int count, double k) implements Preparation {

    private static final List<String> KEYS = List.of("x1", "x2", "x1Squared", "x2Squared", "x1x2", "sinX1", "sinX2");

    static final Recipe<PreparationMaker> RECIPE = new Recipe<>("features", "Features of x1, x2",
            "Which numbers of a point the network is given: the right feature can spare a layer.",
            List.of(
                    new Setting.Switch("x1", "x1", true, "The first number itself."),
                    new Setting.Switch("x2", "x2", true, "The second number itself."),
                    new Setting.Switch("x1Squared", "x1²", false, "The first number times itself."),
                    new Setting.Switch("x2Squared", "x2²", false, "The second number times itself."),
                    new Setting.Switch("x1x2", "x1·x2", false, "The two numbers' product; XOR needs no more."),
                    new Setting.Switch("sinX1", "sin(k·x1)", false, "A wave along x1."),
                    new Setting.Switch("sinX2", "sin(k·x2)", false, "A wave along x2."),
                    new Setting.Decimal("k", "k of the waves", 6.0, 0.1, 100, "", "How fast the waves go: sin(k·x1). Default 6.")),
            PointFeatures::of);

    private static PointFeatures of(Settings settings, Split train, List<Preparation> before) throws SettingException {
        requireRow("Features of x1, x2", "2 numbers", 2, Preparations.shape(before, train.shape()));
        boolean[] on = new boolean[KEYS.size()];
        int count = 0;
        for (int i = 0; i < on.length; i++) {
            on[i] = settings.on(KEYS.get(i));
            count += on[i] ? 1 : 0;
        }
        if (count == 0) {
            throw new SettingException("Features of x1, x2 leave nothing for the network. Switch one on, such as \"x1\".");
        }
        return new PointFeatures(on, count, settings.decimal("k"));
    }

    static void requireRow(String step, String wanted, int size, Shape given) throws SettingException {
        if (given.rank() != 1 || given.at(0) != size) {
            throw new SettingException("%s needs samples of %s, but here they are %s.".formatted(step, wanted, given));
        }
    }

    @Override
    public Shape output(Shape sample) {
        return Shape.of(count);
    }

    @Override
    public Optional<Explained> explain(int i, int size, IntFunction<Explained> given) {
        int feature = 0;
        for (int left = i; left > 0 || !on[feature]; feature++) {
            left -= on[feature] ? 1 : 0;
        }
        Explained x1 = given.apply(0);
        Explained x2 = given.apply(1);
        return Optional.of(new Explained(formula(feature, x1.symbols(), x2.symbols()), formula(feature, x1.numbers(), x2.numbers())));
    }

    private Expr formula(int feature, Expr x1, Expr x2) {
        return switch (feature) {
            case 0 -> x1;
            case 1 -> x2;
            case 2 -> Expr.power(x1, Expr.number(2));
            case 3 -> Expr.power(x2, Expr.number(2));
            case 4 -> Expr.product(x1, x2);
            case 5 -> Expr.call(Function.SIN, Expr.product(Expr.number(k), x1));
            default -> Expr.call(Function.SIN, Expr.product(Expr.number(k), x2));
        };
    }

    @Override
    public void apply(float[] values, int offset, int size) {
        float x1 = values[offset];
        float x2 = values[offset + 1];
        int at = offset;
        for (int feature = 0; feature < on.length; feature++) {
            if (on[feature]) {
                values[at++] = value(feature, x1, x2);
            }
        }
    }

    private float value(int feature, float x1, float x2) {
        return switch (feature) {
            case 0 -> x1;
            case 1 -> x2;
            case 2 -> x1 * x1;
            case 3 -> x2 * x2;
            case 4 -> x1 * x2;
            case 5 -> (float) StrictMath.sin(k * x1);
            default -> (float) StrictMath.sin(k * x2);
        };
    }
}
