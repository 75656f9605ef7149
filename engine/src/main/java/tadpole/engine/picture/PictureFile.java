package tadpole.engine.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;
import tadpole.engine.tensor.Tensor;

/**
 * A picture that was read from a file.
 *
 * @param picture its numbers as the file has them: gray stays one channel, colors are red, green and blue, all of 0 to 255
 * @param notes   what was done to it on the way, one sentence each: alpha, 16 bits, orientation, first frame
 * @param alpha   of a picture that is not opaque everywhere: one channel, 0 where one sees through it, 255 where one does not; the picture lies on white there
 */
public record PictureFile(Path path, Picture picture, List<String> notes, Optional<Picture> alpha) {

    /** Among the notes of a picture that has an alpha. */
    public static final String ON_WHITE = "Its transparent parts (alpha) were laid on white.";

    /** 4096×4096. */
    public static final int MOST_PIXELS = 1 << 24;

    /** As sentences list what is accepted. */
    public static final String KINDS = PictureKind.WORDS;

    /** Endings of files that a person would call a picture; not all of them can be read. */
    private static final List<String> OTHER_ENDINGS = List.of("webp", "heic", "heif", "avif", "svg", "psd", "ico");

    public PictureFile {
        notes = List.copyOf(notes);
    }

    /** Whether the name ends like a picture's; the file need not be one that can be read. */
    public static boolean isNamedLikeOne(Path path) {
        String ending = ending(path);
        return PictureKind.ofEnding(ending).isPresent() || OTHER_ENDINGS.contains(ending);
    }

    /** PNG, JPEG, BMP, GIF (its first frame) or TIFF (its first page), told by its content. At most {@link #MOST_PIXELS}, asked before decoding. */
    public static PictureFile read(Path path) throws PictureException {
        return read(path, JobControl.UNWATCHED).orElseThrow();
    }

    /** The same, watched; empty where it was stopped. */
    static Optional<PictureFile> read(Path path, JobControl control) throws PictureException {
        return read(path, FileBytes.read(path), control);
    }

    /** The same out of bytes that were read already; the path only names them. */
    public static PictureFile of(Path path, byte[] bytes) throws PictureException {
        return read(path, bytes, JobControl.UNWATCHED).orElseThrow();
    }

    private static Optional<PictureFile> read(Path path, byte[] bytes, JobControl control) throws PictureException {
        String name = FileBytes.name(path);
        PictureKind kind = PictureKind.of(bytes).orElseThrow(() -> new PictureException(
                "%s is no picture that can be read here: it is %s. Save it as %s.".formatted(name, notA(PictureKind.otherKind(bytes)), PictureKind.WORDS)));
        PictureHead head = PictureHead.of(kind, bytes);
        if (head.colors() == 4) {
            throw new PictureException(Decoded.cmyk(name));
        }
        List<String> notes = new ArrayList<>();
        if (PictureKind.ofEnding(ending(path)).filter(named -> named != kind).isPresent()) {
            notes.add("It is a %s, although its name ends in .%s.".formatted(kind, ending(path)));
        }
        Optional<BufferedImage> image = decode(name, kind, head, bytes, control, notes);
        if (image.isEmpty()) {
            return Optional.empty();
        }
        Decoded decoded = new Decoded(name, image.get());
        Tensor values = decoded.values();
        notes.addAll(decoded.notes());
        if (head.orientation() != 1) {
            notes.add("It was turned upright, as its camera noted (EXIF orientation %d).".formatted(head.orientation()));
        }
        return Optional.of(new PictureFile(path, Picture.ofBytes(name, Upright.turn(values, head.orientation())), notes,
                decoded.alpha().map(alpha -> Picture.ofBytes(name, Upright.turn(alpha, head.orientation())))));
    }

