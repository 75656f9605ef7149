package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Batch;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.formula.Address;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Relu;
import tadpole.engine.loss.Target;
import tadpole.engine.optimizer.Momentum;
import tadpole.engine.optimizer.Step;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;
import tadpole.engine.training.TinyData;
import tadpole.engine.training.TinyExperiment;
import tadpole.engine.twin.DoubleTensor;

class TracerTest {

    private final Dataset clouds = TinyData.overlapping(60, 0, 3);
    private final Device device = Device.cpu(1);

    @AfterEach
    void close() {
        device.close();
    }

    private static void assertSame(DoubleTensor traced, Tensor engine) {
        assertThat(traced.data()).isEqualTo(DoubleTensor.of(engine).data());
    }

    @Test
    void layerByLayerGivesTheBitsOfTheNetworksFusedWay() throws Exception {
        Experiment experiment = TinyExperiment.of(3).layers(TinyExperiment.linear(40), BatchNorm2d.RECIPE.standard(), Relu.RECIPE.standard(),
                TinyExperiment.linear(17), Relu.RECIPE.standard(), TinyExperiment.linear(3)).build();
        int[] samples = IntStream.range(3, 20).toArray();
        Tracer tracer = new Tracer(experiment, clouds, device);
        StepTrace trace = tracer.trace(tracer.start(), tracer.train(), samples);

        Setup setup = Setup.of(experiment, clouds);
        Network network = setup.network();
        Batch batch = new Batch(setup.train(), setup.preparations());
        batch.fill(samples, 0, samples.length);
        Pass pass = Pass.training(device);
        Pass judging = Pass.training(device);
        pass.begin(new Seed(experiment.seed()).derive("step").derive(0));
        Tensor outputs = network.forward(batch.inputs(), pass);
        Target target = new Target.Classes(batch.labels(), samples.length);
        double loss = setup.loss().forward(outputs, target, judging);
        network.clearGradients();
        network.backward(setup.loss().backward(outputs, target, judging), pass);

        assertThat(trace.loss()).isEqualTo(loss);
        assertSame(trace.outputs(), outputs);
        assertThat(Arrays.stream(trace.stages().get(1).output().data()).min().orElseThrow()).as("what comes before ReLU").isNegative();
        for (int p = 0; p < trace.parameters().size(); p++) {
            assertSame(trace.parameters().get(p).gradient(), network.parameters().get(p).gradient());
        }
        setup.optimizer().step(Step.of(network.parameters(), experiment.rate(), device));
        for (int p = 0; p < trace.parameters().size(); p++) {
            assertSame(trace.parameters().get(p).after(), network.parameters().get(p).value());
        }
    }

