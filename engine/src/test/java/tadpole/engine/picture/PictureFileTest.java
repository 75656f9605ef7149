package tadpole.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class PictureFileTest {

    private static final int HEIGHT = 13;
    private static final int WIDTH = 17;

    @TempDir
    private Path folder;

    @Nested
    class WhenWhole {

        @Test
        void graySamplesStayOneChannelAndAreThoseOfTheFile() throws IOException {
            BufferedImage gray = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
            fill(gray);

            PictureFile read = PictureFile.read(save("gray.png", encode(gray, "png")));

            assertThat(read.picture().channels()).isEqualTo(1);
            assertThat(read.picture().name()).isEqualTo("gray.png");
            assertThat(read.notes()).isEmpty();
            samplesAre(read.picture(), gray);
        }

        @ParameterizedTest
        @ValueSource(strings = {"png", "bmp", "tiff"})
        void colorsAreThoseOfTheFile(String format) throws IOException {
            BufferedImage color = color();

            PictureFile read = PictureFile.read(save("color." + format, encode(color, format)));

            assertThat(read.notes()).isEmpty();
            samplesAre(read.picture(), color);
        }

        @Test
        void aJpegIsNearWhatWasWritten() throws IOException {
            BufferedImage plain = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            fill(plain, new Color(200, 120, 40));

            Picture read = PictureFile.read(save("plain.jpg", encode(plain, "jpeg"))).picture();

            assertThat(new float[] {read.at(0, 5, 5), read.at(1, 5, 5), read.at(2, 5, 5)})
                    .usingComparatorWithPrecision(4f).containsExactly(200, 120, 40);
        }

        @Test
        void a16BitGrayIsDividedBy257AndSaysSo() throws IOException {
            BufferedImage deep = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
            deep.getRaster().setSample(3, 2, 0, 12345);
            deep.getRaster().setSample(4, 2, 0, 65535);

            PictureFile read = PictureFile.read(save("deep.png", encode(deep, "png")));

            assertThat(read.picture().at(0, 2, 3)).isEqualTo((float) (12345 / 257.0));
            assertThat(read.picture().at(0, 2, 4)).isEqualTo(255);
            assertThat(read.notes()).containsExactly("Its 16-bit values were divided by 257, to 0...255; fractions are kept.");
        }

        @Test
        void alphaIsLaidOnWhiteAndSaysSo() throws IOException {
            BufferedImage clear = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
            fill(clear, Color.BLACK);
            clear.setRGB(1, 0, 0);
            clear.setRGB(2, 0, 0x80ff0000);

            PictureFile read = PictureFile.read(save("clear.png", encode(clear, "png")));

            assertThat(List.of(read.picture().at(0, 0, 1), read.picture().at(1, 0, 1))).containsExactly(255f, 255f);
            assertThat(List.of(read.picture().at(0, 0, 2), read.picture().at(1, 0, 2))).containsExactly(255f, 127f);
            assertThat(read.picture().at(0, 5, 5)).isZero();
            assertThat(read.notes()).containsExactly("Its transparent parts (alpha) were laid on white.");
            Picture alpha = read.alpha().orElseThrow();
            assertThat(List.of(alpha.at(0, 0, 1), alpha.at(0, 0, 2), alpha.at(0, 5, 5))).containsExactly(0f, 128f, 255f);
        }

        @Test
        void alphaThatHidesNothingIsNotWorthAWord() throws IOException {
            BufferedImage opaque = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
            fill(opaque, Color.GREEN);

            PictureFile read = PictureFile.read(save("opaque.png", encode(opaque, "png")));

            assertThat(read.notes()).isEmpty();
            assertThat(read.alpha()).isEmpty();
        }

        @Test
        void aGrayPaletteIsOneChannel() throws IOException {
            BufferedImage twoTones = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
            twoTones.setRGB(3, 4, 0xffffffff);

            Picture read = PictureFile.read(save("two.png", encode(twoTones, "png"))).picture();

            assertThat(read.channels()).isEqualTo(1);
            assertThat(List.of(read.at(0, 4, 3), read.at(0, 4, 4))).containsExactly(255f, 0f);
        }

        @Test
        void ofAFilmOfGifTheFirstFrameIsReadAndSaysSo() throws IOException {
            BufferedImage first = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
            first.setRGB(0, 0, 0xffffffff);

            PictureFile read = PictureFile.read(save("film.gif", film(first, new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY))));

            assertThat(read.picture().at(0, 0, 0)).isEqualTo(255);
            assertThat(read.notes()).containsExactly("It is the first of 2 frames.");
        }

        @Test
        void aWrongEndingIsReadByItsContentAndSaysSo() throws IOException {
            PictureFile read = PictureFile.read(save("photo.jpg", encode(color(), "png")));

            samplesAre(read.picture(), color());
            assertThat(read.notes()).containsExactly("It is a PNG, although its name ends in .jpg.");
        }

        @ParameterizedTest
        @CsvSource({"1, 0, 0", "2, 0, 16", "3, 7, 16", "4, 7, 0", "5, 0, 0", "6, 0, 7", "7, 16, 7", "8, 16, 0"})
        void theCornerThatTheCameraSawUpperLeftStandsThere(int orientation, int y, int x) throws IOException {
            BufferedImage lying = new BufferedImage(17, 8, BufferedImage.TYPE_BYTE_GRAY);
            lying.getRaster().setSample(0, 0, 0, 255);

            PictureFile read = PictureFile.read(save("turned.png", withOrientation(encode(lying, "png"), orientation)));

            assertThat(read.picture().values().shape()).isEqualTo(orientation < 5 ? Shape.of(1, 8, 17) : Shape.of(1, 17, 8));
            assertThat(read.picture().at(0, y, x)).isEqualTo(255);
            assertThat(read.notes()).hasSize(orientation == 1 ? 0 : 1);
        }

        @Test
        void aJpegFromAPhoneIsTurnedUpright() throws IOException {
            byte[] jpeg = encode(color(), "jpeg");
            byte[] exif = exif(6);
            ByteBuffer turned = ByteBuffer.allocate(jpeg.length + 10 + exif.length);
            turned.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (8 + exif.length)).put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(exif)
                    .put(jpeg, 2, jpeg.length - 2);

            PictureFile read = PictureFile.read(save("phone.jpg", turned.array()));

            assertThat(read.picture().values().shape()).isEqualTo(Shape.of(3, WIDTH, HEIGHT));
            assertThat(read.notes()).containsExactly("It was turned upright, as its camera noted (EXIF orientation 6).");
        }
    }

    @Nested
    class WhenBad {

        @Test
        void anEmptyFile() throws IOException {
            refuses(save("none.png", new byte[0]), "none.png is empty: 0 bytes. Save or download the picture again.");
        }

        @Test
        void aTextThatIsNamedLikeAPicture() throws IOException {
            refuses(save("notes.png", "Dear diary".getBytes(StandardCharsets.UTF_8)),
                    "notes.png is no picture that can be read here: it is neither PNG, JPEG, BMP, GIF nor TIFF. Save it as PNG, JPEG, BMP, GIF or TIFF.");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {"RIFFxxxxWEBPVP8 | a WebP picture", "xxxxftypheic | a HEIC picture", "xxxxftypavif | an AVIF picture",
                "%PDF-1.7 | a PDF document", "<svg xmlns='x'> | a drawing or other text in XML"})
        void aKindThatIsKnownButNotRead(String head, String name) throws IOException {
            refuses(save("other.png", head.getBytes(StandardCharsets.ISO_8859_1)),
                    "other.png is no picture that can be read here: it is " + name + ". Save it as PNG, JPEG, BMP, GIF or TIFF.");
        }

        @Test
        void aFolder() throws IOException {
            refuses(Files.createDirectory(folder.resolve("album.png")), "album.png is a folder, not a picture. Open one file: PNG, JPEG, BMP, GIF or TIFF.");
        }

        @Test
        void aFileThatIsNotThere() {
            Path missing = folder.resolve("missing.png");
            refuses(missing, missing + ": there is no such file. Look for it with the Open button.");
        }

        @Test
        void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
            Path pipe = folder.resolve("pipe.png");
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
            new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor();

            refuses(pipe, "pipe.png is a pipe or a device, not a file. Save the picture as PNG, JPEG, BMP, GIF or TIFF and open that file.");
        }

        @Test
        void aFileThatMayNotBeRead() throws IOException {
            Path locked = save("locked.png", encode(color(), "png"));
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
            assumeFalse(Files.isReadable(locked), "root may read everything");

            refuses(locked, "locked.png: this program may not read it. Change its permissions, or open a copy.");
        }

        @Test
        void moreThan16MillionPixelsAreRefusedBeforeTheyAreDecoded() throws IOException {
            byte[] png = encode(color(), "png");
            ByteBuffer.wrap(png).putInt(16, 100_000).putInt(20, 90_000);

            refuses(save("huge.png", png), "huge.png is 100000 pixels wide and 90000 high, 9000.0 million in all; at most 16.8 million are read, such as 4096 by 4096. Make it smaller.");
        }

        @Test
        void aFlippedBitInThePixelsOfAPng() throws IOException {
            byte[] png = encode(color(), "png");
            png[60] ^= 4;

            refuses(save("flipped.png", png), "flipped.png begins as a PNG but is damaged: its checksum is wrong. Save or download the picture again.");
        }

        @Test
        void aJpegOfFourColorsForPrint() throws IOException {
            byte[] jpeg = encode(color(), "jpeg");
            int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
            jpeg[frame + 9] = 4;

            refuses(save("print.jpg", jpeg), "print.jpg has four colors for print (CMYK), not red, green and blue. Save it as RGB, as PNG or JPEG.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"png", "jpeg", "bmp", "gif", "tiff"})
        void whereverItBreaksOffItIsRefusedInOneSentence(String format) throws IOException {
            byte[] whole = encode(color(), format);
            // The last byte of this BMP fills up a row, that of a GIF only says that no frame follows.
            int needed = format.equals("gif") || format.equals("bmp") ? whole.length - 1 : whole.length;

            for (int length = 1; length < needed; length++) {
                Path cut = save("cut." + format, Arrays.copyOf(whole, length));
                Throwable thrown = catchThrowable(() -> PictureFile.read(cut));
                assertThat(thrown).as("%s cut at %d of %d bytes", format, length, whole.length).isInstanceOf(PictureException.class);
                assertThat(thrown.getMessage()).startsWith("cut.").doesNotContain("\n", "null");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"png", "jpeg", "bmp", "gif", "tiff"})
        void whateverIsChangedInItOnlySentencesComeOut(String format) throws IOException {
            byte[] whole = encode(color(), format);
            SplittableRandom random = new SplittableRandom(7);

            for (int round = 0; round < 400; round++) {
                byte[] bad = whole.clone();
                for (int i = 0; i <= random.nextInt(4); i++) {
                    bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
                }
                Path file = save("bad." + format, bad);
                Throwable thrown = catchThrowable(() -> PictureFile.read(file));
                assertThat(thrown == null || thrown instanceof PictureException).as("round %d: %s", round, thrown).isTrue();
            }
        }

        private void refuses(Path file, String sentence) {
            assertThatThrownBy(() -> PictureFile.read(file)).isInstanceOf(PictureException.class).hasMessage(sentence);
        }
    }

    @Nested
    class WhenWritten {

        @ParameterizedTest
        @ValueSource(ints = {1, 3})
        void readingGivesTheSameBits(int channels) throws IOException {
            Tensor values = Tensor.zeros(Shape.of(channels, HEIGHT, WIDTH));
            for (int i = 0; i < values.size(); i++) {
                values.data()[i] = i * 37 % 256;
            }

            Written written = write(Picture.ofBytes("any", values));

            assertThat(written.notes()).isEmpty();
            assertThat(PictureFile.read(written.file()).picture().values().data()).isEqualTo(values.data());
        }

        @Test
        void whatLiesOutsideIsCutOffAndWhatLiesBetweenIsRoundedAndBothAreSaid() throws IOException {
            Written written = write(Picture.ofBytes("sobel", Tensor.of(Shape.of(1, 1, 4), -612, 10.4f, 612, 255)));

            assertThat(PictureFile.read(written.file()).picture().values().data()).containsExactly(0, 10, 255, 255);
            assertThat(written.notes()).containsExactly("Values from -612.0 to 612.0 were cut off at black and white.", "Values were rounded to whole numbers of 0 to 255.");
        }

        @Test
        void blackAndWhiteOfThePictureBecome0And255() throws IOException {
            Written written = write(new Picture("signed", Tensor.of(Shape.of(1, 1, 3), -2, 0, 2), -2, 2));

            assertThat(PictureFile.read(written.file()).picture().values().data()).containsExactly(0, 128, 255);
            assertThat(written.notes()).first().isEqualTo("-2.000 became 0 (black) and 2.000 became 255 (white).");
        }

        @Test
        void sixteenChannelsAreRefused() {
            Picture maps = Picture.ofBytes("conv1", Tensor.zeros(Shape.of(16, 4, 4)));

            assertThatThrownBy(() -> PictureFile.write(maps, new ByteArrayOutputStream()))
                    .hasMessage("conv1 has 16 channels, but a PNG has 1 or 3. Choose one channel.");
        }

        private record Written(Path file, List<String> notes) {}

        private Written write(Picture picture) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            List<String> notes = PictureFile.write(picture, out);
            return new Written(save("written.png", out.toByteArray()), notes);
        }
    }

    @Nested
    class AsAJob {

        @Test
        void stoppedItGivesNothing() throws IOException {
            JobControl stopped = new JobControl() {
                @Override
                public boolean proceed() {
                    return false;
                }

                @Override
                public void report(Progress progress) {}
            };

            assertThat(new ReadPicture(save("color.png", encode(color(), "png"))).run(stopped)).isInstanceOf(JobOutcome.Stopped.class);
        }

        @Test
        void aBadFileIsAFailureWithItsSentence() throws IOException {
            ReadPicture job = new ReadPicture(save("none.png", new byte[0]));

            assertThat(job.run(JobControl.UNWATCHED)).isInstanceOfSatisfying(JobOutcome.Failed.class,
                    failed -> assertThat(failed.message()).startsWith("none.png is empty"));
        }
    }

    private Path save(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] film(BufferedImage... frames) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (BufferedImage frame : frames) {
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        }
        return out.toByteArray();
    }

    /** An eXIf chunk after the 33 bytes of signature and header. */
    private static byte[] withOrientation(byte[] png, int orientation) {
        byte[] exif = exif(orientation);
        ByteBuffer chunk = ByteBuffer.allocate(png.length + 12 + exif.length);
        byte[] typed = ByteBuffer.allocate(4 + exif.length).put("eXIf".getBytes(StandardCharsets.ISO_8859_1)).put(exif).array();
        CRC32 sum = new CRC32();
        sum.update(typed);
        return chunk.put(png, 0, 33).putInt(exif.length).put(typed).putInt((int) sum.getValue()).put(png, 33, png.length - 33).array();
    }

    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26).put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1)
                .putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0).array();
    }

    private static BufferedImage color() {
        BufferedImage color = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        fill(color);
        return color;
    }

    private static void fill(BufferedImage image) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int c = 0; c < image.getRaster().getNumBands(); c++) {
                    image.getRaster().setSample(x, y, c, (x * 31 + y * 57 + c * 91 + x * y) % 256);
                }
            }
        }
    }

    private static void fill(BufferedImage image, Color color) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, color.getRGB());
            }
        }
    }

    private static void samplesAre(Picture picture, BufferedImage image) {
        assertThat(picture.values().shape()).isEqualTo(Shape.of(image.getRaster().getNumBands(), image.getHeight(), image.getWidth()));
        for (int c = 0; c < picture.channels(); c++) {
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    assertThat(picture.at(c, y, x)).isEqualTo(image.getRaster().getSample(x, y, c));
                }
            }
        }
    }
}
