package tadpole.engine.dataset;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which batch a file is, by the publisher's names.
 *
 * @param name   of the file
 * @param number from 1 for training batches, 0 for the test batch
 */
record CifarBatch(String name, int number) {

    static final Comparator<CifarBatch> ORDER = Comparator.comparingInt(CifarBatch::number).thenComparing(CifarBatch::name);

    private static final Pattern NAME =
            Pattern.compile("(?:data_batch_(\\d{1,4})|(test_batch))\\.bin(?:\\.gz)?", Pattern.CASE_INSENSITIVE);

    /** Nothing for a file of another name; folders in front are left out. */
    static Optional<CifarBatch> of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new CifarBatch(name, matcher.group(2) == null ? Integer.parseInt(matcher.group(1)) : 0));
    }

    static Optional<CifarBatch> of(Path file) {
        return of(FileFault.name(file));
    }

    boolean isTest() {
        return number == 0;
    }
}
