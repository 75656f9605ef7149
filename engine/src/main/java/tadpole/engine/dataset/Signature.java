package tadpole.engine.dataset;

import java.util.Arrays;
import java.util.Optional;

/** What a file is by its first bytes: names the wrong thing in a sentence about it. */
enum Signature {
    PNG("a PNG picture", 0x89, 'P', 'N', 'G'),
    JPEG("a JPEG picture", 0xFF, 0xD8, 0xFF),
    GIF("a GIF picture", 'G', 'I', 'F', '8'),
    BMP("a BMP picture", 'B', 'M'),
    RIFF("a WebP picture or another RIFF file", 'R', 'I', 'F', 'F'),
    TIFF("a TIFF picture", 'I', 'I', '*', 0),
    TIFF_BIG_ENDIAN("a TIFF picture", 'M', 'M', 0, '*'),
    PDF("a PDF document", '%', 'P', 'D', 'F'),
    ZIP("a ZIP archive", 'P', 'K', 3, 4),
    XZ("an xz archive", 0xFD, '7', 'z', 'X', 'Z'),
    BZIP2("a bzip2 archive", 'B', 'Z', 'h'),
    SEVEN_ZIP("a 7z archive", '7', 'z', 0xBC, 0xAF),
    PYTHON("a Python pickle", 0x80, 2),
    NUMPY("a NumPy array", 0x93, 'N', 'U', 'M', 'P', 'Y'),
    WEB_PAGE("a web page", '<', '!'),
    HTML("a web page", '<', 'h', 't', 'm', 'l'),
    XML("an XML text", '<', '?', 'x', 'm', 'l');

    private final String words;
    private final byte[] start;

    Signature(String words, int... start) {
        this.words = words;
        this.start = new byte[start.length];
        for (int i = 0; i < start.length; i++) {
            this.start[i] = (byte) start[i];
        }
    }

    /** Its name with article, such as "a PNG picture". */
    static Optional<String> of(byte[] head) {
        return Arrays.stream(values()).filter(each -> each.begins(head)).map(each -> each.words).findFirst();
    }

    private boolean begins(byte[] head) {
        return head.length >= start.length && Arrays.equals(head, 0, start.length, start, 0, start.length);
    }
}
