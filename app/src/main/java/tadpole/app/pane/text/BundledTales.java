package tadpole.app.pane.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tadpole.samples.SampleData;

/** The tales that come with Tadpole. */
public final class BundledTales {

    public static final String TITLE = "Tadpole tales";

    private BundledTales() {}

    /** All of them, one after the other. Any thread. */
    public static String read() throws IOException {
        try (Stream<Path> files = Files.list(SampleData.data().resolveSibling("texts").resolve("tales"))) {
            List<Path> inOrder = files.filter(each -> each.toString().endsWith(".txt")).sorted(Comparator.comparing(each -> each.getFileName().toString())).toList();
            StringBuilder whole = new StringBuilder();
            for (Path each : inOrder) {
                String text = Files.readString(each);
                whole.append(text).append(text.endsWith("\n") ? "" : "\n");
            }
            return whole.toString();
        }
    }
}
