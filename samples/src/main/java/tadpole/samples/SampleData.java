package tadpole.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the files that ship with the app are: the folders beside this class, be they on disk, in a jar or in a linked
 * image. Paths into a jar belong to no {@link java.io.File}; read them through {@link java.nio.file.Files}.
 */
public final class SampleData {

    private SampleData() {
    }

    /** The folder with one folder for each bundled data set. */
    public static Path data() {
        return home().resolve("data");
    }

    /** The folder with the bundled experiment files. */
    public static Path experiments() {
        return home().resolve("experiments");
    }

    /** The folder with one folder for each bundled text; a text is its .txt files one after the other, in the order of their names. */
    public static Path texts() {
        return home().resolve("texts");
    }

    /** The folder with the weights of the bundled trained networks, each called as its experiment. */
    public static Path weights() {
        return home().resolve("weights");
    }

    private static Path home() {
        URL self = SampleData.class.getResource("SampleData.class");
        try {
            return opened(self.toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The bundled samples are at " + self + ", which is no address.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled samples at " + self + " cannot be opened.", e);
        }
    }

    private static Path opened(URI address) throws IOException {
        if (!"jar".equals(address.getScheme())) {
            return Path.of(address);
        }
        return jar(address).provider().getPath(address);
    }

    /** The file system over the jar: stays open, as its paths are in use as long as the app runs. */
    private static FileSystem jar(URI address) throws IOException {
        try {
            return FileSystems.newFileSystem(address, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            return FileSystems.getFileSystem(address);
        }
    }
}
