package tadpole.engine.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder with data sets as their publishers ship them: files of one in itself, folders with files (mnist/*.gz,
 * cifar10/*.bin), folders one deeper (cifar10/cifar-10-batches-bin/), or archives in one of these.
 */
public record DataFolder(Path path) {

    private static final int DEPTH = 2;

    /** Those found by names and first bytes, sorted by key; where one lies there twice, unpacked comes before packed. */
    public List<FoundDataset> datasets() throws DatasetException {
        Map<String, FoundDataset> byKey = new LinkedHashMap<>();
        gather(path, FolderEntries.of(path), DEPTH, byKey);
        return byKey.values().stream().sorted(Comparator.comparing(FoundDataset::key)).toList();
    }

    /**
     * The data set of that key in the first folder that holds it.
     *
     * @param folders looked through in this order; one that does not exist holds nothing
     * @throws DatasetException with the keys there are
     */
    public static FoundDataset find(String key, List<Path> folders) throws DatasetException {
        List<String> keys = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.exists(folder)) {
                continue;
            }
            for (FoundDataset found : new DataFolder(folder).datasets()) {
                if (found.key().equals(key)) {
                    return found;
                }
                keys.add(found.key());
            }
        }
        throw new DatasetException("There is no data set \"%s\" in %s; there %s."
                .formatted(key, places(folders), keys.isEmpty() ? "is none at all" : "are " + String.join(", ", keys.stream().distinct().sorted().toList())));
    }

    private static String places(List<Path> folders) {
        return String.join(", ", folders.stream()
                .map(folder -> Files.exists(folder) ? folder.toString() : folder + " (which does not exist)")
                .toList());
    }

    private static void gather(Path folder, List<Path> entries, int depth, Map<String, FoundDataset> byKey) {
        for (DatasetFormat format : DatasetFormats.ALL) {
            if (format.recognizes(folder)) {
                put(FoundDataset.of(folder, format), byKey);
            }
        }
        if (depth > 0) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry)) {
                    gather(entry, FolderEntries.orNone(entry), depth - 1, byKey);
                }
            }
        }
        for (Path entry : entries) {
            for (DatasetFormat format : Files.isDirectory(entry) ? List.<DatasetFormat>of() : DatasetFormats.ALL) {
                if (format.isWholeDataset(entry)) {
                    put(FoundDataset.of(entry, format), byKey);
                }
            }
        }
    }

    private static void put(FoundDataset found, Map<String, FoundDataset> byKey) {
        byKey.putIfAbsent(found.key(), found);
    }
}
