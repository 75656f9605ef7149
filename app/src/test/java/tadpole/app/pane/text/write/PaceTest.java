package tadpole.app.pane.text.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tadpole.engine.language.Piece;
import tadpole.engine.language.Written;

class PaceTest {

    private static List<Written> tokens(String... letters) {
        return Stream.of(letters).map(each -> new Written(new Piece(1, 0, 1), each, 1, 1, 0)).toList();
    }

    @Test
    void marksAreNoWords() {
        Pace pace = new Pace(true);
        pace.add(tokens(" the", " heron", ",", " \"", " who", ".", "\n"));

        assertThat(pace.words()).isEqualTo("Wrote 3 words");
    }

    @Test
    void charactersAreCodePoints() {
        Pace pace = new Pace(false);
        pace.add(tokens("a", "😀", " "));

        assertThat(pace.words()).isEqualTo("Wrote 3 characters");
    }
}
