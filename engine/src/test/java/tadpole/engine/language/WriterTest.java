package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.Settings;

class WriterTest {

    private static final Settings WILD = TinyReadings.sampling(Map.of("temperature", 1.0, "seed", 3));

    private final TinyReadings tiny = new TinyReadings();
    private final List<Written> heard = new ArrayList<>();

    private Reading start(String prompt, Optional<Settings> cache) {
        Reading reading = tiny.empty(cache);
        prompt.chars().forEach(letter -> reading.write(TinyReadings.LETTERS.id(Character.toString(letter)).orElseThrow()));
        return reading;
    }

    private String write(Reading from, long length, Supplier<Settings> sampling) {
        heard.clear();
        JobOutcome<Reading> outcome = new Writer(from, length, sampling, heard::addAll).run(JobControl.UNWATCHED);
        assertThat(outcome).isEqualTo(new JobOutcome.Finished<>(from));
        return from.text();
    }

    @Test
    void sameSeedAndSettingsWriteTheSame() {
        String text = write(start("ab", Optional.empty()), 80, () -> WILD);

        assertThat(text).hasSize(82).startsWith("ab");
        assertThat(write(start("ab", Optional.empty()), 80, () -> WILD)).isEqualTo(text);
        assertThat(write(start("ab", Optional.empty()), 80, () -> TinyReadings.sampling(Map.of("temperature", 1.0, "seed", 4)))).isNotEqualTo(text);
    }

    @Test
    void tellsEveryTokenWithItsSurprise() {
        Reading reading = start("ab", Optional.of(TinyReadings.cache(1, 0.2, 9, "first")));

        String text = write(reading, 50, () -> WILD);

        assertThat(heard.stream().map(Written::letters).collect(Collectors.joining())).isEqualTo(text.substring(2));
        Reading read = TinyReadings.read(tiny.empty(Optional.of(TinyReadings.cache(1, 0.2, 9, "first"))), text);
        TinyReadings.assertSame(read.read(), reading.read());
        assertThat(heard.get(7).piece()).isEqualTo(read.read().pieces().get(9));
        assertThat((float) heard.get(7).surprise()).isEqualTo((float) read.read().surprise()[9]);
        assertThat((float) heard.get(7).cached()).isEqualTo((float) read.read().cached()[9]);
        assertThat((float) heard.get(7).share()).isEqualTo((float) read.read().share()[9]);
    }

    @Test
    void temperatureActsWhileItWrites() {
        int[] asked = {0};
        Settings greedy = TinyReadings.sampling(Map.of("pick", "greedy", "seed", 3));
        Supplier<Settings> turned = () -> asked[0]++ < 31 ? WILD : greedy;

        String text = write(start("a", Optional.empty()), 60, turned);

        String wild = write(start("a", Optional.empty()), 30, () -> WILD);
        assertThat(text).startsWith(wild);
        assertThat(write(start(wild, Optional.empty()), 30, () -> greedy)).isEqualTo(text);
    }

    @Test
    void goesOnBehindAReplacedLetterAsIfItHadStoodThere() {
        Optional<Settings> cache = Optional.of(TinyReadings.cache(1, 0.2, 9, "first"));
        Reading reading = start("ab", cache);
        String text = write(reading, 60, () -> WILD);

        Reading other = reading.upTo(40);
        other.write(TinyReadings.LETTERS.id("f").orElseThrow());
        String changed = write(other, 30, () -> WILD);

        assertThat(reading.text()).isEqualTo(text);
        assertThat(changed).startsWith(text.substring(0, 40) + "f");
        assertThat(write(start(text.substring(0, 40) + "f", cache), 30, () -> WILD)).isEqualTo(changed);
    }

    @Test
    void anEmptyTextBeginsWithATokenWithoutLetters() {
        Reading reading = tiny.empty(Optional.empty());

        String text = write(reading, 12, () -> WILD);

        assertThat(text).hasSize(12);
        assertThat(reading.size()).isEqualTo(13);
        assertThat(reading.read().pieces().getFirst()).isEqualTo(new Piece(0, 0, 0));
        assertThat(write(start("\n", Optional.empty()), 12, () -> WILD)).isEqualTo("\n" + text);
    }

    @Test
    void writesUntilStopped() {
        int[] steps = {0};
        JobControl stopping = new JobControl() {
            @Override
            public boolean proceed() {
                return steps[0]++ < 500;
            }

            @Override
            public void report(Progress progress) {}
        };
        Reading reading = start("a", Optional.empty());

        JobOutcome<Reading> outcome = new Writer(reading, 0, () -> WILD, heard::addAll).run(stopping);

        assertThat(outcome).isEqualTo(new JobOutcome.Stopped<>(reading));
        assertThat(reading.text()).hasSize(501);
        assertThat(heard).hasSize(500);
    }

    @Test
    void sideBySideIsWhatEachWritesAlone() {
        Settings careful = TinyReadings.sampling(Map.of("temperature", 0.3, "seed", 3));
        Reading from = start("abc", Optional.empty());
        List<StringBuilder> texts = List.of(new StringBuilder(), new StringBuilder());

        JobOutcome<List<Reading>> outcome = new SideBySide(from, List.of(WILD, careful), 40,
                (way, batch) -> batch.forEach(each -> texts.get(way).append(each.letters()))).run(JobControl.UNWATCHED);

        assertThat(from.text()).isEqualTo("abc");
        assertThat(outcome).isInstanceOf(JobOutcome.Finished.class);
        assertThat("abc" + texts.get(0)).isEqualTo(write(start("abc", Optional.empty()), 40, () -> WILD));
        assertThat("abc" + texts.get(1)).isEqualTo(write(start("abc", Optional.empty()), 40, () -> careful));
    }
}
