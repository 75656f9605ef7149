package tadpole.engine.dataset;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;

/** Turns the picture about its center, each pixel mixed of the four that it falls between; before the preparation. */
record Rotate(Planes planes, double degrees, float border) implements Augmentation {

    static final Recipe<AugmentationMaker> RECIPE = new Recipe<>("rotate", "Rotate",
            "Turns each picture about its center by a few degrees, either way.",
            List.of(
                    new Setting.Decimal("degrees", "Rotation", 10.0, 0.0, 180.0, "degrees", "How far it turns at most, either way. Default 10."),
                    new Setting.Decimal("border", "Rotation border", 0.0, -1e6, 1e6, "",
                            "The number outside of the picture, before the preparation: 0 is black, 255 white. Default 0.")),
            (settings, sample) -> new Rotate(Planes.of("Rotate", sample), settings.decimal("degrees"), (float) settings.decimal("border")));

    @Override
    public boolean isBeforePreparation() {
        return true;
    }

    @Override
    public void apply(float[] values, int offset, float[] room, RandomGenerator random) {
        turn(values, offset, room, (2 * random.nextDouble() - 1) * degrees);
    }

    /** @param angle in degrees, against the clock */
    void turn(float[] values, int offset, float[] room, double angle) {
        System.arraycopy(values, offset, room, 0, planes.size());
        // The strict ones: the others may round differently once they are compiled.
        double cos = StrictMath.cos(Math.toRadians(angle));
        double sin = StrictMath.sin(Math.toRadians(angle));
        double middleX = (planes.width() - 1) / 2.0;
        double middleY = (planes.height() - 1) / 2.0;
        for (int y = 0; y < planes.height(); y++) {
            for (int x = 0; x < planes.width(); x++) {
                double fromX = middleX + cos * (x - middleX) - sin * (y - middleY);
                double fromY = middleY + sin * (x - middleX) + cos * (y - middleY);
                mix(room, fromX, fromY, values, offset + y * planes.width() + x);
            }
        }
    }

    private void mix(float[] room, double fromX, double fromY, float[] values, int at) {
        int x = (int) Math.floor(fromX);
        int y = (int) Math.floor(fromY);
        float right = (float) (fromX - x);
        float down = (float) (fromY - y);
        for (int channel = 0; channel < planes.channels(); channel++) {
            float above = pixel(room, channel, y, x) * (1 - right) + pixel(room, channel, y, x + 1) * right;
            float below = pixel(room, channel, y + 1, x) * (1 - right) + pixel(room, channel, y + 1, x + 1) * right;
            values[at + channel * planes.area()] = above * (1 - down) + below * down;
        }
    }

    private float pixel(float[] room, int channel, int y, int x) {
        boolean inside = y >= 0 && y < planes.height() && x >= 0 && x < planes.width();
        return inside ? room[channel * planes.area() + y * planes.width() + x] : border;
    }
}
