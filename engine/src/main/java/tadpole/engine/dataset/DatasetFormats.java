package tadpole.engine.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Every format there is. */
public final class DatasetFormats {

    /** A new format is one new file and one line here. */
    public static final List<DatasetFormat> ALL = List.of(new IdxFormat(), new CifarFormat());

    private DatasetFormats() {}

    /** The first format that recognizes a file or folder. */
    public static Optional<DatasetFormat> of(Path path) {
        return ALL.stream().filter(format -> format.recognizes(path)).findFirst();
    }

    /** Which files are taken, in words for a sentence. */
    static String files() {
        return String.join(", or ", ALL.stream().map(DatasetFormat::files).toList());
    }
}
