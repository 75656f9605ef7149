package tadpole.engine.language;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Predicate;

/** A plain text file of any size: its encoding is found by one pass over its bytes, its text is read as a stream. */
public final class TextFile implements TextSource {

    private final Path path;
    private final long bytes;
    private final TextEncoding encoding;

    private TextFile(Path path, long bytes, TextEncoding encoding) {
        this.path = path;
        this.bytes = bytes;
        this.encoding = encoding;
    }

    /**
     * Reads every byte once: about a second for a gigabyte.
     *
     * @throws TextException where there is no such file, or it is no text
     */
    public static TextFile open(Path path) throws TextException {
        if (Files.isDirectory(path)) {
            throw new TextException("%s is a folder. Open one text file (.txt) in it.".formatted(path.getFileName()));
        }
        try (InputStream stream = Files.newInputStream(path)) {
            ByteCensus census = ByteCensus.of(stream);
            return new TextFile(path, census.size, new EncodingGuess(String.valueOf(path.getFileName()), census).guess());
        } catch (TextException refused) {
            throw refused;
        } catch (IOException fault) {
            throw fault(path, fault);
        }
    }

    /** The same file read in another encoding, where a person knows better. */
    public TextFile as(Charset charset) {
        return new TextFile(path, bytes, new TextEncoding(charset, charset.displayName(), "Chosen by hand.", 0));
    }

    public Path path() {
        return path;
    }

    public TextEncoding encoding() {
        return encoding;
    }

    @Override
    public String title() {
        return String.valueOf(path.getFileName());
    }

    /** In bytes. */
    @Override
    public long size() {
        return bytes;
    }

    @Override
    public void read(Predicate<CharSequence> part) throws TextException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            stream.skipNBytes(encoding.skip());
            TextParts.read(decoded(stream), part);
        } catch (IOException fault) {
            throw fault(path, fault);
        }
    }

    private Reader decoded(InputStream stream) {
        return new InputStreamReader(stream, encoding.charset().newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static TextException fault(Path path, IOException cause) {
        String sentence = switch (cause) {
            case NoSuchFileException _ -> "%s: there is no such file.";
            case AccessDeniedException _ -> "%s: this program may not read it. Change its permissions, or open a copy.";
            default -> "%s: cannot be read. The disk or the connection to it may be at fault: try again, or open a copy.";
        };
        return new TextException(sentence.formatted(path), cause);
    }
}
