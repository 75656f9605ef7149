package tadpole.app.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.DatasetException;
import tadpole.engine.dataset.FoundDataset;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.file.FileException;
import tadpole.engine.file.FileHead;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Spec;

/**
 * The bundled experiments, races and other files, each with its lesson and whether its data are there.
 *
 * @param folder  with the files and lessons.txt
 * @param folders where data sets are looked for; the last is the user's own, where one puts what is missing
 */
public record Examples(Path folder, List<Path> folders) {

    /** What people call the published data sets, for where they do not lie there and cannot say it. */
    private static final Map<String, String> TITLES = Map.of(
            "mnist", "MNIST", "cifar10", "CIFAR-10", "tadpole-digits", "Tadpole digits", "tadpole-pond", "Tadpole pond");

    public Examples {
        folders = List.copyOf(folders);
    }

    /**
     * Those of one kind, lesson by lesson, by name within; looks into the folders anew. A file that cannot be read is left out.
     *
     * @param open the data set that is open, wherever it lies
     * @throws IOException where the folder cannot be listed
     */
    public List<Example> all(FileHead.Kind kind, Optional<Dataset> open) throws IOException {
        Map<String, String> there = there();
        open.ifPresent(set -> there.putIfAbsent(set.key(), set.title()));
        Lessons lessons = Lessons.in(folder);
        List<Example> examples = new ArrayList<>();
        for (FileHead head : heads()) {
            if (head.kind() == kind) {
                examples.add(example(head, lessons, there));
            }
        }
        examples.sort(Comparator.comparingInt((Example each) -> lessons.place(each.lesson())).thenComparing(each -> each.head().name()));
        return examples;
    }

    private Example example(FileHead head, Lessons lessons, Map<String, String> there) {
        String lesson = lessons.of(head.path().getFileName().toString());
        if (head.make().isPresent()) {
            return new Example(head, lesson, made(head.make().get()), "");
        }
        if (head.set().isEmpty()) {
            return new Example(head, lesson, "", "");
        }
        String title = there.getOrDefault(head.set(), TITLES.getOrDefault(head.set(), head.set()));
        String lack = there.containsKey(head.set()) ? "" : "Needs %s%s.".formatted(title, folders.isEmpty() ? "" : ": put it into " + folders.getLast());
        return new Example(head, lesson, title, lack);
    }

    private static String made(Spec make) {
        return PointSets.ALL.stream().filter(recipe -> recipe.type().equals(make.type())).findFirst().map(Recipe::label).orElse(make.type());
    }

    private List<FileHead> heads() throws IOException {
        List<FileHead> heads = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                head(file).ifPresent(heads::add);
            }
        }
        return heads;
    }

    private static Optional<FileHead> head(Path file) {
        try {
            return Optional.of(FileHead.read(file));
        } catch (FileException unread) {
            return Optional.empty();
        }
    }

    /** Titles of the data sets that lie there, by key. */
    private Map<String, String> there() {
        Map<String, String> there = new TreeMap<>();
        for (Path each : folders) {
            try {
                if (Files.isDirectory(each)) {
                    new DataFolder(each).datasets().forEach((FoundDataset found) -> there.putIfAbsent(found.key(), found.title()));
                }
            } catch (DatasetException closed) {
                // What cannot be looked into holds nothing to train on; the pane that opens data says why.
                continue;
            }
        }
        return there;
    }
}
