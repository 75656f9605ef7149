package tadpole.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TalesTest {

    @Test
    void areLongEnoughToLearnFrom() throws IOException {
        assertThat(files().mapToLong(file -> text(file).length()).sum()).isGreaterThan(150_000);
        assertThat(tales().count()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void noneStandsThereTwice() throws IOException {
        List<String> paragraphs = tales().flatMap(tale -> Stream.of(tale.split("\n\n"))).filter(paragraph -> paragraph.length() > 60).toList();

        assertThat(paragraphs).doesNotHaveDuplicates();
        assertThat(tales().map(tale -> tale.lines().findFirst().orElseThrow())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("files")
    void haveOneLayout(Path file) {
        String text = text(file);

        assertThat(text).matches("[\\x20-\\x7e\\n]+").doesNotContain("\n\n\n").endsWith("\n\n");
        assertThat(isTitle(text.lines().findFirst().orElseThrow())).isTrue();
        assertThat(text.lines()).allSatisfy(line -> {
            assertThat(line).hasSizeLessThanOrEqualTo(78).isEqualTo(line.stripTrailing());
            assertThat(line.stripLeading()).doesNotContain("  ");
        });
    }

    @ParameterizedTest
    @MethodSource("tales")
    void closeWhatTheyOpen(String tale) {
        for (String paragraph : tale.split("\n\n")) {
            assertThat(count(paragraph, '"')).as(paragraph).isEven();
            assertThat(count(paragraph, '(')).as(paragraph).isEqualTo(count(paragraph, ')'));
            assertThat(count(paragraph, '[')).as(paragraph).isEqualTo(count(paragraph, ']'));
        }
    }

    private static int count(String text, char sign) {
        return (int) text.chars().filter(each -> each == sign).count();
    }

    static Stream<String> tales() throws IOException {
        List<StringBuilder> tales = new ArrayList<>();
        files().flatMap(file -> text(file).lines()).forEach(line -> {
            if (isTitle(line)) {
                tales.add(new StringBuilder());
            }
            tales.getLast().append(line).append('\n');
        });
        return tales.stream().map(StringBuilder::toString);
    }

    private static boolean isTitle(String line) {
        return line.matches("[A-Z' ]{5,}");
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(SampleData.texts().resolve("tales"))) {
            return found.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read.", e);
        }
    }
}
