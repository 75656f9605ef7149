package tadpole.engine.dataset;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Words;

/** y = c0 + c1 x + c2 x² + ... + noise, at x evenly from one end to the other, both among them. */
final class PolynomialCurve {

    static final Recipe<PointSetMaker> RECIPE = new Recipe<>("polynomial", "Polynomial",
            "Points on a curve y = c0 + c1·x + c2·x² + ..., where y is to come out.",
            List.of(
                    new Setting.Decimal("from", "From", 1.0, -1000, 1000, "", "The first x. Default 1."),
                    new Setting.Decimal("to", "To", 5.0, -1000, 1000, "", "The last x. Default 5."),
                    new Setting.Whole("count", "Points", 5L, 2, 10_000, "", "How many points there are, evenly spaced. Default 5."),
                    new Setting.Decimals("coefficients", "Coefficients", List.of(0.0, 0.0, 1.0), -1000, 1000, "",
                            "c0, c1, c2, ... of y = c0 + c1·x + c2·x² + ...; 0, 0, 1 is y = x²."),
                    PointSettings.noise(0, "Deviation of each y."),
                    PointSettings.TEST,
                    PointSettings.SEED),
            PolynomialCurve::make);

    private static final int MOST_COEFFICIENTS = 10;

    private PolynomialCurve() {}

    private static PointSet make(Settings settings) throws SettingException {
        double from = settings.decimal("from");
        double to = settings.decimal("to");
        if (!(to > from)) {
            throw new SettingException("To (\"to\") must be greater than from, but %s is not greater than %s."
                    .formatted(Words.rounded(to, 6), Words.rounded(from, 6)));
        }
        double[] coefficients = settings.decimals("coefficients");
        if (coefficients.length > MOST_COEFFICIENTS) {
            throw new SettingException("A curve takes at most %d coefficients, but here are %d.".formatted(MOST_COEFFICIENTS, coefficients.length));
        }
        int count = settings.whole("count");
        RandomGenerator random = PointDraft.seed(settings).derive("points").generator();
        float[] x = new float[count];
        float[] y = new float[count];
        for (int i = 0; i < count; i++) {
            double at = from + (to - from) * i / (count - 1);
            x[i] = (float) at;
            y[i] = (float) (value(coefficients, at) + settings.decimal("noise") * random.nextGaussian());
        }
        String title = "Polynomial of degree %d, x = %s to %s, %d points".formatted(
                Math.max(0, coefficients.length - 1), Words.rounded(from, 4), Words.rounded(to, 4), count);
        return new PointSet(title, List.of(), new RealPoints(1, x, 1, y), settings.decimal("test"), PointDraft.seed(settings));
    }

    private static double value(double[] coefficients, double x) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * x + coefficients[k];
        }
        return sum;
    }
}
