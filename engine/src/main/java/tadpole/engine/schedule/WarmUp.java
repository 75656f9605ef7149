package tadpole.engine.schedule;

import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/**
 * A rise in a straight line before another schedule begins: rate (start + (1 - start) step / steps of the warm-up), as
 * PyTorch's LinearLR. The other one then runs over what is left, as under SequentialLR.
 *
 * @param epochs how long the rise takes; 0 for none
 * @param start  the share of the rate that it begins with
 */
record WarmUp(double epochs, double start) {

    static final Setting.Decimal EPOCHS = new Setting.Decimal("warmUp", "Warm-up", 0.0, 0.0, 100_000, "epochs",
            "How long the rate rises in a straight line before all else. Default 0.");
    static final Setting START = new Setting.Decimal("startFactor", "Warm-up begins at", 1.0 / 3, 0.0, 1.0, "of the rate",
            "The share of the rate that a warm-up begins with. Default a third, as PyTorch's LinearLR.");

    static WarmUp of(Settings settings) {
        return new WarmUp(settings.decimal("warmUp"), settings.decimal("startFactor"));
    }

    Schedule before(Schedule schedule) {
        if (epochs == 0) {
            return schedule;
        }
        return course -> {
            long rise = course.steps(epochs);
            return course.step() < rise
                    ? course.move(course.rate() * (start + (1 - start) * course.step() / rise))
                    : schedule.at(course.after(rise));
        };
    }
}
