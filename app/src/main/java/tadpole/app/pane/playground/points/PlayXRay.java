package tadpole.app.pane.playground.points;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.app.pane.playground.points.Columns.Number;
import tadpole.app.pane.playground.points.Columns.Spot;
import tadpole.app.pane.playground.points.Columns.Unit;
import tadpole.app.xray.XRayModel;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Points;
import tadpole.engine.dataset.Split;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.Snapshot;
import tadpole.engine.inspect.Tracer;
import tadpole.engine.inspect.XRay;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** The arithmetic of the network's numbers in one step from where it stands: on the picked point, or on a batch of the training set. */
final class PlayXRay {

    private final XRayModel model = new XRayModel();
    private final Device device;
    private Columns columns = new Columns(List.of(0, 0), List.of("linear1"));
    private int[] layers = {-1, 0};

    PlayXRay(Device device) {
        this.device = device;
    }

    XRayModel model() {
        return model;
    }

    /**
     * Traces a step from here.
     *
     * @param now where the network stands
     * @param at  the point that is learned from, with the class of the training point nearest to it; else the first of the training set
     * @throws SettingException where the parts do not fit each other
     */
    void trace(PlayDraft draft, Snapshot now, Optional<Look.Picked> at) throws SettingException {
        columns = draft.columns();
        layers = layers(draft.wiring());
        Tracer tracer = new Tracer(draft.experiment(), draft.dataset(), device);
        Split split = at.<Split>map(point -> new Points(2, new float[] {(float) point.x1(), (float) point.x2()},
                new int[] {nearest(draft.dataset(), point)})).orElse(tracer.train());
        int count = Math.min(split.size(), draft.experiment().training().batch());
        model.explain(Optional.of(new XRay(tracer.trace(now, split, IntStream.range(0, count).toArray()))));
    }

    /** The numbers of other weights no longer hold. */
    void forget() {
        model.explain(Optional.empty());
    }

    /** Weights in the order of the network's parameters, beside what the optimizer remembers. */
    static Snapshot with(Snapshot from, Columns columns, float[] weights) {
        Map<String, Tensor> state = new HashMap<>(from.state());
        int at = 0;
        for (int column = 1; column <= columns.last(); column++) {
            for (String part : List.of(".weight", ".bias")) {
                Tensor tensor = from.state().get(columns.names().get(column - 1) + part).copy();
                System.arraycopy(weights, at, tensor.data(), 0, tensor.size());
                state.put(columns.names().get(column - 1) + part, tensor);
                at += tensor.size();
            }
        }
        return new Snapshot(state, from.memory(), from.step());
    }

    static int nearest(Dataset dataset, Look.Picked point) {
        float[] place = new float[2];
        double least = Double.MAX_VALUE;
        int label = 0;
        for (int i = 0; i < dataset.train().size(); i++) {
            dataset.train().read(i, place, 0);
            double distance = Math.hypot(place[0] - point.x1(), place[1] - point.x2());
            if (distance < least) {
                least = distance;
                label = dataset.train().label(i);
            }
        }
        return label;
    }

    /** The layer whose output stands in each column. */
    private static int[] layers(Wiring wiring) {
        int[] layers = new int[wiring.hidden().size() + 2];
        layers[0] = -1;
        for (int i = 0; i < wiring.hidden().size(); i++) {
            layers[i + 1] = layers[i] + (wiring.hidden().get(i).activation().equals(Wiring.NONE) ? 1 : 2);
        }
        layers[layers.length - 1] = layers[layers.length - 2] + 1;
        return layers;
    }

    /** What a click on it opens. */
    Address address(Spot spot) {
        return switch (spot) {
            case Unit(int column, int index) when column == 0 -> new Address.Input(0, index);
            case Unit(int column, int index) when column == columns.last() -> new Address.Probability(0, index);
            case Unit(int column, int index) -> new Address.Activation(layers[column], 0, index);
            case Number number -> new Address.Updated(columns.parameter(number), columns.index(number));
        };
    }

    /** All numbers that stand there. */
    List<Address> addresses(Spot spot) {
        if (!columns.has(spot)) {
            return List.of();
        }
        return switch (spot) {
            case Unit unit when unit.column() == 0 -> List.of(address(unit), new Address.Raw(0, unit.index()));
            case Unit unit when unit.column() == columns.last() -> List.of(address(unit), new Address.Activation(layers[unit.column()], 0, unit.index()),
                    new Address.ActivationGradient(layers[unit.column()], 0, unit.index()));
            case Unit unit -> List.of(address(unit), new Address.Activation(layers[unit.column()] - 1, 0, unit.index()),
                    new Address.ActivationGradient(layers[unit.column()], 0, unit.index()));
            case Number number -> List.of(address(number), new Address.Weight(columns.parameter(number), columns.index(number)),
                    new Address.WeightGradient(columns.parameter(number), columns.index(number)));
        };
    }
}
