package tadpole.engine.dataset;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;

/** Adds a normal number to every number, after the preparation: the deviation is in the units that the network sees. */
record Noise(int size, float deviation) implements Augmentation {

    static final Recipe<AugmentationMaker> RECIPE = new Recipe<>("noise", "Noise",
            "Adds a little normal noise to every number, after the preparation.",
            List.of(new Setting.Decimal("deviation", "Noise deviation", 0.1, 0.0, 1e6, "",
                    "Standard deviation of the noise, in the prepared numbers. Default 0.1.")),
            (settings, sample) -> new Noise(sample.size(), (float) settings.decimal("deviation")));

    @Override
    public boolean isBeforePreparation() {
        return false;
    }

    @Override
    public void apply(float[] values, int offset, float[] room, RandomGenerator random) {
        for (int i = offset; i < offset + size; i++) {
            values[i] += deviation * (float) random.nextGaussian();
        }
    }
}
