package tadpole.app.pane.playground.neuron;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.app.chart.Digits;
import tadpole.app.chart.XyPicture;
import tadpole.app.chart.XyPicture.Axes;
import tadpole.app.chart.XyPicture.Item;
import tadpole.engine.inspect.ActivationGraph;
import tadpole.engine.inspect.TanhIdentity;

/** The room's graphs. */
final class NeuronPictures {

    private static final float[] DASHES = {6, 4};
    private static final String[] STAGES = {"σ(x)", "σ(2x): twice as steep", "2 σ(2x): twice as high", "2 σ(2x) - 1: one lower, and it is tanh(x)"};

    private NeuronPictures() {}

    static String stage(int stage) {
        return STAGES[stage];
    }

    /** The activation, its slope, and where the neuron stands on it. */
    static XyPicture activation(NeuronModel.Shown shown, String label) {
        ActivationGraph graph = shown.graph();
        double least = Math.min(-1.2, Math.max(-2, min(graph.value()) - 0.2));
        double most = Math.max(1.2, max(graph.value()) + 0.2);
        double z = Math.clamp(shown.neuron().z(), -NeuronModel.REACH, NeuronModel.REACH);
        boolean outside = z != shown.neuron().z();
        List<Item> items = new ArrayList<>(List.of(
                new XyPicture.Line(graph.x(), graph.value(), 0, 2.2),
                new XyPicture.Line(graph.x(), graph.slope(), 1, 1.6, DASHES),
                new XyPicture.Upright(z, outside ? "z = %s, outside".formatted(Digits.shortest(shown.neuron().z())) : "")));
        if (!outside) {
            items.add(new XyPicture.Tangent(z, shown.neuron().a(), shown.neuron().slope(), 0));
            items.add(new XyPicture.Dots(new double[] {z}, new double[] {shown.neuron().slope()}, 1, 3.5, -1));
            items.add(new XyPicture.Dots(new double[] {z}, new double[] {shown.neuron().a()}, 0, 5, 0));
            items.add(new XyPicture.Words(z, shown.neuron().a(), "a = " + Digits.shortest(shown.neuron().a()), 0));
            items.add(new XyPicture.Words(z, shown.neuron().slope(), "slope " + Digits.shortest(shown.neuron().slope()), 1));
        }
        return new XyPicture(label, "solid; dashed its slope", new Axes(-NeuronModel.REACH, NeuronModel.REACH, least, most, false, false, "z"), items);
    }

    static XyPicture proof(NeuronModel model) {
        TanhIdentity identity = model.identity();
        int stage = model.stageProperty().get();
        double[] bent = IntStream.range(0, identity.x().length).mapToDouble(i -> model.bent(stage, i)).toArray();
        return new XyPicture("tanh(x)", "solid; dashed " + NeuronPictures.stage(stage), new Axes(-4, 4, -1.15, 2.15, false, false, "x"), List.of(
                new XyPicture.Line(identity.x(), identity.tanh(), 0, 3.4), new XyPicture.Line(identity.x(), bent, 1, 2, DASHES)));
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElse(0);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }
}
