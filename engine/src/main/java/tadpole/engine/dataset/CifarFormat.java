package tadpole.engine.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tadpole.engine.job.JobControl;

/**
 * Color pictures of 3×32×32 as CIFAR-10's "binary version" has them: a folder with data_batch_1.bin and so on, plain or
 * gzip; its tar archive, plain or gzip; or one batch alone, whose images then all count as training images.
 */
public final class CifarFormat implements DatasetFormat {

    @Override
    public String title() {
        return "CIFAR-10 binary";
    }

    @Override
    public String files() {
        return "CIFAR-10's binary version (cifar-10-binary.tar.gz, or its data_batch_1.bin and so on)";
    }

    @Override
    public boolean recognizes(Path path) {
        if (Files.isDirectory(path)) {
            return CifarFolder.hasBatches(path);
        }
        String name = FileFault.name(path).toLowerCase(Locale.ROOT);
        return name.endsWith(".bin") || name.endsWith(".bin.gz") || isArchive(name);
    }

    @Override
    public DatasetName name(Path path) {
        if (Files.isDirectory(path) || isArchive(FileFault.name(path))) {
            return DatasetName.of(path);
        }
        DatasetName whole = DatasetName.of(path.toAbsolutePath().getParent());
        return new DatasetName(whole.key(), whole.title() + ", " + FileFault.name(path));
    }

    @Override
    public Dataset read(Path path, JobControl control) throws DatasetException {
        if (Files.isDirectory(path)) {
            return CifarFolder.readAll(path, name(path), control);
        }
        return isArchive(FileFault.name(path))
                ? CifarArchive.read(path, name(path), control)
                : CifarFolder.readOne(path, name(path), control);
    }

    /** Whether an archive is CIFAR-10's by its name or that of the first thing in it; other archives may lie about. */
    @Override
    public boolean isWholeDataset(Path file) {
        String name = FileFault.name(file);
        return isArchive(name) && (name.startsWith("cifar-10-binary") || CifarArchive.beginsAsPublished(file));
    }

    private static boolean isArchive(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".tar.gz") || name.endsWith(".tgz") || name.endsWith(".tar");
    }
}
