package tadpole.app.pane.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void groupsLargeNumbersWithSpacesThatDoNotBreak() {
        assertThat(Words.count(50_000)).isEqualTo("50\u00A0000");
        assertThat(Words.count(7)).isEqualTo("7");
    }

    @Test
    void saysPluralsOnlyWhereTheyArePlain() {
        assertThat(Words.imagesOf("frog", 5000)).isEqualTo("5\u00A0000 frogs");
        assertThat(Words.imagesOf("frog", 1)).isEqualTo("1 frog");
        assertThat(Words.imagesOf("deer", 12)).isEqualTo("12 deer");
        assertThat(Words.imagesOf("fox", 12)).isEqualTo("12 images of fox");
        assertThat(Words.imagesOf("7", 12)).isEqualTo("12 images of 7");
        assertThat(Words.imagesOf("7", 1)).isEqualTo("1 image of 7");
    }
}
