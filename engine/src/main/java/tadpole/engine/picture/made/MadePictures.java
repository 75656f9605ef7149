package tadpole.engine.picture.made;

import java.util.List;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/** Every picture that is made from settings, without a file. */
public final class MadePictures {

    /** A new one is one new file and one line here. */
    public static final List<Recipe<MadePicture>> ALL = List.of(
            PondAtEvening.RECIPE,
            Dots.RECIPE,
            Edges.RECIPE,
            Checkers.RECIPE,
            GrayRamp.RECIPE,
            ZonePlate.RECIPE,
            Glyphs.RECIPE,
            NoisePicture.RECIPE,
            OilPainting.RECIPE,
            DabPainting.RECIPE,
            HatchedDrawing.RECIPE,
            Mosaic.RECIPE);

    private MadePictures() {}

    /** @throws SettingException where there is no such picture */
    public static Picture make(Spec spec) throws SettingException {
        return Recipe.find(ALL, "made picture", spec.type()).maker().make(spec.settings());
    }
}
