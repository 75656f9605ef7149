package tadpole.engine.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;

/**
 * Sets a square to zero in all channels, after the preparation, where zero is the mean. Its center is anywhere on the picture, so part
 * of it may lie outside. DeVries and Taylor 2017.
 */
record Cutout(Planes planes, int side) implements Augmentation {

    static final Recipe<AugmentationMaker> RECIPE = new Recipe<>("cutout", "Cutout",
            "Blanks a square at a random place, after the preparation, so that no single part of the picture can be leaned on.",
            List.of(new Setting.Whole("size", "Cutout size", 8L, 1, 1024, "pixels", "How high and wide the square is. Default 8.")),
            (settings, sample) -> new Cutout(
                    Planes.of("Cutout", sample).require("Cutout size (\"size\")", settings.whole("size")), settings.whole("size")));

    @Override
    public boolean isBeforePreparation() {
        return false;
    }

    @Override
    public void apply(float[] values, int offset, float[] room, RandomGenerator random) {
        int top = random.nextInt(planes.height()) - side / 2;
        int left = random.nextInt(planes.width()) - side / 2;
        int from = Math.max(0, left);
        int to = Math.min(planes.width(), left + side);
        for (int channel = 0; channel < planes.channels(); channel++) {
            for (int y = Math.max(0, top); y < Math.min(planes.height(), top + side); y++) {
                int row = offset + channel * planes.area() + y * planes.width();
                Arrays.fill(values, row + from, row + to, 0);
            }
        }
    }
}
