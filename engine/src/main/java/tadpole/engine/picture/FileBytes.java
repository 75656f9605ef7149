package tadpole.engine.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that somebody picked, which may be anything. */
final class FileBytes {

    /** 16 million pixels of four values of 16 bits, uncompressed, and then some. */
    private static final int MOST = 144 << 20;

    private FileBytes() {}

    static byte[] read(Path path) throws PictureException {
        String name = name(path);
        if (Files.isDirectory(path)) {
            throw new PictureException("%s is a folder, not a picture. Open one file: %s.".formatted(name, PictureKind.WORDS));
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new PictureException("%s is a pipe or a device, not a file. Save the picture as %s and open that file.".formatted(name, PictureKind.WORDS));
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new PictureException("%s has more than %d MB. Save the picture smaller, as PNG or JPEG.".formatted(name, MOST >> 20));
            }
            if (bytes.length == 0) {
                throw new PictureException("%s is empty: 0 bytes. Save or download the picture again.".formatted(name));
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw new PictureException("%s: there is no such file. Look for it with the Open button.".formatted(path), missing);
        } catch (AccessDeniedException denied) {
            throw new PictureException("%s: this program may not read it. Change its permissions, or open a copy.".formatted(name), denied);
        } catch (PictureException said) {
            throw said;
        } catch (IOException fault) {
            throw new PictureException("%s cannot be read. The disk or the connection to it may be at fault: try again, or open a copy.".formatted(name), fault);
        }
    }

    static String name(Path path) {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }
}
