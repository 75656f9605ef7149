package tadpole.engine.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes the numbers of a picture as a PNG of 8 bits. */
final class PngWriter {

    private static final float MOST = 255;

    private final Picture picture;
    private boolean rounded;
    private boolean odd;
    private float least = Float.POSITIVE_INFINITY;
    private float most = Float.NEGATIVE_INFINITY;

    private PngWriter(Picture picture) {
        this.picture = picture;
    }

    static List<String> write(Picture picture, OutputStream out) throws IOException {
        if (picture.channels() != 1 && picture.channels() != 3) {
            throw new PictureException("%s has %d channels, but a PNG has 1 or 3. Choose one channel.".formatted(picture.name(), picture.channels()));
        }
        PngWriter writer = new PngWriter(picture);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // A stream of ImageIO's own would want a file, which cannot be made any more when Ctrl+C ends the program.
        try (ImageOutputStream memory = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(writer.image(), "png", memory);
        }
        bytes.writeTo(out);
        return writer.notes();
    }

    private BufferedImage image() {
        int channels = picture.channels();
        int area = picture.height() * picture.width();
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        float[] values = picture.values().data();
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < area; i++) {
                bytes[i * channels + channels - 1 - c] = (byte) level(values[c * area + i]);
            }
        }
        return image;
    }

    private int level(float value) {
        least = Math.min(least, value);
        most = Math.max(most, value);
        odd |= Float.isNaN(value);
        float spread = isOfBytes() ? value : (value - picture.black()) / (picture.white() - picture.black()) * MOST;
        int level = Math.round(Math.clamp(Float.isNaN(spread) ? 0 : spread, 0, MOST));
        rounded |= spread != level && spread >= 0 && spread <= MOST;
        return level;
    }

    private boolean isOfBytes() {
        return picture.black() == 0 && picture.white() == MOST;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!isOfBytes()) {
            notes.add(String.format(Locale.ROOT, "%.4g became 0 (black) and %.4g became 255 (white).", picture.black(), picture.white()));
        }
        if (Math.min(picture.black(), picture.white()) > least || Math.max(picture.black(), picture.white()) < most) {
            notes.add(String.format(Locale.ROOT, "Values from %.4g to %.4g were cut off at black and white.", least, most));
        }
        if (rounded) {
            notes.add("Values were rounded to whole numbers of 0 to 255.");
        }
        if (odd) {
            notes.add("Values that are no numbers (NaN) became black.");
        }
        return notes;
    }
}
