package tadpole.engine.schedule;

import java.util.OptionalDouble;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/**
 * How momentum moves against the rate: low where the rate is high. Smith 2018.
 *
 * @param cycles whether it moves at all
 * @param least  at the highest rate
 * @param most   at the lowest rate
 */
record MomentumSettings(boolean cycles, double least, double most) {

    static final Setting CYCLES = new Setting.Switch("cycleMomentum", "Momentum moves too", true,
            "Momentum falls while the rate rises, and the other way round; with Adam it is beta 1. Acts where the optimizer has one.");
    static final Setting LEAST = new Setting.Decimal("baseMomentum", "Least momentum", 0.85, 0.0, 0.9999, "",
            "Momentum where the rate is highest. Default 0.85.");
    static final Setting MOST = new Setting.Decimal("maxMomentum", "Greatest momentum", 0.95, 0.0, 0.9999, "",
            "Momentum where the rate is lowest. Default 0.95.");

    static MomentumSettings of(Settings settings) throws SettingException {
        double least = settings.decimal("baseMomentum");
        double most = settings.decimal("maxMomentum");
        if (least > most) {
            throw new SettingException(("Momentum falls from the greatest to the least while the rate rises: baseMomentum ≤ maxMomentum, "
                    + "but %s > %s. Swap the two.").formatted(least, most));
        }
        return new MomentumSettings(settings.on("cycleMomentum"), least, most);
    }

    Move move(Course course, double rate, double momentum) {
        boolean moves = cycles && course.momentum().isPresent();
        return new Move(rate, moves ? OptionalDouble.of(momentum) : OptionalDouble.empty());
    }
}
