package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Node;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class FilmTest {

    private static final int HEIGHT = 40;
    private static final int WIDTH = 50;

    @TempDir
    private Path folder;

    /** A soft ramp of colors with a bright square that moves. */
    private static Picture frame(int n) {
        Tensor values = Tensor.zeros(Shape.of(3, HEIGHT, WIDTH));
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean square = x >= 5 * n && x < 5 * n + 8 && y >= 10 && y < 18;
                float[] color = square ? new float[] {250, 240, 20} : new float[] {3 * x, 4 * y, 90};
                for (int c = 0; c < 3; c++) {
                    values.data()[(c * HEIGHT + y) * WIDTH + x] = color[c];
                }
            }
        }
        return Picture.ofBytes("frame " + n, values);
    }

    @Nested
    class AGif {

        private final Path path() {
            return folder.resolve("run.gif");
        }

        @Test
        void showsEveryPictureAsAViewerDrawsIt() throws IOException, FileException {
            try (GifFilm film = GifFilm.open(path())) {
                for (int n = 0; n < 5; n++) {
                    film.add(frame(n), n == 4 ? 1500 : 80);
                }
                film.keep();
            }

            List<BufferedImage> seen = seen(path().toFile());

            assertThat(seen).hasSize(5);
            for (int n = 0; n < 5; n++) {
                double off = 0;
                for (int i = 0; i < HEIGHT * WIDTH; i++) {
                    int rgb = seen.get(n).getRGB(i % WIDTH, i / WIDTH);
                    for (int c = 0; c < 3; c++) {
                        off += Math.abs((rgb >> 16 - 8 * c & 0xFF) - frame(n).at(c, i / WIDTH, i % WIDTH));
                    }
                }
                assertThat(off / (3 * HEIGHT * WIDTH)).as("picture %d", n).isLessThan(4);
            }
        }

        /** Each image laid over the one before at its place. */
        private static List<BufferedImage> seen(File file) throws IOException {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            List<BufferedImage> made = new ArrayList<>();
            try (ImageInputStream in = ImageIO.createImageInputStream(file)) {
                reader.setInput(in);
                BufferedImage canvas = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
                for (int n = 0; n < reader.getNumImages(true); n++) {
                    Node descriptor = child((IIOMetadataNode) reader.getImageMetadata(n).getAsTree("javax_imageio_gif_image_1.0"), "ImageDescriptor");
                    Graphics2D graphics = canvas.createGraphics();
                    graphics.drawImage(reader.read(n), number(descriptor, "imageLeftPosition"), number(descriptor, "imageTopPosition"), null);
                    graphics.dispose();
                    BufferedImage copy = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
                    copy.setData(canvas.getData());
                    made.add(copy);
                }
            }
            return made;
        }

        @Test
        void tellsDelaysAndBeginsAgain() throws IOException, FileException {
            try (GifFilm film = GifFilm.open(path())) {
                film.add(frame(0), 80);
                film.add(frame(1), 1500);
                film.keep();
            }

            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            try (ImageInputStream in = ImageIO.createImageInputStream(path().toFile())) {
                reader.setInput(in);
                IIOMetadataNode first = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode second = (IIOMetadataNode) reader.getImageMetadata(1).getAsTree("javax_imageio_gif_image_1.0");
                assertThat(number(child(first, "GraphicControlExtension"), "delayTime")).isEqualTo(8);
                assertThat(number(child(second, "GraphicControlExtension"), "delayTime")).isEqualTo(150);
                assertThat(number(child(second, "ImageDescriptor"), "imageWidth")).isEqualTo(13);
                assertThat(number(child(second, "ImageDescriptor"), "imageHeight")).isEqualTo(8);
                IIOMetadataNode loop = (IIOMetadataNode) child(first, "ApplicationExtensions").getFirstChild();
                assertThat(loop.getAttribute("applicationID")).isEqualTo("NETSCAPE");
                assertThat((byte[]) loop.getUserObject()).containsExactly(1, 0, 0);
            }
        }

        @Test
        void picturesThatDoNotChangeStayPictures() throws IOException, FileException {
            try (GifFilm film = GifFilm.open(path())) {
                film.add(frame(0).gray(), 80);
                film.add(frame(0).gray(), 80);
                film.keep();
            }

            assertThat(seen(path().toFile())).hasSize(2);
        }

        @Test
        void cancelledLeavesNothing() throws IOException, FileException {
            Files.writeString(path(), "what was there");
            try (GifFilm film = GifFilm.open(path())) {
                film.add(frame(0), 80);
            }

            try (var left = Files.list(folder)) {
                assertThat(left).containsExactly(path());
            }
            assertThat(path()).hasContent("what was there");
        }

        @Test
        void refusesAnotherSize() throws FileException {
            try (GifFilm film = GifFilm.open(path())) {
                film.add(frame(0), 80);
                Picture small = Picture.ofBytes("s", Tensor.zeros(Shape.of(3, 4, 5)));

                assertThatThrownBy(() -> film.add(small, 80)).hasMessage("All pictures of a film have one size, but the first is 50×40 and picture 2 is 5×4.");
            }
        }

        private static Node child(IIOMetadataNode root, String name) {
            return root.getElementsByTagName(name).item(0);
        }

        private static int number(Node node, String attribute) {
            return Integer.parseInt(((IIOMetadataNode) node).getAttribute(attribute));
        }
    }

    @Nested
    class Frames {

        @Test
        void arePngsOfAFolder() throws IOException, FileException {
            Path frames = folder.resolve("frames");
            try (PngFrames film = PngFrames.open(frames)) {
                film.add(frame(0), 80);
                film.add(frame(1), 80);
                film.keep();
            }

            assertThat(PictureFile.read(frames.resolve("frame-0002.png")).picture().values().data()).containsExactly(frame(1).values().data(), within(0f));
        }

        @Test
        void cancelledLeaveNothing() throws FileException {
            Path frames = folder.resolve("frames");
            try (PngFrames film = PngFrames.open(frames)) {
                film.add(frame(0), 80);
            }

            assertThat(frames).doesNotExist();
        }

        @Test
        void doNotMixWithThoseOfAnotherFilm() throws IOException, FileException {
            Files.writeString(folder.resolve("frame-0001.png"), "another");
            try (PngFrames film = PngFrames.open(folder)) {
                assertThatThrownBy(() -> film.add(frame(0), 80)).hasMessageEndingWith("frame-0001.png is there already. Choose an empty folder for the frames.");
            }

            assertThat(folder.resolve("frame-0001.png")).hasContent("another");
        }
    }
}
