package tadpole.engine.training;

import static tadpole.engine.proof.Agreement.assertAgrees;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Relu;
import tadpole.engine.loss.Target;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.twin.Conditions;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.Gradients;
import tadpole.engine.twin.TwinNetwork;

/** A whole run once more in double, written out: order, dropout, loss, gradients, weight decay and update. */
class TrainingByHandTest {

    private static final double RATE = 0.2;
    private static final double DECAY = 0.05;
    private static final int EPOCHS = 3;
    private static final int BATCH = 10;

    private final Dataset data = TinyData.clouds(25, 0, 3);

    @Test
    void theTrainerGivesTheWeightsOfThePlainLoop() throws SettingException {
        TinyExperiment experiment = experiment(true);

        List<DoubleTensor> byHand = trainByHand(experiment.build(), true);

        assertSameWeights(TinyRun.of(experiment, data), byHand);
    }

    @Test
    void biasesAreSparedWhereDecayIsForWeightsOnly() throws SettingException {
        TinyExperiment experiment = experiment(false);

        List<DoubleTensor> byHand = trainByHand(experiment.build(), false);

        assertSameWeights(TinyRun.of(experiment, data), byHand);
    }

    private static TinyExperiment experiment(boolean decayBiases) {
        return new TinyExperiment()
                .layers(TinyExperiment.linear(8), Relu.RECIPE.standard(), Dropout.RECIPE.standard(), TinyExperiment.linear(3))
                .optimizer(TinyExperiment.with(Sgd.RECIPE,
                        Map.of("rate", RATE, "weightDecay", DECAY, "decayBiases", decayBiases)))
                .plan("epochs", EPOCHS).plan("batch", BATCH);
    }

    private List<DoubleTensor> trainByHand(Experiment experiment, boolean decayBiases) throws SettingException {
        Setup setup = Setup.of(experiment, data);
        List<Parameter> parameters = setup.network().parameters();
        TwinNetwork twin = TwinNetwork.of(setup.network(), experiment.loss());
        List<DoubleTensor> values = Conditions.evaluation(setup.network()).parameters();
        int[] order = new int[data.train().size()];
        Seed seed = new Seed(experiment.seed());
        long step = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            setup.sampler().fill(order, seed.derive("order").derive(epoch));
            for (int from = 0; from < order.length; from += BATCH) {
                int[] batch = Arrays.copyOfRange(order, from, Math.min(from + BATCH, order.length));
                Conditions conditions = new Conditions(values, List.of(), true, seed.derive("step").derive(step++));
                Gradients gradients = twin.gradients(inputs(batch), target(batch), conditions);
                for (int p = 0; p < values.size(); p++) {
                    double decay = decayBiases || parameters.get(p).role() == Parameter.Role.WEIGHT ? DECAY : 0;
                    DoubleTensor value = values.get(p);
                    for (int i = 0; i < value.size(); i++) {
                        value.set(i, value.at(i) - RATE * (gradients.parameters().get(p).at(i) + decay * value.at(i)));
                    }
                }
            }
        }
        return values;
    }

    private DoubleTensor inputs(int[] batch) {
        Split train = data.train();
        float[] sample = new float[train.shape().size()];
        DoubleTensor inputs = DoubleTensor.zeros(Shape.of(batch.length, sample.length));
        for (int n = 0; n < batch.length; n++) {
            train.read(batch[n], sample, 0);
            for (int i = 0; i < sample.length; i++) {
                inputs.set(n, i, sample[i]);
            }
        }
        return inputs;
    }

    private Target target(int[] batch) {
        return new Target.Classes(Arrays.stream(batch).map(data.train()::label).toArray(), batch.length);
    }

    private static void assertSameWeights(TinyRun run, List<DoubleTensor> byHand) {
        List<Parameter> parameters = run.trainer().setup().network().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            assertAgrees(parameters.get(i).name(), parameters.get(i).value(), byHand.get(i));
        }
    }
}