    @Test
    void whatIsLookedAtStaysAsItIs() throws Exception {
        Experiment experiment = TinyExperiment.of(3).optimizer(TinyExperiment.with(Momentum.RECIPE, Map.of("rate", 0.1))).build();
        Setup setup = Setup.of(experiment, clouds);
        setup.network().parameters().forEach(each -> each.gradient().fill(0.25f));
        setup.optimizer().step(Step.of(setup.network().parameters(), 0.1, device));
        List<Tensor> before = new ArrayList<>();
        setup.network().state().forEach(each -> before.add(each.tensor().copy()));
        setup.optimizer().state().values().forEach(each -> before.add(each.copy()));
        Tracer tracer = new Tracer(experiment, setup, clouds.classes(), device);
        Snapshot snapshot = Snapshot.of(setup.network(), setup.optimizer(), 1);

        StepTrace once = tracer.trace(snapshot, tracer.train(), 4, 5);
        StepTrace again = tracer.trace(snapshot, tracer.train(), 4, 5);

        List<Tensor> after = new ArrayList<>();
        setup.network().state().forEach(each -> after.add(each.tensor()));
        after.addAll(setup.optimizer().state().values());
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).data()).isEqualTo(before.get(i).data());
        }
        assertThat(again.parameters().getFirst().after().data()).isEqualTo(once.parameters().getFirst().after().data())
                .isNotEqualTo(once.parameters().getFirst().before().data());
        assertThat(once.parameters().getFirst().memoryBefore()).containsKey("momentum_buffer");
        assertThat(once.step().number()).isEqualTo(2);
    }

    @Test
    void theSnapshotStaysAsItIsWhileTheNetworkGoesOn() throws Exception {
        Experiment experiment = TinyExperiment.of(3).build();
        Setup live = Setup.of(experiment, clouds);
        Tracer tracer = new Tracer(experiment, live, clouds.classes(), device);
        Snapshot snapshot = Snapshot.of(live.network(), live.optimizer(), 0);
        float first = live.network().parameters().getFirst().value().data()[0];

        live.network().parameters().getFirst().value().fill(3);

        assertThat(tracer.trace(snapshot, tracer.train(), 0).value(new Address.Weight("linear1.weight", 0))).isEqualTo(first);
    }

    /** What the test strip shows comes of evaluation: nothing is dropped, and the running mean and variance count. */
    @Test
    void asksAsInEvaluation() throws Exception {
        Experiment experiment = TinyExperiment.of(3).layers(TinyExperiment.linear(12), BatchNorm2d.RECIPE.standard(), Dropout.RECIPE.standard(),
                TinyExperiment.linear(3)).build();
        Setup live = Setup.of(experiment, clouds);
        Batch batch = new Batch(live.train(), live.preparations());
        batch.fill(new int[] {0, 1, 2, 3, 4, 5}, 0, 6);
        live.network().forward(batch.inputs(), Pass.training(device));
        Tracer tracer = new Tracer(experiment, live, clouds.classes(), device);

        StepTrace asked = tracer.ask(Snapshot.of(live.network(), live.optimizer(), 1), live.train(), 7);

        batch.fill(new int[] {7}, 0, 1);
        Tensor answer = live.network().forward(batch.inputs(), Pass.evaluation(device));
        assertSame(asked.outputs(), answer);
        XRay xray = new XRay(asked);
        for (int layer = 0; layer < 4; layer++) {
            Arithmetic arithmetic = xray.explain(new Address.Activation(layer, 0, 1));
            assertThat(arithmetic.recomputed()).as(arithmetic.text()).isCloseTo(arithmetic.value(), within(1e-5));
        }
        assertThat(asked.inDoubles().loss()).isCloseTo(asked.loss(), within(1e-6));
    }

    @Test
    void doublesStandBesideTheFloats() throws Exception {
        Tracer tracer = new Tracer(TinyExperiment.of(3).build(), clouds, device);
        StepTrace floats = tracer.trace(tracer.start(), tracer.train(), 0, 1, 2);
        StepTrace doubles = floats.inDoubles();

        assertThat(doubles.inDouble()).isTrue();
        assertThat(doubles.loss()).isCloseTo(floats.loss(), within(1e-6)).isNotEqualTo(floats.loss());
        for (int i = 0; i < 24; i++) {
            Address address = new Address.Updated("linear2.weight", i);
            assertThat(doubles.value(address)).isCloseTo(floats.value(address), within(1e-6));
        }
    }

    @Test
    void refusesNumbersThatAreNotThereAndSnapshotsOfOtherNetworks() throws Exception {
        Tracer tracer = new Tracer(TinyExperiment.of(3).build(), clouds, device);
        StepTrace trace = tracer.trace(tracer.start(), tracer.train(), 0);

        assertThatThrownBy(() -> trace.value(new Address.Activation(0, 0, 8))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This step has no number at Activation[layer=0, sample=0, index=8].");
        assertThatThrownBy(() -> trace.value(new Address.Weight("linear9.weight", 0))).hasMessage("There is no parameter \"linear9.weight\".");
        Snapshot other = Snapshot.of(Setup.of(TinyExperiment.of(3).layers(TinyExperiment.linear(3)).build(), clouds).network());
        assertThatThrownBy(() -> tracer.trace(other, tracer.train(), 0)).hasMessageStartingWith("The snapshot is of another network: ");
    }
}
