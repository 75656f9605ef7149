package tadpole.engine.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tadpole.engine.job.JobControl;

/** Reads CIFAR-10 from batch files that lie in a folder, or from one of them alone. */
final class CifarFolder {

    private CifarFolder() {}

    static boolean hasBatches(Path folder) {
        return FolderEntries.orNone(folder).stream().anyMatch(entry -> CifarBatch.of(entry).isPresent());
    }

    static Dataset readAll(Path folder, DatasetName name, JobControl control) throws DatasetException {
        TreeMap<CifarBatch, Path> batches = batches(folder);
        Optional<String> missing = CifarBatch.firstMissing(batches.keySet());
        if (missing.isPresent()) {
            throw new DatasetException("%s: %s is missing beside %s. Put all batches into one folder, or open one alone."
                    .formatted(folder, missing.get(), FileFault.name(batches.lastEntry().getValue())));
        }
        Reading reading = new Reading(control, List.copyOf(batches.values()));
        List<String> classes = CifarClasses.in(folder);
        Images train = images(part(batches, false), classes, reading);
        List<Path> testFiles = part(batches, true);
        Optional<Split> test = testFiles.isEmpty() || reading.stopped()
                ? Optional.empty()
                : Optional.of(images(testFiles, classes, reading));
        return name.dataset(classes, train, test, reading);
    }

    /** That file alone as training images. */
    static Dataset readOne(Path file, DatasetName name, JobControl control) throws DatasetException {
        List<String> classes = CifarClasses.in(file.toAbsolutePath().getParent());
        Reading reading = new Reading(control, List.of(file));
        return name.dataset(classes, images(List.of(file), classes, reading), Optional.empty(), reading);
    }

    /** Each batch once: a file before a folder of that name, plain before packed. */
    private static TreeMap<CifarBatch, Path> batches(Path folder) throws DatasetException {
        Map<Integer, Path> byNumber = new HashMap<>();
        FolderEntries.of(folder).stream()
                .filter(entry -> CifarBatch.of(entry).isPresent())
                .sorted(Comparator.<Path, Boolean>comparing(path -> Files.isDirectory(path))
                        .thenComparing(path -> FileFault.name(path).length()))
                .forEach(path -> byNumber.putIfAbsent(CifarBatch.of(path).orElseThrow().number(), path));
        TreeMap<CifarBatch, Path> sorted = new TreeMap<>();
        byNumber.values().forEach(path -> sorted.put(CifarBatch.of(path).orElseThrow(), path));
        return sorted;
    }

    private static List<Path> part(TreeMap<CifarBatch, Path> batches, boolean test) {
        return batches.entrySet().stream().filter(entry -> entry.getKey().isTest() == test).map(Map.Entry::getValue).toList();
    }

    private static Images images(List<Path> files, List<String> classes, Reading reading) throws DatasetException {
        long onDisk = files.stream().mapToLong(Reading::sizeOnDisk).sum();
        CifarRecords records = new CifarRecords(onDisk / CifarRecords.RECORD);
        for (Path file : files) {
            if (!reading.stopped()) {
                read(file, records, reading);
            }
        }
        return records.images(classes.size());
    }

    private static void read(Path file, CifarRecords records, Reading reading) throws DatasetException {
        try (DataStream in = DataStream.open(file, "a CIFAR-10 batch", reading)) {
            CifarBatch batch = CifarBatch.of(file).orElseGet(() -> new CifarBatch(in.name(), 1));
            try {
                records.read(batch, in.name(), in, reading);
            } catch (IOException fault) {
                throw in.broken(fault);
            }
        }
    }
}
