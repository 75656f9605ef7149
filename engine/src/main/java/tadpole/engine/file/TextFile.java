package tadpole.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a whole text that somebody picked, which may be anything. */
final class TextFile {

    private TextFile() {}

    /**
     * @param what the text should be, such as "an experiment"
     * @param most bytes; never reads more
     */
    static String read(Path path, String what, int most) throws FileException {
        if (Files.isDirectory(path)) {
            throw new FileException("%s is a folder, not %s.".formatted(path, what));
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new FileException("%s is no file that can be read from its start to its end, so it is not %s.".formatted(path, what));
        }
        byte[] bytes = bytes(path, most);
        if (bytes.length > most) {
            throw new FileException("%s is not %s: it has more than %d bytes, which is more than any has."
                    .formatted(path, what, most));
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException binary) {
            throw new FileException("%s is not %s: it is no text in UTF-8.".formatted(path, what), binary);
        }
    }

    private static byte[] bytes(Path path, int most) throws FileException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most + 1);
        } catch (NoSuchFileException missing) {
            throw new FileException("There is no file %s.".formatted(path), missing);
        } catch (IOException broken) {
            throw new FileException("%s cannot be read: %s.".formatted(path, Causes.inWords(broken)), broken);
        }
    }
}
