package tadpole.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.Evaluator;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent.Stepped;
import tadpole.engine.training.TrainingResult;
import tadpole.samples.SampleData;

/** The lessons whose figures are published to the digit, from the files that ship: each line is an iteration. */
class LessonFilesTest {

    /** Of the sixth digit after the point, the last that is published of the bugs. */
    private static final double HALF_A_UNIT = 5e-7;

    /** What float's own rounding makes: one of the figures, 0.07260350, lies between two of six digits. */
    private static final double FLOAT = 1e-6;

    /** The loss before an update, and the weights after it. */
    private record Line(double loss, float[] after) {}

    private record Run(List<Line> lines, TrainingResult result, Evaluation end) {

        double loss(int iteration) {
            return lines.get(iteration).loss();
        }

        float weight(int iteration, int index) {
            return lines.get(iteration).after()[index];
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 25.450001, 0.57, 0.81, 1.898",
        "10, 210414632960, 5529.5835, 22452.398, 97326.12",
        "20, 1.7820803e21, 5.0884394e8, 2.0662339e9, 8.9567642e9",
    })
    void thePolynomialDivergesAsPublished(int iteration, double loss, double one, double x, double square) throws Exception {
        Run run = run("polynomial-diverges");

        assertThat(run.lines()).hasSize(30);
        assertAgrees(run.loss(iteration), loss);
        assertAgrees(run.weight(iteration, 0), one);
        assertAgrees(run.weight(iteration, 1), x);
        assertAgrees(run.weight(iteration, 2), square);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.257558, 0.49954653, 0.5004535",
        "10, 0.0799487, 0.49503425, 0.5049657",
        "20, 0.0283290, 0.49056274, 0.50943726",
    })
    void theMendedPolynomialGivesWhatTheLessonPrints(int iteration, double loss, double first, double second) throws Exception {
        Run run = run("polynomial-mended");

        assertAgrees(run.loss(iteration), loss);
        assertAgrees(run.weight(iteration, 0), first);
        assertAgrees(run.weight(iteration, 1), second);
    }

    @ParameterizedTest
    @CsvSource({
        "polynomial-published-bug, 0.257558 0.117968 0.056219",
        "polynomial-stale-gradient, 0.257558 0.072604 0.089191",
    })
    void theBugsGiveWhatTheirProgramsGive(String name, String losses) throws Exception {
        Run run = run(name);

        double[] expected = Arrays.stream(losses.split(" ")).mapToDouble(Double::parseDouble).toArray();
        for (int i = 0; i < expected.length; i++) {
assertThat(run.loss(10 * i)).isCloseTo(expected[i], within(HALF_A_UNIT + FLOAT * expected[i]));
        }
    }

    @Test
    void aLineCannotPartSpirals() throws Exception {
        assertThat(run("spiral-linear").end().accuracy()).isBetween(0.45, 0.60);
    }

    @Test
    void aHiddenLayerCan() throws Exception {
        assertThat(run("spiral-hidden").end().accuracy()).isGreaterThan(0.98);
    }

    @Test
    void randomNumbersAreLearnedByHeart() throws Exception {
        Run run = run("raw-two-layer");

        assertThat(64 * run.loss(0)).isBetween(2e7, 5e7);
        assertThat(64 * run.loss(499)).isLessThan(1e-3);
    }

    private static Run run(String name) throws Exception {
        Experiment experiment = ExperimentFile.read(SampleData.experiments().resolve(name + ".json"));
        List<Line> lines = new ArrayList<>();
        try (Device device = Device.cpu(1)) {
            Trainer[] self = new Trainer[1];
            self[0] = new Trainer(experiment, experiment.data().made(), device, event -> {
                if (event instanceof Stepped now) {
                    lines.add(new Line(now.loss(), weights(self[0])));
                }
            });
            JobOutcome<TrainingResult> outcome = self[0].run(JobControl.UNWATCHED);
            assertThat(outcome).isInstanceOf(JobOutcome.Finished.class);
            Evaluation end = new Evaluator(self[0].setup().train(), self[0].setup().preparations(), self[0].setup().loss(), device)
                    .evaluate(self[0].setup().network(), JobControl.UNWATCHED).orElseThrow();
            return new Run(lines, ((JobOutcome.Finished<TrainingResult>) outcome).result(), end);
        }
    }

    /** Of small networks only: nobody looks at the others'. */
    private static float[] weights(Trainer trainer) {
        Parameter first = trainer.setup().network().parameters().getFirst();
        return first.size() > 3 ? new float[0] : first.value().copy().data();
    }

    /** To five significant figures, or as many as are published. */
    private static void assertAgrees(double actual, double published) {
        int digits = Math.min(5, digits(published));
        assertThat(rounded(actual, digits)).isEqualByComparingTo(rounded(published, digits));
    }

    private static int digits(double published) {
        return Math.min(5, new BigDecimal(Double.toString(published)).stripTrailingZeros().precision());
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits));
    }
}
