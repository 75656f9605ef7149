package tadpole.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tadpole.engine.job.Progress;

class RemainingTest {

    private final AtomicLong now = new AtomicLong();
    private final Remaining remaining = new Remaining(now::get);

    private void pass(double seconds) {
        now.addAndGet((long) (seconds * 1e9));
    }

    @Test
    void countsOnAtTheSpeedSoFar() {
        pass(10);
        remaining.reached(new Progress(25, 100, ""));

        assertThat(remaining.text(new Progress(25, 100, ""))).isEqualTo("0:30 left");
    }

    @Test
    void whatCameBeforeTheTotalWasKnownDoesNotCount() {
        pass(100);
        remaining.reached(new Progress(0, 0, ""));
        pass(100);
        remaining.reached(new Progress(20, 100, ""));
        assertThat(remaining.text(new Progress(20, 100, ""))).isEmpty();
        pass(10);
        remaining.reached(new Progress(40, 100, ""));
        assertThat(remaining.text(new Progress(40, 100, ""))).isEqualTo("0:30 left");
    }

    @Test
    void leavesPausesOut() {
        pass(10);
        remaining.reached(new Progress(25, 100, ""));
        remaining.pause();
        pass(1000);
        remaining.resume();

        assertThat(remaining.text(new Progress(25, 100, ""))).isEqualTo("0:30 left");
    }

    @Test
    void saysNothingBeforeItCanKnow() {
        assertThat(remaining.text(Progress.NONE)).isEmpty();

        remaining.reached(new Progress(1, 100, ""));
        assertThat(remaining.text(new Progress(1, 100, ""))).isEmpty();

        pass(10);
        assertThat(remaining.text(new Progress(1, 0, ""))).isEmpty();
    }

    @Test
    void writesTimesAsPeopleReadThem() {
        assertThat(TimeText.of(0)).isEqualTo("0:00");
        assertThat(TimeText.of(7.4)).isEqualTo("0:07");
        assertThat(TimeText.of(72)).isEqualTo("1:12");
        assertThat(TimeText.of(3599.6)).isEqualTo("1:00:00");
        assertThat(TimeText.of(7540)).isEqualTo("2:05:40");
    }
}
