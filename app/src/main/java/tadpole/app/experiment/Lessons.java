package tadpole.app.experiment;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/** Which bundled file belongs to which lesson: lessons.txt beside the files. The first pattern that fits decides. */
final class Lessons {

    /** What no pattern fits. */
    static final String OTHERS = "More";

    private record Pattern(String lesson, PathMatcher fits) {}

    private final List<Pattern> patterns;

    private Lessons(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /** Of lines "lesson: pattern pattern"; empty lines and those that begin with # say nothing. */
    static Lessons of(List<String> lines) {
        List<Pattern> patterns = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (line.isBlank() || line.startsWith("#") || colon < 0) {
                continue;
            }
            for (String glob : line.substring(colon + 1).strip().split("\\s+")) {
                patterns.add(new Pattern(line.substring(0, colon).strip(), FileSystems.getDefault().getPathMatcher("glob:" + glob)));
            }
        }
        return new Lessons(patterns);
    }

    /** None where the folder has no such file. */
    static Lessons in(Path folder) throws IOException {
        Path file = folder.resolve("lessons.txt");
        return of(Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    /** @param file such as mnist-cnn.json */
    String of(String file) {
        return patterns.stream().filter(each -> each.fits().matches(Path.of(file))).findFirst().map(Pattern::lesson).orElse(OTHERS);
    }

    /** From 0, in the order of the lines; others come last. */
    int place(String lesson) {
        return (int) patterns.stream().map(Pattern::lesson).distinct().takeWhile(each -> !each.equals(lesson)).count();
    }
}
