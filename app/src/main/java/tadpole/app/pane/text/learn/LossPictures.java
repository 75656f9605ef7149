package tadpole.app.pane.text.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import tadpole.app.chart.XyPicture;
import tadpole.engine.language.Level;
import tadpole.engine.recipe.Words;

/** The losses of a run over its epochs, with what others reach on this very text. */
final class LossPictures {

    private static final int TRAINING = 0;
    private static final int VALIDATION = 1;
    private static final int WORDS = -1;
    private static final double MOST_CHANCES = 1.15;

    private LossPictures() {}

    /** @param epochs how far the run will go */
    static XyPicture losses(LearnCurves curves, List<Baseline> baselines, LossUnit unit, Level level, int epochs) {
        double chance = baselines.stream().mapToDouble(Baseline::nats).max().orElse(Math.max(1, curves.training().size() == 0 ? 1 : curves.training().average()[0]));
        double right = right(curves.figures().epoch(), epochs);
        XyPicture.Axes axes = axes(curves, baselines, unit, chance, right);
        List<XyPicture.Item> items = new ArrayList<>();
        for (Baseline each : baselines) {
            double y = unit.of(each.nats());
            items.add(new XyPicture.Line(new double[] {0, right}, new double[] {y, y}, WORDS, 1.1, 2, 3));
            items.add(new XyPicture.Words(right, y, each.name() + "  " + rounded(y), WORDS));
        }
        Curve training = curves.training();
        items.add(new XyPicture.Dots(training.x(), shown(training.raw(), unit, chance), TRAINING, 0.9, -1));
        items.add(new XyPicture.Line(training.x(), shown(training.average(), unit, chance), TRAINING, 2.2));
        double[] ends = curves.ends().stream().mapToDouble(LearnCurves.EpochEnd::epoch).toArray();
        double[] validation = shown(curves.ends().stream().mapToDouble(LearnCurves.EpochEnd::validation).toArray(), unit, chance);
        items.add(new XyPicture.Line(ends, validation, VALIDATION, 2.2, 7, 4));
        items.add(new XyPicture.Dots(ends, validation, VALIDATION, 3, ends.length - 1));
        return new XyPicture("Loss", unit.words(level) + "; blue: training, each step and its running average; orange dashed: validation", axes, items);
    }

    private static XyPicture.Axes axes(LearnCurves curves, List<Baseline> baselines, LossUnit unit, double chance, double right) {
        double least = DoubleStream.concat(baselines.stream().mapToDouble(Baseline::nats), DoubleStream.concat(DoubleStream.of(curves.training().raw()),
                curves.ends().stream().mapToDouble(LearnCurves.EpochEnd::validation))).filter(Double::isFinite).min().orElse(0);
        boolean log = unit == LossUnit.PERPLEXITY;
        double top = unit.of(MOST_CHANCES * chance);
        double bottom = log ? Math.max(1, unit.of(least) * 0.8) : unit.of(Math.max(0, least - 0.35 * (chance - least)));
        return new XyPicture.Axes(0, right, Math.min(bottom, 0.9 * top), top, log, false, "epochs");
    }

    /** Far enough ahead that a long run begins to draw its curve at once. */
    private static double right(double epoch, int epochs) {
        double right = 1;
        while (right < epochs && right < 1.15 * epoch) {
            right *= 2;
        }
        return Math.max(1, Math.min(right, Math.max(epochs, epoch)));
    }

    private static double[] shown(double[] nats, LossUnit unit, double chance) {
        return DoubleStream.of(nats).map(each -> unit.of(Math.min(each, 4 * chance))).toArray();
    }

    static String rounded(double value) {
        return Words.rounded(value, 4);
    }
}
