package tadpole.engine.schedule;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/**
 * Up and down in straight lines, again and again: PyTorch's CyclicLR, where the experiment's rate is the peak and the base
 * is the peak over divFactor. With s the share of the way up: rate = base + (peak - base) s scale, momentum = most - (most -
 * least) s scale. Smith 2017.
 */
public final class Triangular implements Schedule {

    public static final Recipe<ScheduleMaker> RECIPE = new Recipe<>("triangular", "Triangular",
            "The rate goes up to the learning rate and down again in straight lines, cycle after cycle.",
            List.of(
                    new Setting.Decimal("divFactor", "Peak ÷ start", 4.0, 1.0, 1e9, "",
                            "A cycle begins and ends at the learning rate divided by it. Default 4."),
                    new Setting.Decimal("stepSizeUp", "Way up", 2.0, 1e-3, 100_000, "epochs", "How long the rate rises. Default 2."),
                    new Setting.Decimal("stepSizeDown", "Way down", 0.0, 0.0, 100_000, "epochs",
                            "How long the rate falls; 0 means as long as it rises."),
                    new Setting.Choice("mode", "Peaks", "triangular",
                            List.of(new Setting.Option("triangular", "Stay as high"),
                                    new Setting.Option("triangular2", "Half as high each time"),
                                    new Setting.Option("expRange", "Fall by gamma every batch")),
                            "What becomes of the peaks from cycle to cycle."),
                    new Setting.Decimal("gamma", "Gamma", 1.0, 0.1, 1.0, "",
                            "What the height is multiplied with after every batch, where peaks fall by it. Default 1."),
                    MomentumSettings.CYCLES,
                    MomentumSettings.LEAST,
                    MomentumSettings.MOST),
            Triangular::new);

    private final double divisor;
    private final double up;
    private final double down;
    private final String mode;
    private final double gamma;
    private final MomentumSettings momentum;

    private Triangular(Settings settings) throws SettingException {
        divisor = settings.decimal("divFactor");
        up = settings.decimal("stepSizeUp");
        down = settings.decimal("stepSizeDown") == 0 ? up : settings.decimal("stepSizeDown");
        mode = settings.choice("mode");
        gamma = settings.decimal("gamma");
        momentum = MomentumSettings.of(settings);
    }

    @Override
    public Move at(Course course) {
        double cycles = course.epochs() / (up + down);
        double done = cycles - Math.floor(cycles);
        double turn = up / (up + down);
        double share = done <= turn ? done / turn : (1 - done) / (1 - turn);
        double height = share * scale(Math.floor(cycles), course.step());
        double base = course.rate() / divisor;
        return momentum.move(course, base + (course.rate() - base) * height,
                momentum.most() - (momentum.most() - momentum.least()) * height);
    }

    private double scale(double cyclesBefore, long step) {
        return switch (mode) {
            case "triangular2" -> Math.pow(0.5, cyclesBefore);
            case "expRange" -> Math.pow(gamma, step);
            default -> 1;
        };
    }
}
