package tadpole.engine.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The IDX files of one folder, by the names that MNIST's publisher and those who copied it use.
 *
 * @param folder that holds them
 * @param files  all that have such a name, those first that are taken first
 */
record IdxFiles(Path folder, List<Path> files) {

    private static final Pattern NAME =
            Pattern.compile("(train|t10k|test)[-_.](images|labels)[-_.]idx[13][-_.]ubyte(\\.gz)?", Pattern.CASE_INSENSITIVE);

    static boolean isNamed(Path file) {
        return NAME.matcher(FileFault.name(file)).matches();
    }

    /** The chosen file and those beside it, or those of a chosen folder. A chosen file is taken before its likes. */
    static IdxFiles around(Path chosen) throws DatasetException {
        Path file = chosen.toAbsolutePath();
        Path folder = Files.isDirectory(file) ? file : file.getParent();
        // Some unpackers make a folder of a file's name; files come first.
        Comparator<Path> order = Comparator.<Path, Boolean>comparing(path -> !path.equals(file))
                .thenComparing(path -> Files.isDirectory(path))
                .thenComparing(path -> FileFault.name(path).length());
        return new IdxFiles(folder, FolderEntries.of(folder).stream().filter(IdxFiles::isNamed).sorted(order).toList());
    }

    boolean hasTest() {
        return find(false, IdxKind.IMAGES).isPresent() || find(false, IdxKind.LABELS).isPresent();
    }

    /** The file of that part and kind, or a sentence that says which one is missing. */
    Path get(boolean train, IdxKind kind) throws DatasetException {
        Optional<Path> found = find(train, kind);
        if (found.isPresent()) {
            return found.get();
        }
        String name = "%s-%ss-idx%d-ubyte".formatted(train ? "train" : "t10k", kind.word(), kind.rank());
        throw new DatasetException("%s: %s or %s.gz is missing beside %s. Put the files into one folder."
                .formatted(folder, name, name, files.isEmpty() ? "the others" : FileFault.name(files.getFirst())));
    }

    private Optional<Path> find(boolean train, IdxKind kind) {
        return files.stream().filter(file -> {
            Matcher matcher = NAME.matcher(FileFault.name(file));
            return matcher.matches()
                    && matcher.group(1).equalsIgnoreCase("train") == train
                    && matcher.group(2).equalsIgnoreCase(kind.word() + "s");
        }).findFirst();
    }
}
