package tadpole.app.shell;

import java.io.IOException;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import javafx.geometry.Rectangle2D;

/** Keeps how the window was left, in window.properties of the user's settings. Nothing of it is worth stopping for: what goes wrong is logged. */
public final class WindowFile {

    private static final System.Logger LOG = System.getLogger(WindowFile.class.getName());
    private static final String VERSION = "1";

    private final Path file;

    public WindowFile(Path folder) {
        this.file = folder.resolve("window.properties");
    }

    /** {@link Remembered#NOTHING} where there is no file or it cannot be understood; the next write replaces it. */
    public Remembered read() {
        if (!Files.exists(file)) {
            return Remembered.NOTHING;
        }
        try {
            Properties lines = new Properties();
            lines.load(new StringReader(Files.readString(file)));
            return remembered(lines);
        } catch (IOException | IllegalArgumentException broken) {
            LOG.log(Level.WARNING, "{0} is ignored and will be replaced: {1}", file, broken.getMessage());
            return Remembered.NOTHING;
        }
    }

    public void write(Remembered now) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "window", ".tmp");
            try {
                writeSynced(fresh, text(now));
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "{0} could not be written: {1}", file, failed.getMessage());
        }
    }

    private static void writeSynced(Path to, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static String text(Remembered now) {
        StringBuilder text = new StringBuilder("version=" + VERSION + "\n");
        now.place().ifPresent(place -> text
                .append("x=").append(place.getMinX()).append("\ny=").append(place.getMinY())
                .append("\nwidth=").append(place.getWidth()).append("\nheight=").append(place.getHeight()).append("\n"));
        return text.append("maximized=").append(now.maximized())
                .append("\ntheme=").append(now.theme())
                .append("\ntypeSize=").append(now.typeSize())
                .append("\npane=").append(now.pane())
                .append("\ndrawer=").append(now.drawer()).append("\n").toString();
    }

    private static Remembered remembered(Properties lines) {
        if (!VERSION.equals(lines.getProperty("version"))) {
            throw new IllegalArgumentException("its version is " + lines.getProperty("version") + ", known is " + VERSION + ".");
        }
        return new Remembered(
                lines.containsKey("x") ? Optional.of(place(lines)) : Optional.empty(),
                Boolean.parseBoolean(line(lines, "maximized")),
                Theme.Kind.valueOf(line(lines, "theme")),
                Integer.parseInt(line(lines, "typeSize")),
                line(lines, "pane"),
                Boolean.parseBoolean(line(lines, "drawer")));
    }

    private static Rectangle2D place(Properties lines) {
        return new Rectangle2D(number(lines, "x"), number(lines, "y"), number(lines, "width"), number(lines, "height"));
    }

    private static double number(Properties lines, String key) {
        double value = Double.parseDouble(line(lines, key));
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("\"" + key + "\" is " + value + ".");
        }
        return value;
    }

    private static String line(Properties lines, String key) {
        return Optional.ofNullable(lines.getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException("\"" + key + "\" is missing."));
    }
}
