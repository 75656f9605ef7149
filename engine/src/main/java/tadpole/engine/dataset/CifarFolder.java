package tadpole.engine.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tadpole.engine.job.JobControl;

/** Reads CIFAR-10 from batch files that lie in a folder, or from one of them alone. */
final class CifarFolder {

    private static final String EXPECTED = "a CIFAR-10 batch";

    private CifarFolder() {}

    static boolean hasBatches(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(entry -> CifarBatch.of(entry).isPresent());
        } catch (IOException unreadable) {
            return false;
        }
    }

    static Dataset readAll(Path folder, DatasetName name, JobControl control) throws DatasetException {
        Map<CifarBatch, Path> batches = batches(folder);
        Reading reading = new Reading(control, List.copyOf(batches.values()));
        List<String> classes = classes(folder);
        List<Path> train = new ArrayList<>();
        List<Path> test = new ArrayList<>();
        batches.forEach((batch, path) -> (batch.isTest() ? test : train).add(path));
        if (train.isEmpty()) {
            throw new DatasetException("%s: data_batch_1.bin is missing beside test_batch.bin. Put the files into one folder.".formatted(folder));
        }
        Images trainImages = images(train, classes, reading);
        Optional<Split> testImages = test.isEmpty() || reading.stopped()
                ? Optional.empty()
                : Optional.of(images(test, classes, reading));
        return name.dataset(classes, trainImages, testImages, reading);
    }

    /** That file alone as training images. */
    static Dataset readOne(Path file, DatasetName name, JobControl control) throws DatasetException {
        List<String> classes = classes(file.toAbsolutePath().getParent());
        Reading reading = new Reading(control, List.of(file));
        Images images = images(List.of(file), classes, reading);
        return name.dataset(classes, images, Optional.empty(), reading);
    }

    /** Each batch once, a plain file before a packed one, in the order of the numbers. */
    private static Map<CifarBatch, Path> batches(Path folder) throws DatasetException {
        Map<Integer, Path> byNumber = new LinkedHashMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> CifarBatch.of(entry).isPresent())
                    .sorted(Comparator.<Path, Boolean>comparing(path -> Files.isDirectory(path))
                            .thenComparing(path -> FileFault.name(path).length())
                            .thenComparing(FileFault::name))
                    .forEach(path -> byNumber.putIfAbsent(CifarBatch.of(path).orElseThrow().number(), path));
        } catch (IOException fault) {
            throw FileFault.of(folder, fault);
        }
        Map<CifarBatch, Path> sorted = new TreeMap<>(CifarBatch.ORDER);
        byNumber.values().forEach(path -> sorted.put(CifarBatch.of(path).orElseThrow(), path));
        return sorted;
    }

    private static List<String> classes(Path folder) throws DatasetException {
        Path file = folder.resolve(CifarClasses.FILE);
        if (!Files.exists(file)) {
            return CifarClasses.KNOWN;
        }
        Reading unwatched = new Reading(JobControl.UNWATCHED, List.of(file));
        try (DataStream in = DataStream.open(file, "a text file with names of classes", unwatched)) {
            try {
                return CifarClasses.read(in, in.name());
            } catch (IOException fault) {
                throw in.broken(fault);
            }
        }
    }

    private static Images images(List<Path> files, List<String> classes, Reading reading) throws DatasetException {
        long onDisk = files.stream().mapToLong(Reading::sizeOnDisk).sum();
        CifarRecords records = new CifarRecords(onDisk / CifarRecords.RECORD);
        for (Path file : files) {
            if (reading.stopped()) {
                break;
            }
            try (DataStream in = DataStream.open(file, EXPECTED, reading)) {
                try {
                    CifarBatch batch = CifarBatch.of(file).orElseGet(() -> new CifarBatch(in.name(), 1));
                    records.read(batch, in.name(), in, reading);
                } catch (IOException fault) {
                    throw in.broken(fault);
                }
            }
        }
        return records.images(classes.size());
    }
}
