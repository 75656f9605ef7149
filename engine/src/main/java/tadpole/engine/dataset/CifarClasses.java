package tadpole.engine.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names of CIFAR-10's classes: one a line in batches.meta.txt, the ten known ones where it is missing. */
final class CifarClasses {

    static final String FILE = "batches.meta.txt";
    static final List<String> KNOWN =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    /** As many as a label's byte can tell apart. */
    private static final int MOST = 256;

    private static final int LONGEST_FILE = 1 << 16;

    private CifarClasses() {}

    static List<String> read(InputStream in, String place) throws IOException, DatasetException {
        byte[] text = in.readNBytes(LONGEST_FILE + 1);
        List<String> names = new String(text, StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (text.length > LONGEST_FILE || names.isEmpty() || names.size() > MOST) {
            throw new DatasetException("%s: %s, but between 1 and %d names of classes are accepted, one a line. Remove the file to use CIFAR-10's own names."
                    .formatted(place, text.length > LONGEST_FILE ? "more than " + LONGEST_FILE + " bytes" : names.size() + " names", MOST));
        }
        return names;
    }
}
