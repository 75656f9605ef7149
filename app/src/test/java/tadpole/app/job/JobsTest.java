package tadpole.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;

class JobsTest {

    private final UiQueue ui = new UiQueue();
    private final Jobs jobs = new Jobs(ui);
    private final List<JobOutcome<Long>> outcomes = new ArrayList<>();
    private final AtomicLong steps = new AtomicLong();

    /** Counts up to a total, telling every step. */
    private record Counting(long total, AtomicLong steps) implements Job<Long> {

        @Override
        public String name() {
            return "Counting to " + total;
        }

        @Override
        public JobOutcome<Long> run(JobControl control) {
            while (steps.get() < total) {
                if (!control.proceed()) {
                    return new JobOutcome.Stopped<>(steps.get());
                }
                steps.incrementAndGet();
                control.report(new Progress(steps.get(), total, "step " + steps));
            }
            return new JobOutcome.Finished<>(total);
        }
    }

    /** Fails as it is told. */
    private record Failing(Error mistake) implements Job<Long> {

        @Override
        public String name() {
            return "Failing";
        }

        @Override
        public JobOutcome<Long> run(JobControl control) {
            throw mistake;
        }
    }

    @AfterEach
    void leaveNoThread() {
        assertThat(jobs.shutDown(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void aFinishedJobGivesItsOutcomeAndLeavesTheList() {
        RunningJob<Long> job = jobs.start(new Counting(5, steps), outcomes::add);
        assertThat(jobs.running()).hasSize(1);

        ui.runUntil(() -> !outcomes.isEmpty());

        assertThat(outcomes).containsExactly(new JobOutcome.Finished<>(5L));
        assertThat(job.state()).isEqualTo(RunningJob.State.FINISHED);
        assertThat(job.progressProperty().get()).isEqualTo(new Progress(5, 5, "step 5"));
        assertThat(jobs.running()).isEmpty();
    }

    @Test
    void aStoppedJobGivesWhatItHas() {
        RunningJob<Long> job = jobs.start(new Counting(Long.MAX_VALUE, steps), outcomes::add);
        ui.runUntil(() -> job.progressProperty().get().done() > 0);

        job.stop();
        ui.runUntil(() -> !outcomes.isEmpty());

        assertThat(outcomes.getFirst()).isInstanceOf(JobOutcome.Stopped.class);
        assertThat(job.state()).isEqualTo(RunningJob.State.STOPPED);
    }

    @Test
    void aMistakeBecomesASentence() {
        RunningJob<Long> job = jobs.start(new Failing(new AssertionError("no such layer")), outcomes::add);
        ui.runUntil(() -> !outcomes.isEmpty());

        assertThat(job.state()).isEqualTo(RunningJob.State.FAILED);
        assertThat(((JobOutcome.Failed<Long>) outcomes.getFirst()).message())
                .isEqualTo("Something in the program went wrong: java.lang.AssertionError: no such layer");
    }

    @Test
    void tooLittleMemorySaysWhatToDo() {
        jobs.start(new Failing(new OutOfMemoryError()), outcomes::add);
        ui.runUntil(() -> !outcomes.isEmpty());

        assertThat(((JobOutcome.Failed<Long>) outcomes.getFirst()).message())
                .isEqualTo("There is not enough memory for it. Close other work or choose something smaller.");
    }

    @Nested
    class WhenPaused {

        private final RunningJob<Long> job = jobs.startPaused(new Counting(3, steps), outcomes::add);

        @Test
        void itHasMadeNoStep() {
            assertThat(job.state()).isEqualTo(RunningJob.State.PAUSED);
            assertThat(job.remainingText()).isEqualTo("paused");
            assertThat(steps).hasValue(0);
        }

        @Test
        void aStepMakesExactlyOne() {
            job.step();
            ui.runUntil(() -> job.progressProperty().get().done() == 1);
            assertThat(job.state()).isEqualTo(RunningJob.State.PAUSED);

            job.step();
            ui.runUntil(() -> job.progressProperty().get().done() == 2);
            assertThat(steps).hasValue(2);
        }

        @Test
        void resumingGoesOnToTheEnd() {
            job.resume();
            assertThat(job.state()).isEqualTo(RunningJob.State.RUNNING);

            ui.runUntil(() -> !outcomes.isEmpty());
            assertThat(outcomes).containsExactly(new JobOutcome.Finished<>(3L));
        }

        @Test
        void stoppingEndsItAtOnce() {
            job.stop();
            ui.runUntil(() -> !outcomes.isEmpty());

            assertThat(outcomes).containsExactly(new JobOutcome.Stopped<>(0L));
        }
    }

    @Test
    void aStepPausesARunningJob() {
        RunningJob<Long> job = jobs.start(new Counting(Long.MAX_VALUE, steps), outcomes::add);

        job.step();

        assertThat(job.state()).isEqualTo(RunningJob.State.PAUSED);
    }

    @Test
    void severalRunAtOnceInTheOrderOfTheirStart() {
        RunningJob<Long> first = jobs.startPaused(new Counting(1, steps), outcomes::add);
        RunningJob<Long> second = jobs.startPaused(new Counting(1, new AtomicLong()), outcomes::add);

        assertThat(List.<Object>copyOf(jobs.running())).containsExactly(first, second);
    }

    @Test
    void shuttingDownEndsPausedAndRunningOnes() {
        jobs.startPaused(new Counting(Long.MAX_VALUE, steps), outcomes::add);
        jobs.start(new Counting(Long.MAX_VALUE, new AtomicLong()), outcomes::add);

        assertThat(jobs.shutDown(Duration.ofSeconds(20))).isTrue();
        ui.runUntil(() -> outcomes.size() == 2);
        assertThat(outcomes).allMatch(JobOutcome.Stopped.class::isInstance);
    }
}
