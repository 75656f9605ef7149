package tadpole.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.TrainingEvent.EpochEnded;
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
    void aRangeHasAtLeastThreeTicksHoweverNarrowItsPictureIs() {
        assertThat(Scale.ticks(-4, 4, 2)).containsExactly(-4, -2, 0, 2, 4);
        assertThat(Scale.ticks(-3, 3, 0.5)).containsExactly(-2, 0, 2);
        assertThat(Scale.ticks(-2.1, 1.6, 7)).containsExactly(-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5);
        assertThat(Scale.ticks(0.1, 0.3, 3)).containsExactly(0.1, 0.2, 0.3);
        assertThat(Scale.ticks(1e-9, 3e-9, 2)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void theLowerEndOfTheAccuracyOnlyExtends() {
        assertThat(Scale.ofAccuracy(run.now(), 5).from()).isZero();
        double before = 1;
        double[] epochs = {0.91, 0.96, 0.97, 0.99, 0.72, 0.95};
        for (int epoch = 1; epoch <= epochs.length; epoch++) {
            for (int step = 1; step <= 100; step++) {
                run.accept(new Stepped(step, epoch - 1 + step / 100.0, 0.5, step % 10, 10, 0.1));
            }
            run.accept(new EpochEnded(100L * epoch, epoch, new Evaluation(0.5, (int) (1000 * epochs[epoch - 1]), 1000), Optional.empty(), 1));
            double from = Scale.ofAccuracy(run.now(), 5).from();
            assertThat(from).isEqualTo(epoch < 5 ? 0.9 : 0.5, within(1e-9)).isLessThanOrEqualTo(before);
            before = from;
        }
        assertThat(Scale.ofAccuracy(run.now(), 5).to()).isEqualTo(1, within(1e-9));
    }

    @Test
    void aFewLossesLeaveLittleEmptyAbove() {
        for (int step = 1; step <= 30; step++) {
            run.accept(new Stepped(step, step / 1000.0, 2.3 - step / 100.0, 1, 10, 0.1));
        }

        for (int ticks = 1; ticks <= 8; ticks++) {
            assertThat(Scale.ofLoss(run.now(), ticks).to()).isBetween(2.3, 2.3 / 0.75);
        }
    }

    @Test
    void anEmptyRunHasAxesToo() {
        assertThat(Scale.ofLoss(run.now(), 7).to()).isGreaterThan(2);
        assertThat(Scale.ofAccuracy(run.now(), 5)).isEqualTo(new Scale(0, 1, 0.2));
    }
}
