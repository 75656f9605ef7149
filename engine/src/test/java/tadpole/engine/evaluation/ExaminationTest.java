package tadpole.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.dataset.Batch;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Relu;
import tadpole.engine.layer.Softmax;
import tadpole.engine.loss.Hinge;
import tadpole.engine.loss.MeanSquaredError;
import tadpole.engine.loss.ProbabilityCrossEntropy;
import tadpole.engine.loss.SigmoidCrossEntropy;
import tadpole.engine.loss.SumOfSquares;
import tadpole.engine.loss.Target;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.TinyData;
import tadpole.engine.training.TinyExperiment;

class ExaminationTest {

    private static final Dataset OVERLAPPING = TinyData.overlapping(60, 700, 3);

    private final Device device = Device.cpu(1);

    private AnswerSheet sheet(Trained trained) {
        return ((JobOutcome.Finished<AnswerSheet>) Examination.of(trained.network(), trained.network().samples(), device).run(JobControl.UNWATCHED)).result();
    }

    private Tensor outputs(Trained trained) {
        Split split = trained.network().samples();
        Batch all = new Batch(split, trained.network().setup().preparations());
        all.fill(IntStream.range(0, split.size()).toArray(), 0, split.size());
        return trained.network().network().forward(all.inputs(), Pass.evaluation(device)).copy();
    }

    /** Against double loops over the outputs of all samples at once. */
    private void agrees(Trained trained, Judge judge) {
        AnswerSheet sheet = sheet(trained);
        Tensor outputs = outputs(trained);
        Split split = trained.network().samples();
        double sum = 0;
        for (int i = 0; i < split.size(); i++) {
            double[] row = new double[outputs.shape().at(1)];
            int best = 0;
            for (int j = 0; j < row.length; j++) {
                row[j] = outputs.data()[i * row.length + j];
                best = row[j] > row[best] ? j : best;
            }
            int label = split.label(i);
            assertThat(sheet.labels()[i]).isEqualTo(label);
            assertThat(sheet.answers()[i]).isEqualTo(best);
            assertThat(sheet.samples()[i]).isEqualTo(i);
            assertThat((double) sheet.confidence()[i]).isCloseTo(judge.share(row, best), within(1e-5));
            assertThat((double) sheet.ofLabel()[i]).isCloseTo(judge.share(row, label), within(1e-5));
            sum += sheet.losses()[i];
        }
        double mean = trained.network().setup().loss().forward(outputs, new Target.Classes(sheet.labels(), split.size()), Pass.evaluation(device));
        assertThat(sum / split.size()).isCloseTo(mean, within(1e-4 * Math.max(1, mean)));
    }

    private interface Judge {
        double share(double[] row, int klass);
    }

    private static double softmax(double[] row, int klass) {
        double sum = 0;
        for (double each : row) {
            sum += Math.exp(each);
        }
        return Math.exp(row[klass]) / sum;
    }

    private static Trained trained(Recipe<?> loss) {
        return Trained.of(TinyExperiment.of(3).loss(loss), OVERLAPPING);
    }

    @Nested
    class AsTheLossMeansIt {

        @Test
        void scoresGoThroughASoftmax() {
            agrees(Trained.of(TinyExperiment.of(3), OVERLAPPING), ExaminationTest::softmax);
            agrees(trained(Hinge.RECIPE), ExaminationTest::softmax);
        }

        @Test
        void yesOrNoForEachClassGoesThroughASigmoid() {
            agrees(trained(SigmoidCrossEntropy.RECIPE), (row, klass) -> 1 / (1 + Math.exp(-row[klass])));
        }

        @Test
        void probabilitiesStayAsTheyAre() {
            agrees(Trained.of(TinyExperiment.of(3).layers(TinyExperiment.linear(8), Relu.RECIPE.standard(), TinyExperiment.linear(3), Softmax.RECIPE.standard())
                    .loss(ProbabilityCrossEntropy.RECIPE), OVERLAPPING), (row, klass) -> row[klass]);
        }

