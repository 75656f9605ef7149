package tadpole.app.pane.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.Shapes;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Placement;

class CanvasFilesTest {

    @TempDir
    private Path folder;

    private final TestCanvas canvas = new TestCanvas();
    private final CanvasFiles files = canvas.model.files();

    @Test
    void theFirstPictureIsThePaintingAndTheNextTheObject() throws IOException {
        assertThat(files.take(List.of(file("sea.png", TestCanvas.plain("sea", 60, 90, 1, 2, 3)), file("boat.png", TestCanvas.plain("boat", 200, 100, 9, 8, 7)))))
                .isTrue();

        assertThat(canvas.now().painting().name()).isEqualTo("sea.png");
        assertThat(canvas.now().object().orElseThrow().name()).isEqualTo("boat.png");
        assertThat(canvas.now().placement()).isEqualTo(new Placement(45, 30, 0.6 * 60 / 200, 0, false));
        assertThat(canvas.model.tool()).isEqualTo(Tool.MOVE);
        assertThat(canvas.messages.lastProperty().get().text()).isEqualTo("Opened boat.png as object.");
        canvas.model.undo();
        canvas.model.undo();
        assertThat(canvas.document.composition()).isEmpty();
    }

    @Test
    void blackAndWhiteOfThePaintingsSizeIsTheMask() throws IOException {
        canvas.document.open(Optional.of(TestCanvas.composition()));
        Picture mask = Shapes.rectangle(60, 90, 5, 5, 30, 30).picture("mask");

        files.take(List.of(file("mask.png", mask)));

        assertThat(canvas.mask()).isEqualTo(Shapes.rectangle(60, 90, 5, 5, 30, 30));
    }

    @Test
    void aMaskOfAnotherSizeIsRefusedWithBothSizes() throws IOException {
        canvas.document.open(Optional.of(TestCanvas.composition()));
        Composition before = canvas.now();

        files.open(file("mask.png", Shapes.rectangle(30, 40, 5, 5, 10, 10).picture("mask")), CanvasFiles.As.MASK);

        assertThat(canvas.messages.failures()).containsExactly("mask.png is 40 × 30 pixels, but the painting is 90 × 60: a mask has the painting's size. "
                + "Make it that large, or open the painting it belongs to.");
        assertThat(canvas.now()).isEqualTo(before);
    }

    @Test
    void aFinishedCompositeLiesExactlyOnItsPainting() throws IOException {
        files.take(List.of(file("target.png", TestCanvas.plain("target", 60, 90, 1, 2, 3))));
        Picture naive = TestCanvas.plain("naive", 60, 90, 200, 100, 50);
        files.open(file("naive.png", naive), CanvasFiles.As.COMPOSITE);
        files.open(file("mask.png", Shapes.rectangle(60, 90, 5, 5, 30, 30).picture("mask")), CanvasFiles.As.MASK);

        files.saveComposite(folder.resolve("out.png"));

        Picture composite = PictureFile.read(folder.resolve("out.png")).picture();
        assertThat(composite.at(0, 10, 10)).isEqualTo(200);
        assertThat(composite.at(0, 40, 40)).isEqualTo(1);
    }

    @Test
    void theMaskComesBackFromItsFile() {
        canvas.document.open(Optional.of(TestCanvas.composition()));
        files.saveMask(folder.resolve("mask.png"));
        canvas.model.clearMask();

        files.open(folder.resolve("mask.png"), CanvasFiles.As.MASK);

        assertThat(canvas.mask()).isEqualTo(TestCanvas.composition().mask());
    }

    @Test
    void aLargePaintingIsMadeSmallerAndItIsSaid() throws IOException {
        files.take(List.of(file("large.png", TestCanvas.plain("large", 1100, 2048, 1, 2, 3))));

        assertThat(canvas.now().painting().width()).isEqualTo(1024);
        assertThat(canvas.now().painting().height()).isEqualTo(550);
        assertThat(canvas.messages.lastProperty().get().text()).isEqualTo("Opened large.png as painting. It was made smaller, from 2048 × 1100 to 1024 × 550.");
    }

    @Test
    void anObjectWithoutAPaintingSaysWhatToDo() throws IOException {
        files.open(file("boat.png", TestCanvas.plain("boat", 20, 10, 9, 8, 7)), CanvasFiles.As.OBJECT);

        assertThat(canvas.messages.failures()).containsExactly("There is no painting yet. Open boat.png as painting, or a painting first.");
    }

    @Test
    void theAlphaOfAnObjectIsItsFirstMask() throws IOException {
        canvas.document.open(Optional.of(TestCanvas.composition().withMask(Mask.empty(60, 90))));

        files.take(List.of(cutOut("boat.png", 20, 10, 0xFFC81E0A)));

        assertThat(canvas.now().placement()).isEqualTo(new Placement(45, 30, 1, 0, false));
        assertThat(canvas.mask()).isEqualTo(Shapes.rectangle(60, 90, 40, 25, 45, 35));
        assertThat(canvas.now().object().orElseThrow().at(1, 0, 19)).isEqualTo(30);
        assertThat(canvas.messages.lastProperty().get().text()).isEqualTo("Opened boat.png as object. Its transparent parts (alpha) became the mask.");
        canvas.model.undo();
        assertThat(canvas.mask().isEmpty()).isTrue();
    }

    @Test
    void aSmallCutOutOfThePaintingsSizeIsNoMask() throws IOException {
        canvas.document.open(Optional.of(TestCanvas.composition()));

        files.take(List.of(cutOut("layer.png", 90, 60, 0xFFC81E0A)));

        assertThat(canvas.now().object().orElseThrow().name()).isEqualTo("layer.png");
    }

    @Test
    void aMaskDrawnOnNothingSelectsWhatWasDrawn() throws IOException {
        canvas.document.open(Optional.of(TestCanvas.composition()));
        for (int color : new int[] {0xFFFFFFFF, 0xFF000000}) {
            canvas.model.clearMask();

            files.take(List.of(cutOut("mask.png", 90, 60, color)));

            assertThat(canvas.mask()).isEqualTo(Shapes.rectangle(60, 90, 22, 0, 45, 60));
        }
    }

    /** Opaque between a quarter and half of its width only. */
    private Path cutOut(String name, int width, int height, int color) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = width / 4; x < width / 2; x++) {
                image.setRGB(x, y, color);
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void otherFilesAreLeftToOthers() {
        assertThat(files.take(List.of(folder.resolve("weights.safetensors")))).isFalse();
        assertThat(files.take(List.of())).isFalse();
    }

    private Path file(String name, Picture picture) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            PictureFile.write(picture, out);
        }
        return file;
    }
}
