package tadpole.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTextsTest {

    private SampleTexts tales;

    @BeforeEach
    void open() throws IOException {
        tales = SampleTexts.tales();
    }

    @Test
    void joinAllTalesInOrder() throws IOException {
        assertThat(tales.files()).isSorted().hasSizeGreaterThan(10);
        assertThat(tales.text()).hasSizeGreaterThan(150_000);
        assertThat(tales.title()).isEqualTo("Tadpole tales");
    }

    @Test
    void sayWhoWroteThem() {
        assertThat(tales.origin()).contains("written for Tadpole").contains("license");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nell", "Oda", "Rusk", "Jory"})
    void bringTheirNamesBack(String name) throws IOException {
        int with = 0;
        for (Path file : tales.files()) {
            with += Files.readString(file).contains(name) ? 1 : 0;
        }

        assertThat(with).isGreaterThanOrEqualTo(5);
    }

    @Test
    void holdListsVerseAndTalk() throws IOException {
        String text = tales.text();

        assertThat(Pattern.compile("^\\d+\\. ", Pattern.MULTILINE).matcher(text).results().count()).isGreaterThan(20);
        assertThat(text.chars().filter(sign -> sign == '"').count()).isGreaterThan(1000);
        assertThat(Arrays.stream(text.split("\n\n")).filter(SampleTextsTest::isVerse).count()).isGreaterThan(10);
        assertThat(text).contains("(").contains(")");
    }

    /** Four short lines or more that are no list. */
    private static boolean isVerse(String paragraph) {
        return paragraph.lines().count() >= 4 && paragraph.lines().allMatch(line -> line.length() < 50 && !line.matches("(\\d+\\.|-) .*"));
    }
}
