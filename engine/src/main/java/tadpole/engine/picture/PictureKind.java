package tadpole.engine.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of picture files that are read, told by their first bytes, not by their names. */
enum PictureKind {
    PNG("png", List.of("png"), "\u0089PNG"),
    JPEG("jpeg", List.of("jpg", "jpeg", "jpe", "jfif"), "\u00ff\u00d8\u00ff"),
    BMP("bmp", List.of("bmp", "dib"), "BM"),
    GIF("gif", List.of("gif"), "GIF8"),
    TIFF("tiff", List.of("tif", "tiff"), "II*\0", "MM\0*");

    /** As sentences list them. */
    static final String WORDS = "PNG, JPEG, BMP, GIF or TIFF";

    private final String reader;
    private final List<String> endings;
    private final List<String> starts;

    PictureKind(String reader, List<String> endings, String... starts) {
        this.reader = reader;
        this.endings = endings;
        this.starts = List.of(starts);
    }

    static Optional<PictureKind> of(byte[] bytes) {
        String head = head(bytes);
        return Arrays.stream(values()).filter(kind -> kind.starts.stream().anyMatch(head::startsWith)).findFirst();
    }

    static Optional<PictureKind> ofEnding(String ending) {
        return Arrays.stream(values()).filter(kind -> kind.endings.contains(ending)).findFirst();
    }

    /** What it is where it is a known file of another kind: "a WebP picture". */
    static String otherKind(byte[] bytes) {
        String head = head(bytes);
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return "a WebP picture";
        }
        if (head.startsWith("ftyp", 4)) {
            return head.startsWith("avi", 8) ? "an AVIF picture" : head.startsWith("hei", 8) || head.startsWith("mif1", 8) ? "a HEIC picture" : "a film";
        }
        if (head.startsWith("%PDF")) {
            return "a PDF document";
        }
        if (head.startsWith("8BPS")) {
            return "a Photoshop file";
        }
        if (head.startsWith("\u0000\u0000\u0001\u0000")) {
            return "a Windows icon";
        }
        return head.stripLeading().startsWith("<svg") || head.stripLeading().startsWith("<?xml") ? "a drawing or other text in XML" : "none of these";
    }

    private static String head(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
    }

    /** What ImageIO calls it. */
    String reader() {
        return reader;
    }
}
