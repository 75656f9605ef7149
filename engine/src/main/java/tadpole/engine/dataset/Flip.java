package tadpole.engine.dataset;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;

/** Left becomes right, with a probability; before the preparation. PyTorch's RandomHorizontalFlip. */
record Flip(int width, int rows, double probability) implements Augmentation {

    static final Recipe<AugmentationMaker> RECIPE = new Recipe<>("flip", "Flip",
            "Swaps left and right of some pictures. A ship stays a ship; a digit does not stay a digit.",
            List.of(new Setting.Decimal("probability", "Flip probability", 0.5, 0.0, 1.0, "", "How likely a picture is flipped. Default 0.5.")),
            (settings, sample) -> {
                Planes planes = Planes.of("Flip", sample);
                return new Flip(planes.width(), planes.channels() * planes.height(), settings.decimal("probability"));
            });

    @Override
    public boolean isBeforePreparation() {
        return true;
    }

    @Override
    public void apply(float[] values, int offset, float[] room, RandomGenerator random) {
        if (random.nextDouble() >= probability) {
            return;
        }
        for (int row = 0; row < rows; row++) {
            int left = offset + row * width;
            int right = left + width - 1;
            while (left < right) {
                float kept = values[left];
                values[left++] = values[right];
                values[right--] = kept;
            }
        }
    }
}