    private static Optional<BufferedImage> decode(String name, PictureKind kind, PictureHead head, byte[] bytes, JobControl control,
            List<String> notes) throws PictureException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.reader()).next();
        Watch watch = new Watch(reader, control, name);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, false, true);
            checkSize(name, reader.getWidth(0), reader.getHeight(0));
            if (!head.whole()) {
                throw broken(name, kind, "breaks off before its end", null);
            }
            if (!head.intact()) {
                throw broken(name, kind, "is damaged: its checksum is wrong", null);
            }
            reader.addIIOReadProgressListener(watch);
            reader.addIIOReadWarningListener(watch);
            BufferedImage image = reader.read(0);
            if (watch.isStopped()) {
                return Optional.empty();
            }
            if (watch.isWarned()) {
                // Cameras write JPEGs that are a little out of order; that one is whole was asked before.
                if (kind != PictureKind.JPEG) {
                    throw unread(name, kind, null);
                }
                notes.add("It is out of order in places: pixels may be wrong there.");
            }
            tellFrames(reader, kind, notes);
            return Optional.of(image);
        } catch (PictureException said) {
            throw said;
        } catch (IOException | RuntimeException damaged) {
            throw unread(name, kind, damaged);
        } finally {
            reader.dispose();
        }
    }

    private static void tellFrames(ImageReader reader, PictureKind kind, List<String> notes) throws IOException {
        if (kind != PictureKind.GIF && kind != PictureKind.TIFF) {
            return;
        }
        int frames = reader.getNumImages(true);
        if (frames > 1) {
            notes.add("It is the first of %d %s.".formatted(frames, kind == PictureKind.GIF ? "frames" : "pages"));
        }
    }

    private static void checkSize(String name, int width, int height) throws PictureException {
        if ((long) width * height > MOST_PIXELS) {
            throw new PictureException(String.format(Locale.ROOT, "%s is %d pixels wide and %d high, %.1f million in all; at most %.1f million are read, such as 4096 by 4096. Make it smaller.",
                    name, width, height, (double) width * height / 1e6, MOST_PIXELS / 1e6));
        }
    }

    /** TIFF has more kinds than the reader knows, and it gives no other word for these. */
    private static PictureException unread(String name, PictureKind kind, Throwable cause) {
        return kind != PictureKind.TIFF ? broken(name, kind, "is damaged or breaks off before its end", cause)
                : new PictureException(name + " is damaged, breaks off before its end, or is a kind of TIFF that cannot be read here. Save it as PNG in the program it comes from.", cause);
    }

    private static PictureException broken(String name, PictureKind kind, String what, Throwable cause) {
        return new PictureException("%s begins as a %s but %s. Save or download the picture again.".formatted(name, kind, what), cause);
    }

    private static String notA(String other) {
        return other.equals("none of these") ? "neither " + PictureKind.WORDS.replace(" or ", " nor ") : other;
    }

    private static String ending(Path path) {
        String name = FileBytes.name(path);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Writes a PNG of one or three channels: black is 0, white 255.
     *
     * @return what was done to the numbers, one sentence each; none where reading the file gives the same bits
     * @throws PictureException where it has neither one nor three channels
     */
    public static List<String> write(Picture picture, OutputStream out) throws IOException {
        return PngWriter.write(picture, out);
    }

    /** Tells how far the reading is, and breaks it off. */
    private static final class Watch extends ReadingListener {

        private final ImageReader reader;
        private final JobControl control;
        private final String name;
        private boolean stopped;
        private boolean warned;

        Watch(ImageReader reader, JobControl control, String name) {
            this.reader = reader;
            this.control = control;
            this.name = name;
        }

        @Override
        public void imageProgress(ImageReader source, float percent) {
            control.report(new Progress(Math.round(percent), 100, "reading " + name));
            if (!control.proceed()) {
                stopped = true;
                reader.abort();
            }
        }

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            warned = true;
        }

        boolean isStopped() {
            return stopped;
        }

        boolean isWarned() {
            return warned;
        }
    }
}
