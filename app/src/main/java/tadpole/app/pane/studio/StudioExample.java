package tadpole.app.pane.studio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.made.MadePictures;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Placement;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** A studio that comes with Tadpole. */
record StudioExample(String name, String about) {

    static final List<StudioExample> ALL = List.of(new StudioExample("Letters in a pond", "A stand-in."));

    /** Slow: not on the JavaFX thread. */
    Composition make() {
        try {
            Picture painting = colored(MadePictures.make(Recipe.find(MadePictures.ALL, "picture", "pond").with(Map.of("width", 480L, "height", 320L))));
            Picture object = colored(MadePictures.make(Recipe.find(MadePictures.ALL, "picture", "zonePlate").standard()));
            double scale = 140.0 / object.width();
            float[] values = new float[painting.height() * painting.width()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.hypot(i % painting.width() - 300, i / painting.width() - 200) < 60 ? 1 : 0;
            }
            return new Composition(painting, Optional.of(object), new Placement(300, 200, scale, 0, false), new Mask(painting.height(), painting.width(), values));
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Picture colored(Picture picture) {
        if (picture.channels() == 3) {
            return picture;
        }
        Tensor values = Tensor.zeros(Shape.of(3, picture.height(), picture.width()));
        int area = picture.height() * picture.width();
        for (int c = 0; c < 3; c++) {
            System.arraycopy(picture.values().data(), 0, values.data(), c * area, area);
        }
        return Picture.ofBytes(picture.name(), values);
    }
}
