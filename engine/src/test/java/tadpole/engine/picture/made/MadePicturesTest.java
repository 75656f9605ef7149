package tadpole.engine.picture.made;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;

class MadePicturesTest {

    static List<Recipe<MadePicture>> all() {
        return MadePictures.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void isTheSameEveryTime(Recipe<MadePicture> recipe) throws SettingException {
        Picture once = MadePictures.make(recipe.standard());
        Picture again = MadePictures.make(recipe.standard());

        assertThat(once.values().data()).isEqualTo(again.values().data());
        assertThat(once.name()).isNotBlank().isEqualTo(again.name());
    }

    @ParameterizedTest
    @MethodSource("all")
    void holdsWholeNumbersOf0To255AndIsNotEmpty(Recipe<MadePicture> recipe) throws SettingException {
        Picture picture = MadePictures.make(recipe.standard());

        float least = 255;
        float most = 0;
        for (float value : picture.values().data()) {
            assertThat(value == Math.rint(value) && value >= 0 && value <= 255).isTrue();
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        assertThat(most - least).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasTheSizeThatIsAskedFor(Recipe<MadePicture> recipe) throws SettingException {
        for (Map<String, Integer> size : List.of(Map.of("width", 8, "height", 8), Map.of("width", 8, "height", 768), Map.of("width", 1024, "height", 8), Map.of("width", 1024, "height", 768))) {
            Picture picture = MadePictures.make(recipe.with(size));

            assertThat(picture.width()).isEqualTo(size.get("width"));
            assertThat(picture.height()).isEqualTo(size.get("height"));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void leavesAPngToLookAt(Recipe<MadePicture> recipe) throws SettingException, IOException {
        Path folder = Files.createDirectories(Path.of("target/made-pictures"));
        try (OutputStream out = Files.newOutputStream(folder.resolve(recipe.type() + ".png"))) {
            assertThat(PictureFile.write(MadePictures.make(recipe.standard()), out)).isEmpty();
        }
    }

    @Test
    void anotherSeedMakesAnotherPond() throws SettingException {
        Recipe<MadePicture> pond = MadePictures.ALL.getFirst();

        float[] first = MadePictures.make(pond.with(Map.of("width", 64, "height", 48))).values().data();
        float[] second = MadePictures.make(pond.with(Map.of("width", 64, "height", 48, "seed", 2))).values().data();

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void theOneDotIsInTheMiddleAndAlone() throws SettingException {
        Picture dot = MadePictures.make(Dots.RECIPE.standard());

        double sum = 0;
        for (float value : dot.values().data()) {
            sum += value;
        }
        assertThat(dot.at(0, 7, 7)).isEqualTo(255);
        assertThat(sum).isEqualTo(255);
    }

    @Test
    void theZonePlateIsWhiteInTheMiddleAndGoesUpAndDownAsItsFormulaSays() throws SettingException {
        Picture plate = MadePictures.make(ZonePlate.RECIPE.standard());

        assertThat(plate.at(0, 127, 127)).isEqualTo(255);
        assertThat(plate.at(0, 127, 127 + 20)).isEqualTo(Math.round(127.5 + 127.5 * Math.cos(Math.PI * 0.5 * 400 / 127)));
    }

    @Test
    void theRampClimbsEvenly() throws SettingException {
        Picture ramp = MadePictures.make(GrayRamp.RECIPE.standard());

        for (int x = 0; x < 256; x++) {
            assertThat(ramp.at(0, 63, x)).isEqualTo(x);
        }
    }
}
