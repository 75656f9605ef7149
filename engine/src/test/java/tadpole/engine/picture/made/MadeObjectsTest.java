package tadpole.engine.picture.made;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tadpole.engine.picture.PictureFile;

class MadeObjectsTest {

    @ParameterizedTest
    @EnumSource
    void isTheSameEveryTime(MadeObjects object) {
        MadeObject once = object.make(48);
        MadeObject again = object.make(48);

        assertThat(once.picture().values().data()).isEqualTo(again.picture().values().data());
        assertThat(once.mask()).isEqualTo(again.mask());
    }

    @ParameterizedTest
    @EnumSource
    void standsFreeAndHasSolidAndSoftPlaces(MadeObjects object) {
        MadeObject made = object.make(96);

        int height = made.mask().height();
        int width = made.mask().width();
        int solid = 0;
        int soft = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float inside = made.mask().at(y, x);
                solid += inside == 1 ? 1 : 0;
                soft += inside > 0 && inside < 1 ? 1 : 0;
                if (y == 0 || x == 0 || x == width - 1) {
                    assertThat(inside).as("at %d, %d", y, x).isZero();
                }
            }
        }
        assertThat(solid).isBetween(height * width / 8, height * width * 3 / 4);
        assertThat(soft).isPositive();
        assertThat(made.picture().height()).isEqualTo(height);
        assertThat(made.picture().width()).isEqualTo(width);
    }

    @ParameterizedTest
    @EnumSource
    void leavesAPngToLookAt(MadeObjects object) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/made-pictures"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("object-" + object.name().toLowerCase(java.util.Locale.ROOT) + ".png"))) {
            assertThat(PictureFile.write(object.make(320).picture(), out)).isEmpty();
        }
    }
}
