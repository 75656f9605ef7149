package tadpole.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.TrainingEvent.Changed;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.HeldOut;
import tadpole.engine.training.TrainingEvent.Stepped;

class RunCurvesTest {

    private final RunCurves curves = new RunCurves(new RunFrame("run", "cross-entropy, nats", "test", 10, 100));

    @Test
    void averagesWithoutThePullTowardZero() {
        curves.accept(new Stepped(1, 0.01, 2.0, 1, 10, 0.1));
        curves.accept(new Stepped(2, 0.02, 1.0, 5, 10, 0.1));

        Curves now = curves.now();
        assertThat(now.batchLoss().y()).containsExactly(2.0, 1.0);
        assertThat(now.averageLoss().y()[0]).isEqualTo(2.0, within(1e-12));
        assertThat(now.averageLoss().y()[1]).isEqualTo((0.98 * 2.0 + 1.0) / 1.98, within(1e-12));
        assertThat(now.averageAccuracy().y()[0]).isEqualTo(0.1, within(1e-12));
    }

    @Test
    void aBranchWithoutAChangeHasTheAveragesOfItsParent() {
        for (int step = 1; step <= 60; step++) {
            curves.accept(falling(step));
        }
        RunCurves branch = new RunCurves(curves.frame(), curves, 10, 0.1);
        for (int step = 11; step <= 60; step++) {
            branch.accept(falling(step));
        }

        assertThat(branch.log().averageLoss(branch.log().size() - 1)).isEqualTo(curves.log().averageLoss(59), within(1e-12));
        double[] average = branch.now().averageLoss().y();
        assertThat(average[average.length - 1]).isEqualTo(curves.log().averageLoss(59), within(1e-12));
    }

    private static Stepped falling(int step) {
        return new Stepped(step, step / 100.0, 2.5 - 0.03 * step, 1, 10, 0.1);
    }

    @Test
    void keepsToAboutAThousandPointsHoweverLongTheRun() {
        for (int step = 1; step <= 200_000; step++) {
            curves.accept(new Stepped(step, step / 100.0, 1.0 + step % 7, 5, 10, 0.1));
            if (step % 100 == 0) {
                curves.accept(epochEnded(step, step / 100));
            }
        }

        Curves now = curves.now();
        int all = now.batchLoss().size() + now.averageLoss().size() + now.averageAccuracy().size();
        assertThat(all).isBetween(400, 1200);
        assertThat(now.trainAccuracy().size()).isBetween(50, 300);
    }

    @Test
    void showsHeldOutFiguresAfterEachEpoch() {
        curves.accept(epochEnded(100, 1));

        Curves now = curves.now();
        assertThat(now.heldOutLoss().x()).containsExactly(1);
        assertThat(now.heldOutLoss().y()).containsExactly(0.25);
        assertThat(now.heldOutAccuracy().y()).containsExactly(0.9);
        assertThat(now.trainAccuracy().y()).containsExactly(0.8);
    }

    @Test
    void marksAChangedRate() {
        curves.accept(new Changed(150, 1.5, "rate", 0.01, 0.005));

        assertThat(curves.flags()).containsExactly(new Flag(1.5, "rate 0.01 → 0.005"));
    }

    @Test
    void marksSeveralChangesBeforeOneStepOnce() {
        curves.accept(new Changed(150, 1.5, "rate", 0.01, 0.02));
        curves.accept(new Changed(150, 1.5, "rate", 0.02, 0.04));
        curves.accept(new Changed(150, 1.5, "batch size", 64, 32));
        curves.accept(new Changed(150, 1.5, "batch size", 32, 64));

        assertThat(curves.flags()).containsExactly(new Flag(1.5, "rate 0.01 → 0.04"));
    }

    @Test
    void theAxisOfALongRunGrowsWithIt() {
        RunCurves run = new RunCurves(new RunFrame("run", "loss", "test", 1000, 100));
        assertThat(run.now().horizon()).isEqualTo(25);

        run.accept(new Stepped(2600, 26, 1, 5, 10, 0.1));
        assertThat(run.now().horizon()).isEqualTo(50);

        run.accept(new Stepped(99_000, 990, 1, 5, 10, 0.1));
        assertThat(run.now().horizon()).isEqualTo(1000);
    }

    private static EpochEnded epochEnded(long step, int epoch) {
        return new EpochEnded(
                step, epoch, new Evaluation(0.5, 80, 100), Optional.of(new HeldOut("test", new Evaluation(0.25, 90, 100))), 1);
    }
}
