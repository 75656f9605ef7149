package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.HeldOut;
import tadpole.engine.training.TrainingResult;

class VerdictTest {

    private final Verdict verdict = new Verdict(new ExperimentForm().experiment(), TinyData.open());

    @Test
    void saysThatMoreEpochsHelpWhileTheLossFalls() throws Exception {
        epoch(1, 800, 0.60, 810);
        epoch(2, 850, 0.50, 860);

        assertThat(verdict.of(result(2, 850, 860), false))
                .isEqualTo("Finished 10 epochs in 1:12: 86.0\u00A0% of test images right, 85.0\u00A0% in the last epoch's batches. "
                        + "The loss still falls: try 20 epochs or rate 0.03.");
    }

    @Test
    void seesThatItLearnsByHeart() throws Exception {
        epoch(1, 980, 0.50, 870);
        epoch(2, 990, 0.495, 875);

        assertThat(verdict.of(result(2, 990, 875), false)).endsWith("It learns by heart (11.5 points apart after epoch 2): try weight decay 0.001.");
    }

    @Test
    void seesThatTheHeldOutLossRose() throws Exception {
        epoch(1, 900, 0.40, 890);
        epoch(2, 950, 0.45, 890);
        epoch(3, 990, 0.60, 880);

        assertThat(verdict.of(result(3, 990, 880), false)).endsWith("Its loss was lower before: try fewer epochs, or patience 2.");
    }

    @Test
    void seesThatTheLossExplodedAndNeverAdvisesALargerRate() throws Exception {
        epoch(1, 900, 0.25, 890);
        verdict.changedRate(10);
        epoch(2, 100, 363400, 100);

        assertThat(verdict.of(result(2, 100, 100), false)).endsWith("Its loss rose from 0.25 to 363400: reset, and try rate 1.");
    }

    @Test
    void seesThatItHardlyLearned() throws Exception {
        verdict.changedRate(1);
        epoch(1, 101, 2.3, 100);

        assertThat(verdict.of(result(1, 101, 100), false)).endsWith("Chance alone gives 10.0\u00A0%: try rate 10 or 0.1.");
    }

    @Test
    void whereNumbersAreToComeOutItSpeaksOfTheLossAlone() throws Exception {
        Verdict ofNumbers = new Verdict(new ExperimentForm().experiment(), PointSets.make("curve", PointSets.ALL.get(7).standard()));

        for (int epoch = 1; epoch <= 2; epoch++) {
            ofNumbers.ended(new EpochEnded(epoch, epoch, new Evaluation(1.0 / epoch, Evaluation.NO_CLASSES, 5), Optional.empty(), epoch));
        }
        TrainingResult result = new TrainingResult(
                network(), new Evaluation(0.5, Evaluation.NO_CLASSES, 5), Optional.empty(), Optional.empty(), 2, 2, 1, "Finished 2 epochs.");

        assertThat(ofNumbers.of(result, false)).doesNotContain("%").doesNotContain("right").startsWith("Finished 2 epochs in")
                .endsWith(": loss 0.5 in the batches of epoch 2. The loss still falls: try 20 epochs or rate 0.03.");
        ofNumbers.ended(new EpochEnded(3, 3, new Evaluation(7, Evaluation.NO_CLASSES, 5), Optional.empty(), 3));
        assertThat(ofNumbers.of(result, false)).endsWith("Its loss rose from 0.5 to 7 in the last epoch: try rate 0.001.");
    }

    @Test
    void afterAStopBothFiguresAreOfTheSameEpoch() throws Exception {
        epoch(1, 700, 0.60, 690);
        epoch(2, 885, 0.50, 779);
        TrainingResult stopped = new TrainingResult(
                network(), new Evaluation(0.2, 928, 1000), Optional.empty(), Optional.empty(), 41, 2, 4, "Stopped.");

        assertThat(verdict.of(stopped, true))
                .isEqualTo("Stopped at step 41 in 0:04: 77.9\u00A0% of test images right after epoch 2, 88.5\u00A0% in that epoch's batches. "
                        + "It learns by heart (10.6 points apart after epoch 2): try weight decay 0.001.");
    }

    @Test
    void hasLittleToSayOfAStopBeforeTheFirstEpochEnded() throws Exception {
        TrainingResult stopped = new TrainingResult(
                network(), new Evaluation(1, 5, 10), Optional.empty(), Optional.empty(), 12, 0, 1, "");

        assertThat(verdict.of(stopped, true))
                .isEqualTo("Stopped at step 12 in 0:01: 50.0\u00A0% right in the batches so far. "
                        + "Let it run through an epoch to see how it does on new images.");
    }

    private void epoch(int number, int trainRight, double heldOutLoss, int heldOutRight) {
        verdict.ended(new EpochEnded(number * 16L, number, new Evaluation(0.5, trainRight, 1000),
                Optional.of(new HeldOut("test", new Evaluation(heldOutLoss, heldOutRight, 1000))), number));
    }

    private static TrainingResult result(int epochs, int trainRight, int testRight) throws Exception {
        return new TrainingResult(network(), new Evaluation(0.5, trainRight, 1000), Optional.empty(),
                Optional.of(new Evaluation(0.5, testRight, 1000)), epochs * 16L, epochs, 72, "Finished 10 epochs.");
    }

    private static Network network() throws Exception {
        return Network.build(Shape.of(4), List.of(), new Seed(1));
    }
}
