package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.language.BeamSearch.Beam;

class BeamSearchTest {

    private final TinyReadings tiny = new TinyReadings();
    private final Reading start = TinyReadings.read(tiny.empty(Optional.empty()), "abc");

    private static List<Beam> search(Reading from, int width, int length) {
        return ((JobOutcome.Finished<List<Beam>>) new BeamSearch(from, width, length).run(JobControl.UNWATCHED)).result();
    }

    /** ln p of every way to go on, by reading each on its own. */
    private List<Beam> all(int length) {
        List<Beam> ways = new ArrayList<>();
        int letters = TinyReadings.LETTERS.size();
        for (int number = 0; number < Math.pow(letters, length); number++) {
            Reading reading = start.upTo(3);
            List<Integer> ids = new ArrayList<>();
            double bits = 0;
            for (int place = 0, left = number; place < length; place++, left /= letters) {
                ids.add(left % letters);
                bits += reading.write(left % letters).surprise();
            }
            ways.add(new Beam(ids, reading.text().substring(3), -bits * Math.log(2)));
        }
        ways.sort(Comparator.comparingDouble(way -> -way.logProbability()));
        return ways;
    }

    @Test
    void widthOfAllIsTheExhaustiveSearch() {
        List<Beam> wanted = all(3);

        List<Beam> found = search(start, 512, 3);

        assertThat(found).hasSize(512);
        for (int place = 0; place < 512; place++) {
            assertThat(found.get(place).logProbability()).isCloseTo(wanted.get(place).logProbability(), within(1e-6));
        }
        assertThat(found.getFirst().ids()).isEqualTo(wanted.getFirst().ids());
        assertThat(found.getFirst().letters()).isEqualTo(wanted.getFirst().letters());
        assertThat(found.stream().mapToDouble(beam -> Math.exp(beam.logProbability())).sum()).isCloseTo(1, within(1e-6));
    }

    @Test
    void everyBeamHasTheProbabilityThatReadingItGives() {
        List<Beam> all = all(4);

        for (Beam beam : search(start, 5, 4)) {
            Beam same = all.stream().filter(way -> way.ids().equals(beam.ids())).findAny().orElseThrow();
            assertThat(beam.logProbability()).isCloseTo(same.logProbability(), within(1e-5));
            assertThat(beam.letters()).isEqualTo(same.letters());
        }
    }

    @Test
    void widthOneIsGreedy() {
        Reading greedy = start.upTo(3);
        new Writer(greedy, 20, () -> TinyReadings.sampling(Map.of("pick", "greedy")), _ -> { }).run(JobControl.UNWATCHED);

        List<Beam> found = search(start, 1, 20);

        assertThat("abc" + found.getFirst().letters()).isEqualTo(greedy.text());
        assertThat(start.text()).isEqualTo("abc");
    }

    @Test
    void beginsAnEmptyText() {
        assertThat(search(tiny.empty(Optional.empty()), 3, 5)).hasSize(3).allMatch(beam -> beam.letters().length() == 5);
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> new BeamSearch(start, 0, 5)).hasMessage("Beam search takes a width and a length of at least 1, but they are 0 and 5.");
    }
}
