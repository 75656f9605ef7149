package tadpole.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubtitleTest {

    private static final String WORDS = "MNIST \u00B7 784\u2013100\u201310 \u00B7 79 510 parameters";

    private static String fitting(double room) {
        return Subtitle.fitting(WORDS, room, String::length);
    }

    @Test
    void isWholeWhereThereIsRoom() {
        assertThat(fitting(WORDS.length())).isEqualTo(WORDS);
    }

    @Test
    void losesWholePartsFromTheEnd() {
        assertThat(fitting(WORDS.length() - 1)).isEqualTo("MNIST \u00B7 784\u2013100\u201310");
        assertThat(fitting(8)).isEqualTo("MNIST");
    }

    @Test
    void keepsTheFirstPartEvenWhereItIsTooLong() {
        assertThat(fitting(0)).isEqualTo("MNIST");
    }
}
