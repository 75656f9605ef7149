package tadpole.engine.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What the bytes of a picture file say before they are decoded. ImageIO reads on where a file breaks off, and leaves the rest gray: so it is asked here
 * whether the file is whole.
 *
 * @param whole       whether it goes on to its end; true where its kind has no sign of an end
 * @param intact      whether its checksums are right; true where its kind has none
 * @param orientation how it is to be turned, as in EXIF: 1 is upright
 * @param colors      of a JPEG, how many values each pixel has; 0 where not known
 */
record PictureHead(boolean whole, boolean intact, int orientation, int colors) {

    private static final int UPRIGHT = 1;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY_BYTES = 12;

    static PictureHead of(PictureKind kind, byte[] bytes) {
        return switch (kind) {
            case PNG -> png(bytes);
            case JPEG -> jpeg(bytes);
            case TIFF -> new PictureHead(true, true, orientation(bytes, 0, bytes.length), 0);
            case BMP, GIF -> new PictureHead(true, true, UPRIGHT, 0);
        };
    }

    /** Chunks of length, type, data and checksum, after eight bytes of signature (PNG specification, 5.3). */
    private static PictureHead png(byte[] bytes) {
        ByteBuffer all = ByteBuffer.wrap(bytes);
        int at = 8;
        int orientation = UPRIGHT;
        boolean intact = true;
        while (at + 12 <= bytes.length) {
            int length = all.getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                return new PictureHead(false, intact, orientation, 0);
            }
            String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (type.equals("IHDR") || type.equals("PLTE") || type.equals("IDAT") || type.equals("tRNS")) {
                CRC32 sum = new CRC32();
                sum.update(bytes, at + 4, length + 4);
                intact &= (int) sum.getValue() == all.getInt(at + 8 + length);
            }
            if (type.equals("eXIf")) {
                orientation = orientation(bytes, at + 8, at + 8 + length);
            }
            if (type.equals("IEND")) {
                return new PictureHead(true, intact, orientation, 0);
            }
            at += length + 12;
        }
        return new PictureHead(false, intact, orientation, 0);
    }

    /** Segments of marker and length (JPEG standard T.81, B.1.1) up to the pixels, which end with FFD9. */
    private static PictureHead jpeg(byte[] bytes) {
        int at = 2;
        int orientation = UPRIGHT;
        int colors = 0;
        while (at + 4 <= bytes.length && (bytes[at] & 0xff) == 0xff) {
            int marker = bytes[at + 1] & 0xff;
            if (marker == 0xff || marker >= 0xd0 && marker <= 0xd8 || marker == 0x01) {
                at += marker == 0xff ? 1 : 2;
                continue;
            }
            int length = (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
            int end = Math.min(bytes.length, at + 2 + length);
            if (marker == 0xe1 && at + 10 < end && new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1).equals("Exif")) {
                orientation = orientation(bytes, at + 10, end);
            }
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame && at + 9 < end) {
                colors = bytes[at + 9] & 0xff;
            }
            if (marker == 0xda) {
                return new PictureHead(endsAfter(bytes, end), true, orientation, colors);
            }
            at += 2 + length;
        }
        return new PictureHead(false, true, orientation, colors);
    }

    private static boolean endsAfter(byte[] bytes, int from) {
        for (int i = bytes.length - 2; i >= from; i--) {
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == 0xd9) {
                return true;
            }
        }
        return false;
    }

    /** Tag 0x0112 of the first directory of a TIFF file, which EXIF is one of (TIFF 6.0, section 2). Whatever is out of order counts as upright. */
    private static int orientation(byte[] bytes, int from, int to) {
        if (to - from < 8) {
            return UPRIGHT;
        }
        ByteBuffer tiff = ByteBuffer.wrap(bytes, from, to - from).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long first = tiff.getInt(4) & 0xffffffffL;
        if (first + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = tiff.getShort((int) first) & 0xffff;
        for (int i = 0; i < entries; i++) {
            long at = first + 2 + (long) i * ENTRY_BYTES;
            if (at + ENTRY_BYTES > tiff.limit()) {
                return UPRIGHT;
            }
            if ((tiff.getShort((int) at) & 0xffff) == ORIENTATION) {
                int value = tiff.getShort((int) at + 8) & 0xffff;
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
