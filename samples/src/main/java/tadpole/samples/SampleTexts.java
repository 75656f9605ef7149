package tadpole.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text that ships with the app to learn from.
 *
 * @param title  for people
 * @param origin a sentence: who wrote it, and how it may be used
 * @param files  in order; together they are the text
 */
public record SampleTexts(String title, String origin, List<Path> files) {

    /** The title of {@link #tales}. */
    public static final String TALES = "Tadpole tales";

    /** Some eighty short tales in ASCII: prose with dialogues, lists, letters and verse. */
    public static SampleTexts tales() throws IOException {
        Path folder = SampleData.texts().resolve("tales");
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> files = found.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
            return new SampleTexts(TALES, Files.readString(SampleData.texts().resolve("NOTICE")).strip(), files);
        } catch (IOException e) {
            throw new IOException("The bundled tales in " + folder + " cannot be read. Install Tadpole again.", e);
        }
    }

    /** The files one after the other. */
    public String text() throws IOException {
        StringBuilder whole = new StringBuilder();
        for (Path file : files) {
            try {
                whole.append(Files.readString(file));
            } catch (IOException e) {
                throw new IOException("The bundled text " + file + " cannot be read. Install Tadpole again.", e);
            }
        }
        return whole.toString();
    }
}
