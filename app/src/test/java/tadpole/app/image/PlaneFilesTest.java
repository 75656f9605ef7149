package tadpole.app.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.file.FileException;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class PlaneFilesTest {

    @TempDir
    private Path folder;

    private static Tensor of(int channels, int height, int width, float... numbers) {
        Tensor values = Tensor.zeros(Shape.of(channels, height, width));
        System.arraycopy(numbers, 0, values.data(), 0, numbers.length);
        return values;
    }

    @Test
    void grayBytesComeBackAsTheyWere() throws Exception {
        Tensor values = of(1, 2, 3, 0, 1, 77, 128, 254, 255);
        PlaneFiles.Shown shown = new PlaneFiles.Shown(values, 0, Toning.gray(0, 255));
        Path file = folder.resolve(PlaneFiles.name("input", shown, 1));
        PlaneFiles.writePng(file, shown, 1);

        assertThat(file.getFileName()).hasToString("input.png");
        assertThat(PictureFile.read(file).picture().values().data()).containsExactly(values.data());
    }

    @Test
    void colorsComeBackAsTheyWereAndEachPixelIsASquareWhereEnlarged() throws Exception {
        Tensor values = of(3, 1, 2, 10, 20, 30, 40, 50, 60);
        Path file = folder.resolve("color.png");
        PlaneFiles.writePng(file, new PlaneFiles.Shown(values, 0, Toning.color(0, 255)), 3);

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(6);
        assertThat(image.getHeight()).isEqualTo(3);
        assertThat(image.getRGB(2, 2)).isEqualTo(0xFF0A1E32);
        assertThat(image.getRGB(3, 0)).isEqualTo(0xFF14283C);
    }

    @Test
    void aSignedPictureSaysItsScaleInNameAndText() throws Exception {
        PlaneFiles.Shown shown = new PlaneFiles.Shown(of(1, 1, 3, -700, 0, 612), 0, Toning.signed(612));
        Path file = folder.resolve(PlaneFiles.name("output", shown, 8));
        PlaneFiles.writePng(file, shown, 8);

        assertThat(file.getFileName()).hasToString("output, -612 to 612, x8.png");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("Description\0-612.0 is blue, 0 is white, 612.0 is orange; 1 below the scale.");
        assertThat(ImageIO.read(file.toFile()).getRGB(12, 4)).isEqualTo(0xFFFFFFFF);
        assertThat(ImageIO.read(file.toFile()).getRGB(23, 4)).isEqualTo(0xFFC24A00);
    }

    @Test
    void refusesToEnlargeBeyondReason() {
        PlaneFiles.Shown shown = new PlaneFiles.Shown(of(1, 1000, 1000), 0, Toning.gray(0, 255));

        assertThatThrownBy(() -> PlaneFiles.writePng(folder.resolve("large.png"), shown, 10)).isInstanceOf(FileException.class)
                .hasMessageStartingWith("large.png would have 100").hasMessageEndingWith("Enlarge it less.");
    }
}
