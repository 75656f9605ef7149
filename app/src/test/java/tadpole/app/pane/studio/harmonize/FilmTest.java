package tadpole.app.pane.studio.harmonize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.app.pane.studio.TinyStudio;
import tadpole.engine.picture.harmonize.Stage;
import tadpole.engine.picture.studio.Composition;

class FilmTest {

    private static final PackedPicture PICTURE = new PackedPicture(TinyStudio.picture("p", 2, 3, 1));

    private static Frame frame(Stage stage, int iteration, boolean last) {
        return new Frame(Optional.of(stage), iteration, last, PICTURE);
    }

    private static Film film(int iterations) {
        Film film = Film.EMPTY.with(new Frame(Optional.empty(), 0, false, PICTURE));
        for (int i = 1; i <= iterations; i++) {
            film = film.with(frame(Stage.PASS_1, i, i == iterations));
        }
        for (int i = 1; i <= iterations; i++) {
            film = film.with(frame(Stage.PASS_2, i, false));
        }
        return film;
    }

    private static List<String> labels(List<Frame> frames) {
        return frames.stream().map(Frame::label).toList();
    }

    @Test
    void aLongRunKeepsNoMoreThanThereIsRoomForAndTheEndsOfItsStages() {
        Film film = film(500);

        assertThat(film.frames()).hasSizeLessThanOrEqualTo(Film.MOST);
        assertThat(labels(film.frames())).startsWith("composite").contains("pass 1 · 500").endsWith("pass 2 · 500");
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 135, 270, 1500})
    void keepsMomentsEvenlyOverTheWholeRun(int iterations) {
        Film film = film(iterations / 2);
        List<Integer> at = film.numbers();
        int widest = 0;
        for (int i = 1; i < at.size(); i++) {
            widest = Math.max(widest, at.get(i) - at.get(i - 1));
        }
        assertThat(film.frames()).hasSizeLessThanOrEqualTo(Film.MOST);
        assertThat(widest).isEqualTo(film.every());
        assertThat(film.every()).isLessThanOrEqualTo(Math.max(1, iterations / 16));
    }

    @Test
    void aStageThatEndsWithItsPreviewIsOneMoment() {
        Film film = Film.EMPTY.with(frame(Stage.PASS_1, 6, false)).with(frame(Stage.PASS_1, 6, true));
        assertThat(film.frames()).hasSize(1);
        assertThat(film.frames().getFirst().last()).isTrue();
    }

    @Test
    void aNarrowStripShowsTheNewestThenTheBeginningThenTheEndsOfStages() {
        Film film = film(10);

        assertThat(labels(film.strip(1))).containsExactly("pass 2 · 10");
        assertThat(labels(film.strip(2))).containsExactly("composite", "pass 2 · 10");
        assertThat(labels(film.strip(3))).containsExactly("composite", "pass 1 · 10", "pass 2 · 10");
        assertThat(labels(film.strip(5))).containsExactly("composite", "pass 1 · 5", "pass 1 · 10", "pass 2 · 5", "pass 2 · 10");
        assertThat(film.strip(100)).hasSize(21);
        assertThat(Film.EMPTY.strip(4)).isEmpty();
    }

    @Test
    void aPackedPictureGivesBackItsWholeNumbersAndItsPartsAveraged() {
        var picture = TinyStudio.picture("p", 4, 4, 5);
        PackedPicture packed = new PackedPicture(picture);

        assertThat(packed.picture().values().data()).isEqualTo(picture.values().data());
        int red = Math.round(picture.at(0, 2, 2));
        assertThat(packed.part(new Part(2, 2, 1, 1), 1, 1)[0] >> 16 & 0xFF).isEqualTo(red);
        int mean = (int) ((picture.at(1, 0, 0) + picture.at(1, 0, 1) + picture.at(1, 1, 0) + picture.at(1, 1, 1)) / 4);
        assertThat(packed.part(new Part(0, 0, 4, 4), 2, 2)[0] >> 8 & 0xFF).isEqualTo(mean);
    }

    @Test
    void thePartAroundAMaskHasTheWantedFormAndStaysInside() {
        assertThat(Part.around(22, 16, 42, 26, 2, 64, 48)).isEqualTo(new Part(20, 15, 25, 12));
        Part corner = Part.around(0, 0, 30, 30, 2, 64, 48);
        assertThat(corner).isEqualTo(new Part(0, 0, 64, 32));
        assertThat(Part.middle(64, 48, 2)).isEqualTo(new Part(0, 8, 64, 32));
    }

    @Test
    void whatShowsIsWhereObjectAndMaskMeet() {
        Composition layers = TinyStudio.composition().withMask(TinyStudio.box(30, 10, 30, 30));
        Reach reach = Reach.of(layers);
        assertThat(reach).isEqualTo(new Reach(900, 12 * 16, 30, 16, 42, 32));
    }
}
