package tadpole.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tadpole.engine.training.TrainingEvent.Stepped;

class ScaleTest {

    private final RunCurves run = new RunCurves(new RunFrame("run", "cross-entropy, nats", "test", 10, 1000));

    @Test
    void theFirstWildLossesDoNotSquashTheCurve() {
        for (int step = 1; step <= 4000; step++) {
            run.accept(new Stepped(step, step / 1000.0, step < 10 ? 40 : 0.3 + 0.1 * Math.sin(step), 9, 10, 0.1));
        }

        assertThat(Scale.ofLoss(run.now(), 7).to()).isLessThan(1.0);
    }

    @Test
    void aLossThatGrowsInTheEndIsShown() {
        for (int step = 1; step <= 4000; step++) {
            run.accept(new Stepped(step, step / 1000.0, step < 3900 ? 0.5 : step - 3899, 1, 10, 0.1));
        }

        assertThat(Scale.ofLoss(run.now(), 7).to()).isGreaterThan(40);
    }

    @Test
    void aLossThatHardlyMovesFillsTheAxis() {
        for (int step = 1; step <= 4000; step++) {
            run.accept(new Stepped(step, step / 1000.0, 2.3 - step / 40_000.0, 1, 10, 0.1));
        }

        Scale scale = Scale.ofLoss(run.now(), 7);
        assertThat(scale.from()).isBetween(2.0, 2.2);
        assertThat(scale.to()).isBetween(2.3, 2.4);
    }

    @Test
    void ticksAreRoundNumbers() {
        assertThat(Scale.covering(0, 1.13, 7)).isEqualTo(new Scale(0, 1.2000000000000002, 0.2));
        assertThat(Scale.ofEpochs(10, 13, 0).tick()).isEqualTo(1);
        assertThat(Scale.ofEpochs(200, 13, 0).tick()).isEqualTo(20);
        assertThat(Scale.ofEpochs(0.2, 10, 0).tick()).isEqualTo(0.02, within(1e-12));
    }

    @Test
    void anEmptyRunHasAxesToo() {
        assertThat(Scale.ofLoss(run.now(), 7).to()).isGreaterThan(2);
        assertThat(Scale.ofAccuracy(run.now(), 5)).isEqualTo(new Scale(0, 1, 0.2));
    }
}
