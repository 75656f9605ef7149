package tadpole.engine.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tadpole.engine.job.JobControl;
import tadpole.engine.tensor.Shape;

/**
 * Gray pictures of ten classes as MNIST's publisher lays them out: four IDX files, plain or gzip, in one folder. The
 * folder may be given, or any one of the files. Without test files there is no test split.
 */
public final class IdxFormat implements DatasetFormat {

    private static final List<String> CLASSES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    @Override
    public String title() {
        return "IDX (MNIST)";
    }

    @Override
    public String files() {
        return "IDX files as MNIST has them (train-images-idx3-ubyte.gz and its partners)";
    }

    @Override
    public boolean recognizes(Path path) {
        if (!Files.isDirectory(path)) {
            return IdxFiles.isNamed(path);
        }
        if (IdxFiles.isNamed(path)) {
            return false; // Some unpackers make a folder of a file's name: no data set of its own.
        }
        return FolderEntries.orNone(path).stream().anyMatch(IdxFiles::isNamed);
    }

    @Override
    public DatasetName name(Path path) {
        return DatasetName.of(Files.isDirectory(path) ? path : path.toAbsolutePath().getParent());
    }

    @Override
    public Dataset read(Path path, JobControl control) throws DatasetException {
        IdxFiles files = IdxFiles.around(path);
        List<Path> train = pair(files, true);
        List<Path> test = files.hasTest() ? pair(files, false) : List.of();
        List<Path> all = new ArrayList<>(train);
        all.addAll(test);
        Reading reading = new Reading(control, all);

        Images trainImages = images(train, reading);
        Optional<Split> testImages = test.isEmpty() || reading.stopped()
                ? Optional.empty()
                : Optional.of(sameShape(images(test, reading), trainImages, test, train));
        return name(path).dataset(CLASSES, trainImages, testImages, reading);
    }

    private static List<Path> pair(IdxFiles files, boolean train) throws DatasetException {
        return List.of(files.get(train, IdxKind.IMAGES), files.get(train, IdxKind.LABELS));
    }

    private static Images images(List<Path> pair, Reading reading) throws DatasetException {
        IdxFile labels = IdxFile.read(pair.getLast(), IdxKind.LABELS, reading);
        refuseBadLabels(labels);
        IdxFile images = IdxFile.read(pair.getFirst(), IdxKind.IMAGES, reading);
        if (reading.stopped()) {
            return firstOf(images, labels);
        }
        if (images.count() != labels.count()) {
            throw new DatasetException("%s: %d labels, but %s holds %d images. Download the pair again."
                    .formatted(labels.name(), labels.count(), images.name(), images.count()));
        }
        return new Images(Shape.of(1, images.height(), images.width()), images.bytes(), labels.bytes());
    }

    private static void refuseBadLabels(IdxFile labels) throws DatasetException {
        for (int i = 0; i < labels.count(); i++) {
            int label = labels.bytes()[i] & 0xFF;
            if (label >= CLASSES.size()) {
                throw new DatasetException("%s: label %d at byte %d (image %d, counted from 0), but labels are 0 to %d. Download it again."
                        .formatted(labels.name(), label, IdxKind.LABELS.headerSize() + i, i, CLASSES.size() - 1));
            }
        }
    }

    /** As many as came of both before the stop. */
    private static Images firstOf(IdxFile images, IdxFile labels) {
        int count = Math.min(images.count(), labels.count());
        Shape shape = Shape.of(1, images.height(), images.width());
        return new Images(shape, Arrays.copyOf(images.bytes(), count * shape.size()),
                Arrays.copyOf(labels.bytes(), count));
    }

    private static Images sameShape(Images test, Images train, List<Path> testPair, List<Path> trainPair) throws DatasetException {
        if (!test.shape().equals(train.shape())) {
            throw new DatasetException("%s: images of %d×%d, but %s holds images of %d×%d. Put files of one data set into one folder."
                    .formatted(FileFault.name(testPair.getFirst()), test.height(), test.width(),
                            FileFault.name(trainPair.getFirst()), train.height(), train.width()));
        }
        return test;
    }
}
