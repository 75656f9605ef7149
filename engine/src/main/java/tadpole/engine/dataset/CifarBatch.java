package tadpole.engine.dataset;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which batch a file is, by the publisher's names.
 *
 * @param number from 1 for training batches, 0 for the test batch
 */
record CifarBatch(String fileName, int number) implements Comparable<CifarBatch> {

    private static final Pattern NAME =
            Pattern.compile("(?:data_batch_([1-9]\\d{0,3})|test_batch)\\.bin(?:\\.gz)?", Pattern.CASE_INSENSITIVE);
    private static final Comparator<CifarBatch> ORDER =
            Comparator.comparingInt(CifarBatch::number).thenComparing(CifarBatch::fileName);

    /** Nothing for a file of another name. */
    static Optional<CifarBatch> of(String fileName) {
        Matcher matcher = NAME.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new CifarBatch(fileName, matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1))));
    }

    static Optional<CifarBatch> of(Path file) {
        return of(FileFault.name(file));
    }

    boolean isTest() {
        return number == 0;
    }

    /** The first training batch that is not there though one of a higher number, or none, is. */
    static Optional<String> firstMissing(Collection<CifarBatch> batches) {
        Set<Integer> numbers = batches.stream().map(CifarBatch::number).collect(Collectors.toSet());
        int first = 1;
        while (numbers.contains(first)) {
            first++;
        }
        int most = Math.max(1, numbers.stream().mapToInt(Integer::intValue).max().orElse(0));
        return first > most ? Optional.empty() : Optional.of("data_batch_%d.bin".formatted(first));
    }

    @Override
    public int compareTo(CifarBatch other) {
        return ORDER.compare(this, other);
    }
}
