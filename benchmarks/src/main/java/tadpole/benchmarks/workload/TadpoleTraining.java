package tadpole.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.loss.Loss;
import tadpole.engine.loss.Target;
import tadpole.engine.optimizer.Optimizer;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.optimizer.Step;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/** Tadpole's side of a {@link NetworkTraining}. */
final class TadpoleTraining implements Side {

    private final Network network;
    private final float rate;
    private final Device device;
    private final Loss loss = CrossEntropy.RECIPE.maker().make(CrossEntropy.RECIPE.standard().settings());
    private final Optimizer optimizer;
    private final Pass pass;
    private final Pass judging;
    private final List<Tensor> start;
    private final List<Tensor> inputs = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private double lossSum;

    TadpoleTraining(Network network, Samples samples, float rate, Device device) {
        this.network = network;
        this.rate = rate;
        this.device = device;
        optimizer = Sgd.RECIPE.maker().make(Sgd.RECIPE.standard().settings());
        pass = Pass.training(device);
        judging = Pass.training(device);
        start = network.parameters().stream().map(each -> each.value().copy()).toList();
        for (int number = 0; number < samples.batches(); number++) {
            inputs.add(Tensor.of(samples.sample().batchOf(samples.batch()), samples.inputs(number)));
            targets.add(new Target.Classes(samples.labels(number), samples.batch()));
        }
    }

    @Override
    public void reset() {
        List<Parameter> parameters = network.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            parameters.get(i).value().set(start.get(i));
            parameters.get(i).changed();
        }
    }

    @Override
    public void run() {
        lossSum = 0;
        for (int number = 0; number < inputs.size(); number++) {
            step(inputs.get(number), targets.get(number));
        }
    }

    private void step(Tensor x, Target target) {
        Tensor outputs = network.forward(x, pass);
        lossSum += loss.forward(outputs, target, judging);
        network.clearGradients();
        network.backward(loss.backward(outputs, target, judging), pass);
        optimizer.step(Step.of(network.parameters(), rate, device));
    }

    @Override
    public List<float[]> results() {
        reset();
        run();
        List<float[]> results = new ArrayList<>();
        results.add(new float[] {(float) lossSum});
        for (int i = 0; i < start.size(); i++) {
            results.add(Numbers.change(start.get(i).data(), network.parameters().get(i).value().data()));
        }
        return results;
    }
}
