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
import tadpole.engine.inspect.StepTrace;
import tadpole.engine.inspect.Tracer;
import tadpole.engine.inspect.XRay;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** The arithmetic of the network's numbers in one step from where it stands. */
final class PlayXRay {

    private final XRayModel model = new XRayModel();
    private final Device device;
    private Columns columns = new Columns(List.of(0, 0), List.of("linear1"));
    private int[] layers = {-1, 0};
    private Optional<XRayWords> words = Optional.empty();

    PlayXRay(Device device) {
        this.device = device;
    }

    XRayModel model() {
        return model;
    }

    /** Which points a step is traced on. */
    enum Over {
        /** The picked point, with the class of the training point nearest to it; else the first batch of the training set. */
        NEXT,
        TRAINING,
        TEST
    }

    /**
     * Traces a step from here.
     *
     * @param now    where the network stands
     * @param picked the point that one asks about
     * @throws SettingException where the parts do not fit each other
     */
    void trace(PlayDraft draft, Snapshot now, Over over, Optional<Look.Picked> picked) throws SettingException {
        columns = draft.columns();
        layers = layers(draft.wiring());
        Tracer tracer = new Tracer(draft.experiment(), draft.dataset(), device);
        Split split = switch (over) {
            case NEXT -> picked.<Split>map(point -> new Points(2, new float[] {(float) point.x1(), (float) point.x2()},
                    new int[] {nearest(draft.dataset(), point)})).orElse(tracer.train());
            case TRAINING -> tracer.train();
            case TEST -> tracer.heldOut().orElseThrow();
        };
        int count = over == Over.NEXT ? Math.min(split.size(), draft.experiment().training().batch()) : split.size();
        StepTrace trace = tracer.trace(now, split, IntStream.range(0, count).toArray());
        words = Optional.of(new XRayWords(draft, trace.raw(), over, picked.isPresent() && over == Over.NEXT));
        model.explain(Optional.of(new XRay(trace)));
    }

    /** What the room calls the number that stands there, and for which point it is computed. */
    String words(Address address) {
        return words.map(each -> each.of(address, spot(address), isBeforeActivation(address))).orElse("");
    }

    private boolean isBeforeActivation(Address address) {
        return switch (address) {
            case Address.Activation at -> layers[column(at.layer())] != at.layer();
            case Address.ActivationGradient at -> layers[column(at.layer())] != at.layer();
            default -> false;
        };
    }

    /** Where the drawing has it; the inputs and outputs of an activation stand at one place. */
    private Optional<Spot> spot(Address address) {
        return switch (address) {
            case Address.Raw _ -> Optional.empty();
            case Address.Input at -> Optional.of(new Unit(0, at.index()));
            case Address.Weight at -> Optional.of(columns.number(at.parameter(), at.index()));
            case Address.WeightGradient at -> Optional.of(columns.number(at.parameter(), at.index()));
            case Address.Updated at -> Optional.of(columns.number(at.parameter(), at.index()));
            case Address.Memory at -> Optional.of(columns.number(at.parameter(), at.index()));
            case Address.Activation at -> Optional.of(new Unit(column(at.layer()), at.index()));
            case Address.ActivationGradient at -> Optional.of(new Unit(column(at.layer()), at.index()));
            case Address.Probability at -> Optional.of(new Unit(columns.last(), at.index()));
            case Address.Jacobian at -> Optional.of(new Unit(columns.last(), at.probability()));
            case Address.SampleLoss _, Address.Loss _, Address.RuleLine _, Address.Cell _ -> Optional.empty();
        };
    }

    private int column(int layer) {
        int column = 0;
        while (layers[column] < layer) {
            column++;
        }
        return column;
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
