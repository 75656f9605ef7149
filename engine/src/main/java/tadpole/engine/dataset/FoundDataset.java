package tadpole.engine.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tadpole.engine.job.JobControl;

/**
 * A data set on disk that is not read yet.
 *
 * @param key   its name in experiment files
 * @param title its name for people
 * @param path  what its format reads: a folder or a file
 */
public record FoundDataset(String key, String title, Path path, DatasetFormat format) {

    static FoundDataset of(Path path, DatasetFormat format) {
        DatasetName name = format.name(path);
        return new FoundDataset(name.key(), name.title(), path, format);
    }

    /**
     * What lies at a path: a file or folder that a format knows, or a folder that holds exactly one such thing.
     *
     * @throws DatasetException where there is none, or more than one
     */
    public static FoundDataset at(Path path) throws DatasetException {
        if (!Files.exists(path)) {
            throw new DatasetException("%s: there is no such file or folder.".formatted(path));
        }
        Optional<DatasetFormat> format = DatasetFormats.of(path);
        if (format.isPresent()) {
            return of(path, format.get());
        }
        return Files.isDirectory(path) ? onlyOne(path) : refuse(path);
    }

    private static FoundDataset onlyOne(Path folder) throws DatasetException {
        List<FoundDataset> found = new DataFolder(folder).datasets();
        if (found.isEmpty()) {
            throw new DatasetException("%s: no data set in this folder. Accepted are %s.".formatted(folder, DatasetFormats.files()));
        }
        if (found.size() > 1) {
            throw new DatasetException("%s: holds %d data sets, %s. Open one of their folders."
                    .formatted(folder, found.size(), String.join(", ", found.stream().map(FoundDataset::key).toList())));
        }
        return found.getFirst();
    }

    private static FoundDataset refuse(Path file) throws DatasetException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(16);
        } catch (IOException fault) {
            throw FileFault.of(file, fault);
        }
        String what = head.length == 0 ? "is empty" : Signature.of(head).map(words -> "is " + words).orElse("is no data set that this program knows");
        throw new DatasetException("%s: %s. Accepted are %s.".formatted(FileFault.name(file), what, DatasetFormats.files()));
    }

    public Dataset read(JobControl control) throws DatasetException {
        return format.read(path, control);
    }
}
