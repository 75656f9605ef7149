package tadpole.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.loss.Loss;
import tadpole.engine.loss.Target;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Tadpole's side of a {@link LstmStep}. */
final class TadpoleLstm implements Side {

    private final Network network;
    private final Loss loss = CrossEntropy.RECIPE.maker().make(CrossEntropy.RECIPE.standard().settings());
    private final Pass pass;
    private final Pass judging;
    private final Tensor text;
    private final Target next;
    private final Shape places;
    private double value;

    TadpoleLstm(LstmStep step, Device device) {
        network = step.network();
        pass = Pass.training(device);
        judging = Pass.training(device);
        text = Tensor.zeros(Shape.of(step.batch(), step.time()));
        int[] characters = step.text();
        for (int place = 0; place < characters.length; place++) {
            text.data()[place] = characters[place];
        }
        next = new Target.Classes(step.next(), step.next().length);
        places = Shape.of(step.batch() * step.time(), step.vocabulary());
    }

    @Override
    public void run() {
        Tensor outputs = network.forward(text, pass);
        Tensor scores = outputs.as(places);
        value = loss.forward(scores, next, judging);
        network.clearGradients();
        network.backward(loss.backward(scores, next, judging).as(outputs.shape()), pass);
    }

    @Override
    public List<float[]> results() {
        run();
        List<float[]> results = new ArrayList<>();
        results.add(new float[] {(float) value});
        network.parameters().forEach(each -> results.add(each.gradient().copy().data()));
        return results;
    }
}
