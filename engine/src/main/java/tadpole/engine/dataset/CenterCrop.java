package tadpole.engine.dataset;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import tadpole.engine.formula.Explained;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/** Keeps the middle of every picture; where it cannot lie in the middle, the odd pixel is left out below and to the right. */
record CenterCrop(Planes planes, int side) implements Preparation {

    static final Recipe<PreparationMaker> RECIPE = new Recipe<>("centerCrop", "Center crop",
            "Keeps the middle of every picture, such as MNIST's 20×20 with the digit in it.",
            List.of(new Setting.Whole("size", "Crop size", 20L, 1, 4096, "pixels", "How high and wide the middle is. Default 20.")),
            CenterCrop::of);

    private static CenterCrop of(Settings settings, Split train, List<Preparation> before) throws SettingException {
        Planes planes = Planes.of("Center crop", Preparations.shape(before, train.shape()), "prepare");
        int side = settings.whole("size");
        int most = Math.min(planes.height(), planes.width());
        if (side > most) {
            throw new SettingException("Crop size (\"size\") must be at most the pictures' height and width, but is %d for %d×%d pictures: %d > %d."
                    .formatted(side, planes.height(), planes.width(), side, most));
        }
        return new CenterCrop(planes, side);
    }

    @Override
    public Shape output(Shape sample) {
        return Shape.of(planes.channels(), side, side);
    }

    @Override
    public Optional<Explained> explain(int i, int size, IntFunction<Explained> given) {
        int row = i / side;
        int top = (planes.height() - side) / 2;
        int left = (planes.width() - side) / 2;
        return Optional.of(given.apply(row / side * planes.area() + (top + row % side) * planes.width() + left + i % side)
                .with("From the middle of the picture."));
    }

    @Override
    public void apply(float[] values, int offset, int size) {
        int top = (planes.height() - side) / 2;
        int left = (planes.width() - side) / 2;
        for (int row = 0; row < planes.channels() * side; row++) {
            int from = row / side * planes.area() + (top + row % side) * planes.width() + left;
            System.arraycopy(values, offset + from, values, offset + row * side, side);
        }
    }
}
