package tadpole.engine.dataset;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;

/** Pads the picture all around and cuts one of its old size out of it, anywhere; before the preparation. PyTorch's RandomCrop. */
record Crop(Planes planes, int padding, boolean mirrors) implements Augmentation {

    private static final String REFLECT = "reflect";

    static final Recipe<AugmentationMaker> RECIPE = new Recipe<>("crop", "Random crop",
            "Pads each picture all around and cuts one of its old size out of it, at a random place.",
            List.of(
                    new Setting.Whole("padding", "Crop padding", 4L, 1, 512, "pixels", "How many pixels are put around first. Default 4."),
                    new Setting.Choice("paddingMode", "Padded with", REFLECT,
                            List.of(new Setting.Option(REFLECT, "Mirrored picture"), new Setting.Option("zeros", "Zeros (black)")),
                            "What is put around: the picture mirrored at its edge, or zeros. Default reflect.")),
            (settings, sample) -> new Crop(
                    Planes.of("Random crop", sample).require("Crop padding (\"padding\")", settings.whole("padding")),
                    settings.whole("padding"), settings.choice("paddingMode").equals(REFLECT)));

    @Override
    public boolean isBeforePreparation() {
        return true;
    }

    @Override
    public void apply(float[] values, int offset, float[] room, RandomGenerator random) {
        int down = random.nextInt(2 * padding + 1) - padding;
        int right = random.nextInt(2 * padding + 1) - padding;
        if (mirrors) {
            planes.moveMirrored(values, offset, room, down, right);
        } else {
            planes.move(values, offset, room, down, right, 0);
        }
    }
}
