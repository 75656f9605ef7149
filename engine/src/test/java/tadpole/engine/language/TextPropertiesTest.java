package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPropertiesTest {

    private static String marked(TextProperty property, String text) {
        Tokenizer tokenizer = Tokenizers.count(Level.CHARACTER, text, 1);
        StringBuilder marks = new StringBuilder();
        for (float value : property.values(text, tokenizer.pieces(text))) {
            marks.append((int) value);
        }
        return marks.toString();
    }

    private static TextProperty named(String title) {
        return TextProperties.ALL.stream().filter(property -> property.title().equals(title)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "inside quotes,a \"b\" \u201Cc\u201D \"d||e,001100110011100",
        "inside brackets,a(b[c)]d(|e||f,01111100111100",
        "place in the line,ab|c||,120100",
        "place in the word,ab c,1201",
        "where a word begins,a b|c,01010",
        "an upper-case letter,aB\u0416c,0110",
        "at a sentence's beginning,\" A. B,110110",
        "a digit,a12 b,01100"})
    void areSoWhereTheyAre(String title, String text, String marks) {
        assertThat(marked(named(title), text.replace('|', '\n'))).isEqualTo(marks);
    }

    @Test
    void holdAfterAChosenCharacter() {
        assertThat(marked(TextProperties.after(0x1F438), "a\uD83D\uDC38b\uD83D\uDC38")).isEqualTo("0101");
        assertThat(TextProperties.after('x').title()).isEqualTo("after \"x\"");
        assertThat(TextProperties.after('\n').title()).isEqualTo("after U+000A");
    }

    @Test
    void areThoseBehindAWord() {
        String text = "He said, \"Come in.\" Good";
        Tokenizer tokenizer = Tokenizers.count(Level.WORD, text, 1);
        float[] values = TextProperties.INSIDE_QUOTES.values(text, tokenizer.pieces(text));

        StringBuilder marks = new StringBuilder();
        for (float value : values) {
            marks.append((int) value);
        }
        assertThat(marks.toString()).isEqualTo("0000111100");
    }

    @Test
    void haveTitlesOfTheirOwn() {
        assertThat(TextProperties.ALL.stream().map(TextProperty::title).collect(Collectors.toSet())).hasSameSizeAs(TextProperties.ALL);
    }
}
