package tadpole.engine.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a data set is called.
 *
 * @param key   in experiment files
 * @param title for people
 */
public record DatasetName(String key, String title) {

    private static final Map<String, String> TITLES = Map.of(
            "mnist", "MNIST", "cifar10", "CIFAR-10", "tadpole-digits", "Tadpole digits", "tadpole-pond", "Tadpole pond");
    private static final Map<String, String> PUBLISHED = Map.of(
            "cifar-10", "cifar10", "cifar-10-batches-bin", "cifar10", "cifar-10-binary", "cifar10");
    private static final List<String> ENDINGS = List.of(".tar.gz", ".tgz", ".tar");

    /** By the first known name among a folder or archive and the folder around it; else by its own name. */
    static DatasetName of(Path folderOrArchive) {
        Path path = folderOrArchive.toAbsolutePath().normalize();
        String own = key(path);
        Path parent = path.getParent();
        return known(own)
                .or(() -> parent == null ? Optional.empty() : known(key(parent)))
                .orElseGet(() -> new DatasetName(bare(path), bare(path)));
    }

    private static Optional<DatasetName> known(String name) {
        String key = PUBLISHED.getOrDefault(name, name);
        return Optional.ofNullable(TITLES.get(key)).map(title -> new DatasetName(key, title));
    }

    private static String key(Path path) {
        String key = bare(path).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return key.isEmpty() ? "data" : key;
    }

    /** A folder's own name, or an archive's without its ending. */
    private static String bare(Path path) {
        String name = FileFault.name(path);
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().filter(lower::endsWith).findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length())).orElse(name);
    }

    /** The data set of that name; one that was not read to its end says so in its title. */
    Dataset dataset(List<String> classes, Split train, Optional<Split> test, Reading reading) {
        return new Dataset(key, reading.stopped() ? title + " (first images)" : title, classes, train, test);
    }
}
