package tadpole.app.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import tadpole.app.chart.ChartColors;
import tadpole.app.chart.Digits;
import tadpole.app.chart.Diverging;
import tadpole.engine.file.FileException;
import tadpole.engine.file.NpyFile;
import tadpole.engine.file.SafeFile;
import tadpole.engine.tensor.Tensor;

/**
 * Writes planes as PNG, in the colors of the light theme and with the scale as text inside ("Description"), or their numbers as .npy. On any
 * thread.
 */
public final class PlaneFiles {

    private static final String NATIVE = "javax_imageio_png_1.0";
    /** As many pixels as an enlarged picture may have. */
    private static final long MOST_PIXELS = 1L << 26;

    /**
     * What is drawn.
     *
     * @param values [channels, height, width]
     */
    public record Shown(Tensor values, int channel, Toning toning) {

        private int height() {
            return values.shape().at(1);
        }

        private int width() {
            return values.shape().at(2);
        }

        private boolean isColored() {
            return toning.kind() == Toning.Kind.COLOR && values.shape().at(0) == 3;
        }

        private boolean isSigned() {
            return toning.kind() == Toning.Kind.SIGNED;
        }

        /** Whether the file's bytes are the numbers. */
        private boolean isPlain() {
            return !isSigned() && toning.low() == 0 && toning.high() == 255;
        }
    }

    private PlaneFiles() {}

    /** A name that says the scale where it is not 0 to 255: "output.png", "output, -612 to 612.png", "output, x8.png". */
    public static String name(String start, Shown shown, int times) {
        String scale = shown.isPlain() ? "" : ", %s to %s".formatted(Digits.shortest(shown.toning().low()), Digits.shortest(shown.toning().high()));
        return start + scale + (times > 1 ? ", x" + times : "") + ".png";
    }

    /** How the numbers became colors, in one sentence. */
    public static String description(Shown shown) {
        String low = Float.toString(shown.toning().low());
        String high = Float.toString(shown.toning().high());
        String scale = shown.isSigned()
                ? "%s is blue, 0 is white, %s is orange".formatted(low, high)
                : "%s is black, %s is %s".formatted(low, high, shown.isColored() ? "full color" : "white");
        Beyond beyond = Beyond.of(shown.values(), shown.channel(), shown.isColored() || shown.isSigned()
                ? shown.toning() : Toning.gray(shown.toning().low(), shown.toning().high()));
        return scale + (shown.toning().stretched() ? ", stretched to the numbers" : "") + (beyond.isNothing() ? "" : "; " + beyond.words()) + ".";
    }

    /**
     * Writes each cell as a square of pixels.
     *
     * @param times side of the square, 1 for one pixel
     * @throws FileException where the place takes no file, or the picture would be too large
     */
    public static void writePng(Path file, Shown shown, int times) throws FileException {
        long pixels = (long) shown.width() * times * shown.height() * times;
        if (pixels > MOST_PIXELS) {
            throw new FileException("%s would have %s pixels; at most %s are written. Enlarge it less.".formatted(
                    file.getFileName(), Digits.count(pixels), Digits.count(MOST_PIXELS)));
        }
        SafeFile.write(file, out -> out.write(png(shown, times)));
    }

    /** Writes the numbers themselves, of all channels, for {@code numpy.load}. */
    public static void writeNpy(Path file, Tensor values) throws FileException {
        SafeFile.write(file, out -> NpyFile.write(values, out));
    }

    private static byte[] png(Shown shown, int times) throws IOException {
        boolean gray = !shown.isColored() && !shown.isSigned();
        BufferedImage image = new BufferedImage(
                shown.width() * times, shown.height() * times, gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        int[] line = new int[image.getWidth()];
        Shades shades = shades(shown);
        for (int y = 0; y < shown.height(); y++) {
            for (int x = 0; x < line.length; x++) {
                line[x] = color(shown, shades, y, x / times);
            }
            for (int down = 0; down < times; down++) {
                set(image, y * times + down, line, gray);
            }
        }
        return encoded(image, description(shown));
    }

    /** Gray levels straight into the raster: as colors they would be bent by the profile of gray. */
    private static void set(BufferedImage image, int y, int[] line, boolean gray) {
        if (!gray) {
            image.setRGB(0, y, line.length, 1, line, 0, line.length);
            return;
        }
        for (int x = 0; x < line.length; x++) {
            image.getRaster().setSample(x, y, 0, line[x] & 255);
        }
    }

    private static Shades shades(Shown shown) {
        ChartColors colors = ChartColors.light();
        Diverging signed = new Diverging(rgb(colors.surface()), rgb(colors.training()), rgb(colors.validation()));
        int broken = shown.isColored() || shown.isSigned() ? rgb(colors.caution()) : 0;
        return new Shades(shown.isColored() || shown.isSigned() ? shown.toning() : Toning.gray(shown.toning().low(), shown.toning().high()),
                signed, 0xFF000000 | broken);
    }

    private static int rgb(Color color) {
        return color.getRGB() & 0xFFFFFF;
    }

    private static int color(Shown shown, Shades shades, int y, int x) {
        float[] data = shown.values().data();
        int area = shown.height() * shown.width();
        int at = y * shown.width() + x;
        return shown.isColored() ? shades.of(data[at], data[area + at], data[2 * area + at]) : shades.of(data[shown.channel() * area + at]);
    }

    private static byte[] encoded(BufferedImage image, String description) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try {
            IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
            IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
            entry.setAttribute("keyword", "Description");
            entry.setAttribute("value", description);
            IIOMetadataNode texts = new IIOMetadataNode("tEXt");
            texts.appendChild(entry);
            IIOMetadataNode root = new IIOMetadataNode(NATIVE);
            root.appendChild(texts);
            metadata.mergeTree(NATIVE, root);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(new IIOImage(image, null, metadata));
            }
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }
}