        @Test
        void valuesAreCut() {
            agrees(trained(MeanSquaredError.RECIPE), (row, klass) -> Math.clamp(row[klass], 0, 1));
            agrees(trained(SumOfSquares.RECIPE), (row, klass) -> Math.clamp(row[klass], 0, 1));
        }

        @Test
        void aSingleOutputIsAsSureAsItIsNear() {
            Trained trained = Trained.of(TinyExperiment.of(1).loss(MeanSquaredError.RECIPE), OVERLAPPING);
            AnswerSheet sheet = sheet(trained);
            Tensor outputs = outputs(trained);

            for (int i = 0; i < sheet.size(); i++) {
                double output = outputs.data()[i];
                assertThat(sheet.answers()[i]).isEqualTo(Math.round((float) output));
                assertThat((double) sheet.confidence()[i]).isCloseTo(1 - Math.abs(output - sheet.answers()[i]), within(1e-5));
                assertThat((double) sheet.ofLabel()[i]).isCloseTo(Math.max(0, 1 - Math.abs(output - sheet.labels()[i])), within(1e-5));
            }
        }

        @Test
        void oneSampleByItselfGivesTheSame() {
            Trained trained = Trained.of(TinyExperiment.of(3), OVERLAPPING);
            AnswerSheet sheet = sheet(trained);

            float[] shares = Examination.shares(trained.network(), trained.network().samples(), 601, device);
            assertThat(shares[sheet.answers()[601]]).isEqualTo(sheet.confidence()[601]);
            assertThat(shares[sheet.labels()[601]]).isEqualTo(sheet.ofLabel()[601]);
        }
    }

    @Test
    void aPartOfTheSamplesAnswersAsInTheWhole() {
        Trained trained = Trained.of(TinyExperiment.of(3), OVERLAPPING);
        AnswerSheet whole = sheet(trained);
        int[] some = {699, 3, 3, 250, 0};

        Examination asked = new Examination(trained.network(), trained.network().samples(), some, device);
        AnswerSheet part = ((JobOutcome.Finished<AnswerSheet>) asked.run(JobControl.UNWATCHED)).result();

        assertThat(part.samples()).containsExactly(some);
        for (int i = 0; i < some.length; i++) {
            assertThat(part.answers()[i]).isEqualTo(whole.answers()[some[i]]);
            assertThat(part.losses()[i]).isEqualTo(whole.losses()[some[i]]);
        }
    }

    @Test
    void smallerPartsGiveTheSame() {
        Trained trained = Trained.of(TinyExperiment.of(3), OVERLAPPING);
        Examination asked = Examination.of(trained.network(), trained.network().samples(), device);

        asked.next(50, JobControl.UNWATCHED);
        assertThat(asked.done()).isEqualTo(50);
        asked.next(1000, JobControl.UNWATCHED);
        assertThat(asked.done()).isEqualTo(300);
        asked.run(JobControl.UNWATCHED);
        assertThat(asked.soFar().answers()).isEqualTo(sheet(trained).answers());
    }

    @Test
    void stoppedItGivesWhatWasAnswered() {
        Trained trained = Trained.of(TinyExperiment.of(3), OVERLAPPING);

        Examination asked = Examination.of(trained.network(), trained.network().samples(), device);
        JobOutcome<AnswerSheet> outcome = asked.run(Trained.asking(2));

        assertThat(outcome).isInstanceOfSatisfying(JobOutcome.Stopped.class, stopped -> assertThat(((AnswerSheet) stopped.resultSoFar()).size()).isEqualTo(500));
        assertThat(asked.isDone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 999, 1000, 5000})
    void spreadTakesSoManyEvenly(int most) {
        int[] some = Examination.spread(most, 1000);

        assertThat(some).hasSize(Math.min(most, 1000)).isSorted().doesNotHaveDuplicates();
        assertThat(IntStream.range(1, some.length).map(i -> some[i] - some[i - 1]).distinct().count()).isLessThanOrEqualTo(2);
    }
}
