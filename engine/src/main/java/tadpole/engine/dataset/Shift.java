package tadpole.engine.dataset;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;

/** Moves the picture by some whole pixels; what comes in from outside is the border. Before the preparation. */
record Shift(Planes planes, int pixels, float border) implements Augmentation {

    static final Recipe<AugmentationMaker> RECIPE = new Recipe<>("shift", "Shift",
            "Moves each picture up or down and left or right by a few pixels.",
            List.of(
                    new Setting.Whole("pixels", "Shift", 2L, 1, 512, "pixels", "How far it moves at most, each way. Default 2."),
                    new Setting.Decimal("border", "Shift border", 0.0, -1e6, 1e6, "",
                            "The number outside of the picture, before the preparation: 0 is black, 255 white. Default 0.")),
            (settings, sample) -> new Shift(
                    Planes.of("Shift", sample).require("Shift (\"pixels\")", settings.whole("pixels")),
                    settings.whole("pixels"), (float) settings.decimal("border")));

    @Override
    public boolean isBeforePreparation() {
        return true;
    }

    @Override
    public void apply(float[] values, int offset, float[] room, RandomGenerator random) {
        int down = random.nextInt(2 * pixels + 1) - pixels;
        int right = random.nextInt(2 * pixels + 1) - pixels;
        planes.move(values, offset, room, down, right, border);
    }
}
