package tadpole.app.pane.text.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextLayoutTest {

    /** Every character is 10 pixels wide. */
    private final TextLayout layout = new TextLayout(new CharWidths(string -> 10 * string.codePointCount(0, string.length())));

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < layout.lines(); line++) {
            lines.add(layout.text().substring(layout.start(line), layout.end(line, true)));
        }
        return lines;
    }

    @Test
    void breaksBehindSpacesAndAtLineEnds() {
        layout.lay("one two three\nfour\n", 80);

        assertThat(lines()).containsExactly("one two ", "three", "four", "");
    }

    @Test
    void breaksAWordThatIsWiderThanTheRoomButNoCharacter() {
        layout.lay("ab😀😀😀cd", 30);

        assertThat(lines()).containsExactly("ab😀", "😀😀c", "d");
    }

    @Test
    void findsTheCharacterUnderAPointAndTheNearestPlace() {
        layout.lay("one two three", 80);

        assertThat(layout.under(1, 25)).isEqualTo(10);
        assertThat(layout.nearest(1, 26)).isEqualTo(11);
        assertThat(layout.nearest(1, 900)).isEqualTo(13);
        assertThat(layout.line(8)).isEqualTo(1);
        assertThat(layout.x(1, 10)).isEqualTo(20);
    }

    @Test
    void afterAnyChangeLiesAsIfLaidAtOnce() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            int at = random.nextInt(text.length() + 1);
            if (random.nextInt(3) == 0 && at < text.length()) {
                text.delete(at, Math.min(text.length(), at + random.nextInt(9)));
            } else {
                text.insert(at, List.of("a", "word ", "\n", " ", "longer ").get(random.nextInt(5)));
            }
            layout.lay(text.toString(), 120);
            List<String> changed = lines();
            layout.lay("", 60);
            layout.lay(text.toString(), 120);
            assertThat(changed).isEqualTo(lines());
            layout.lay(text.toString(), 120);
        }
    }

    @Test
    void anEmptyTextHasOneLine() {
        layout.lay("", 100);

        assertThat(lines()).containsExactly("");
        assertThat(layout.nearest(0, 50)).isZero();
    }
}
