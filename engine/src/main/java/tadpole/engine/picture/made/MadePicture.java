package tadpole.engine.picture.made;

import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Settings;

/** Makes a picture from its settings: the same settings, the same bits. */
@FunctionalInterface
public interface MadePicture {

    /** Values of 0 to 255. */
    Picture make(Settings settings);
}
