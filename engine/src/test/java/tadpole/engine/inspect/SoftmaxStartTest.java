package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.formula.Address;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Setup;

class SoftmaxStartTest {

    private final Dataset dataset = TinyPictures.of(40, 5);
    private final SoftmaxPicture plan = SoftmaxPicture.of("tiny").at("tiny", true, 4);

    @Test
    void theWeightsAreThoseThatTrainingStartsFrom() throws Exception {
        SoftmaxStart start = new SoftmaxStart(plan, dataset);

        Setup setup = Setup.of(plan.experiment(3), dataset);
        float[] trained = setup.network().parameters().getFirst().value().data();
        for (int o = 0; o < 3; o++) {
            for (int i = 0; i < 48; i++) {
                assertThat(start.classifier().weight(o, i)).isEqualTo(trained[o * 48 + i]);
            }
            assertThat(start.classifier().bias(o)).isEqualTo(setup.network().parameters().get(1).value().data()[o]).isNotZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"standardized", "unit", "raw"})
    void aLogitIsTheSumThatTheFormulaSays(String pixels) throws Exception {
        SoftmaxStart start = new SoftmaxStart(plan.with("pixels", pixels), dataset);

        for (int o = 0; o < 3; o++) {
            double sum = start.classifier().bias(o);
            for (int i = 0; i < 48; i++) {
                sum += start.classifier().weight(o, i) * start.input(i);
            }
            assertThat(start.numbers().logit(o)).isCloseTo(sum, within(1e-12 * Math.max(1, Math.abs(sum))));
        }
        assertThat(start.label()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"standardized", "unit", "raw"})
    void everyNumberExplainsItselfAndItsSources(String pixels) throws Exception {
        SoftmaxStart start = new SoftmaxStart(plan.with("pixels", pixels), dataset);
        Explainer explainer = new StartExplainer(start);

        for (int o = 0; o < 3; o++) {
            for (Address address : List.of(new Address.Activation(StartExplainer.LAYER, 0, o), new Address.Probability(0, o), new Address.SampleLoss(0),
                    new Address.Jacobian(0, o, 1), new Address.ActivationGradient(StartExplainer.LAYER, 0, o))) {
                follow(explainer, address);
            }
        }
    }

    private static void follow(Explainer explainer, Address address) {
        Arithmetic arithmetic = explainer.explain(address);

        assertThat(arithmetic.recomputed()).as(address.toString()).isCloseTo(arithmetic.value(), within(2e-6 * Math.max(1, Math.abs(arithmetic.value()))));
        arithmetic.sources().stream().filter(each -> !each.equals(address)).forEach(each -> follow(explainer, each));
    }

    @Test
    void smallWeightsStartAtTheLossOfChance() throws Exception {
        assertThat(new SoftmaxStart(plan.with("deviation", 1e-6), dataset).numbers().nats()).isCloseTo(Math.log(3), within(1e-4));
    }

    @Test
    void countsTheStartsThatItNames() throws Exception {
        SoftmaxPicture three = plan.with("seeds", 3L).with("deviation", 1.0);
        StartCount count = new SoftmaxStart(three, dataset).count();

        double[] losses = DoubleStream.of(1, 2, 3).map(seed -> loss(three, (long) seed)).sorted().toArray();
        assertThat(count.sorted()).containsExactly(losses);
        assertThat(count.median()).isEqualTo(losses[1]);
        assertThat(count.likely()).isGreaterThanOrEqualTo(count.sure());
        assertThat(count.shareFrom(losses[1])).isEqualTo(2.0 / 3);
    }

    private double loss(SoftmaxPicture of, long seed) {
        try {
            return new SoftmaxStart(of.with("seed", seed), dataset).numbers().nats();
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void aSumIsSoManyTimesTheMean() throws Exception {
        List<BatchSum> batches = new SoftmaxStart(plan, dataset).batches();

        assertThat(batches).extracting(BatchSum::size).containsExactly(1, 2, 4, 8, 16, 32);
        assertThat(batches).allSatisfy(each -> {
            assertThat(each.meanLoss()).isCloseTo(each.loss() / each.size(), within(1e-12));
            assertThat(each.gradientLength()).isCloseTo(each.size() * each.meanGradientLength(), within(1e-9));
        });
        assertThat(batches.getLast().loss()).isGreaterThan(batches.getFirst().loss());
    }

    @Test
    void theGradientsLengthIsThatOfTheKernels() throws Exception {
        Dataset two = TinyPictures.of(1, 5);
        SoftmaxStart start = new SoftmaxStart(plan.at("tiny", false, 0).with("pixels", "unit"), two);

        BatchSum one = start.batches().getFirst();

        double squares = 0;
        for (int o = 0; o < 3; o++) {
            for (int i = 0; i < 48; i++) {
                squares += Math.pow(start.numbers().logitGradient(o) * start.input(i), 2);
            }
            squares += Math.pow(start.numbers().logitGradient(o), 2);
        }
        assertThat(one.gradientLength()).isCloseTo(Math.sqrt(squares), within(1e-9));
        assertThat(one.loss()).isEqualTo(start.numbers().nats());
    }

    @Test
    void loopsAndVectorsGiveTheSameNumbers() throws Exception {
        try (Device device = Device.cpu(2)) {
            LoopsAndVectors.Comparison both = new LoopsAndVectors(new SoftmaxStart(plan, dataset), device).compare();

            assertThat(both.agrees()).isTrue();
            assertThat(both.lossApart()).isLessThan(1e-5);
            assertThat(both.isMeasured()).isFalse();
            assertThat(both.samples()).isEqualTo(40);
        }
    }

    @Test
    void theTimingCanBeStoppedAndSaysWhatItHas() throws Exception {
        JobControl stopped = new JobControl() {
            @Override
            public boolean proceed() {
                return false;
            }

            @Override
            public void report(Progress progress) {}
        };
        try (Device device = Device.plain()) {
            LoopsAndVectors job = new LoopsAndVectors(new SoftmaxStart(plan, dataset), device);

            assertThat(job.run(stopped)).isInstanceOfSatisfying(JobOutcome.Stopped.class, each ->
                    assertThat(((LoopsAndVectors.Comparison) each.resultSoFar()).isMeasured()).isFalse());
            assertThat(job.run(JobControl.UNWATCHED)).isInstanceOfSatisfying(JobOutcome.Finished.class, each ->
                    assertThat(((LoopsAndVectors.Comparison) each.result()).isMeasured()).isTrue());
        }
    }

    @Test
    void refusesAPictureThatIsNotThere() {
        assertThatThrownBy(() -> new SoftmaxStart(plan.at("tiny", true, 5), dataset))
                .hasMessage("The place of the picture (\"index\") must be between 0 and 4 in the test part of Tiny, but is 5.");
    }
}
