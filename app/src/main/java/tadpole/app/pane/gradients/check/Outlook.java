package tadpole.app.pane.gradients.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tadpole.app.pane.gradients.Studied;
import tadpole.engine.inspect.Planted;
import tadpole.engine.layer.Network;
import tadpole.engine.loss.Target;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.twin.Conditions;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.TwinNetwork;

/**
 * What the network says before anything is checked.
 *
 * @param loss          mean of the samples
 * @param probabilities of the first sample, by class; empty where the network gives none
 */
record Outlook(double loss, List<Double> probabilities) {

    static final Outlook NONE = new Outlook(Double.NaN, List.of());

    /**
     * Takes as long as one forward pass.
     *
     * @param planted the mistake that may give the network another start
     */
    static Outlook of(Studied studied, Optional<Planted> planted) {
        Network network = planted.map(each -> each.started(studied.network())).orElseGet(studied::network);
        Tensor inputs = studied.batch().inputs();
        DoubleTensor x = DoubleTensor.of(inputs);
        TwinNetwork twin = TwinNetwork.of(network, studied.experiment().loss());
        Conditions conditions = Conditions.evaluation(network);
        Target target = studied.target();
        DoubleTensor outputs = twin.forward(x, conditions);
        double[] first = Arrays.copyOf(outputs.data(), outputs.columns());
        return new Outlook(twin.loss(x, target, conditions), probabilities(studied, first));
    }

    private static List<Double> probabilities(Studied studied, double[] outputs) {
        String last = studied.network().stages().isEmpty() ? "" : studied.network().stages().getLast().spec().type();
        if (outputs.length != studied.dataset().classes().size()) {
            return List.of();
        }
        return switch (studied.experiment().loss().type()) {
            case "crossEntropy" -> softmax(outputs);
            case "negativeLogLikelihood" -> Arrays.stream(outputs).map(Math::exp).boxed().toList();
            default -> last.equals("softmax") ? Arrays.stream(outputs).boxed().toList() : List.of();
        };
    }

    private static List<Double> softmax(double[] scores) {
        double most = Arrays.stream(scores).max().orElse(0);
        double sum = Arrays.stream(scores).map(each -> Math.exp(each - most)).sum();
        return Arrays.stream(scores).mapToObj(each -> Math.exp(each - most) / sum).toList();
    }
}
