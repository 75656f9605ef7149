package tadpole.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tadpole.engine.job.Progress;

@Timeout(20)
class GateTest {

    private final List<Progress> reported = new ArrayList<>();
    private final Gate gate = new Gate(reported::add);

    @Test
    void anOpenGateLetsThrough() {
        assertThat(gate.proceed()).isTrue();
        assertThat(gate.proceed()).isTrue();
    }

    @Test
    void aStoppedGateNeverLetsThroughAgain() {
        gate.stop();
        gate.resume();

        assertThat(gate.proceed()).isFalse();
        assertThat(gate.proceed()).isFalse();
    }

    @Test
    void aPausedGateLetsThroughAsManyStepsAsWereGiven() {
        gate.pause();
        gate.step();
        gate.step();

        assertThat(gate.proceed()).isTrue();
        assertThat(gate.proceed()).isTrue();
        gate.stop();
        assertThat(gate.proceed()).isFalse();
    }

    @Test
    void whoWaitsIsWokenByResumeAndByStop() throws Exception {
        gate.pause();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(gate::proceed);
        gate.resume();
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();

        gate.pause();
        CompletableFuture<Boolean> again = CompletableFuture.supplyAsync(gate::proceed);
        gate.stop();
        assertThat(again.get(20, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void withinAStepThatAPersonMakesNothingWaits() {
        gate.pause();
        gate.step();

        assertThat(gate.proceed()).isTrue();
        assertThat(gate.proceedWithin()).isTrue();
        assertThat(gate.proceedWithin()).isTrue();
        gate.stop();
        assertThat(gate.proceedWithin()).isFalse();
    }

    @Test
    void anEvaluationThatWasPausedGoesOnByAStep() throws Exception {
        assertThat(gate.proceed()).isTrue();
        gate.pause();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(gate::proceedWithin);
        gate.step();

        assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anInterruptedThreadIsStopped() {
        gate.pause();
        Thread.currentThread().interrupt();

        assertThat(gate.proceed()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void handsProgressOn() {
        gate.report(new Progress(1, 2, "half"));

        assertThat(reported).containsExactly(new Progress(1, 2, "half"));
    }
}
