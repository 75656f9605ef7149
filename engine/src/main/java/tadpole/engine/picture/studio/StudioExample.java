package tadpole.engine.picture.studio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.made.MadeObject;
import tadpole.engine.picture.made.MadeObjects;
import tadpole.engine.picture.made.MadePictures;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

/**
 * A studio that comes with Tadpole: a painting and an object pasted into it, both made by the engine.
 *
 * @param name      in the window
 * @param about     one sentence for who hovers over it
 * @param painting  type of the made picture
 * @param object    what is pasted in
 * @param placement where it lies
 * @param tau       the strength that suits the painting
 */
public record StudioExample(String name, String about, String painting, MadeObjects object, Placement placement, double tau) {

    private static final int OBJECT_HEIGHT = 400;

    /** The first one opens with the Studio. A new one is one line here. */
    public static final List<StudioExample> ALL = List.of(
            new StudioExample("Balloon over the valley", "A smooth balloon in a sky of long oil strokes.", "oil", MadeObjects.BALLOON, at(350, 168, 250), 5),
            new StudioExample("Frog in the mosaic", "A glazed frog among colored stones.", "mosaic", MadeObjects.FROG, at(250, 342, 230), 8),
            new StudioExample("Lighthouse in dabs", "A lighthouse in a harbor of short dabs.", "dabs", MadeObjects.LIGHTHOUSE, at(415, 260, 290), 6),
            new StudioExample("Balloon in ink", "A colored balloon in a pen drawing.", "hatching", MadeObjects.BALLOON, at(330, 170, 250), 8));

    /** @param height of the object in pixels of the painting */
    private static Placement at(double x, double y, double height) {
        return new Placement(x, y, height / OBJECT_HEIGHT, 0, false);
    }

    /** The same bits each time; takes some seconds: not on the JavaFX thread. */
    public Composition make(Device device) {
        Picture canvas = painted();
        MadeObject made = object.make(OBJECT_HEIGHT);
        Mask mask = new Compositor(device).place(made.mask(), placement, canvas.height(), canvas.width());
        return new Composition(canvas, Optional.of(made.picture()), placement, mask);
    }

    private Picture painted() {
        try {
            return MadePictures.make(Recipe.find(MadePictures.ALL, "made picture", painting).with(Map.of()));
        } catch (SettingException impossible) {
            throw new IllegalStateException("The example " + name + " asks for a painting that is not there.", impossible);
        }
    }
}
