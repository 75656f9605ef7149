package tadpole.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tadpole.app.job.Jobs;
import tadpole.app.job.RunningJob;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;

class FarewellTest {

    private final Jobs jobs = new Jobs(Runnable::run);

    @Test
    void nothingIsLostWhereNothingGoesOnAndAllIsSaved() {
        assertThat(Farewell.losses(List.of(), Stream.empty())).isEmpty();
    }

    @Test
    void whatIsNotSavedIsSaid() {
        assertThat(Farewell.losses(List.of(), Stream.of("Frog in oil has changes that are not saved.")))
                .contains("Frog in oil has changes that are not saved.");
    }

    @Test
    void aJobThatHasAnEndIsALossAndOneWithoutIsNone() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        RunningJob<Integer> ending = started(10, release);
        RunningJob<Integer> endless = started(0, release);

        assertThat(Farewell.losses(List.of(ending), Stream.empty())).contains("Counting to 10 goes on.");
        assertThat(Farewell.losses(List.of(endless), Stream.empty())).isEmpty();
        release.countDown();
    }

    private RunningJob<Integer> started(int total, CountDownLatch release) throws InterruptedException {
        CountDownLatch reported = new CountDownLatch(1);
        RunningJob<Integer> running = jobs.start(new Counting(total, reported, release), _ -> {});
        reported.await();
        return running;
    }

    private record Counting(int total, CountDownLatch reported, CountDownLatch release) implements Job<Integer> {

        @Override
        public String name() {
            return "Counting to " + total;
        }

        @Override
        public JobOutcome<Integer> run(JobControl control) {
            control.report(new Progress(1, total, "one"));
            reported.countDown();
            try {
                release.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return new JobOutcome.Finished<>(1);
        }
    }
}
