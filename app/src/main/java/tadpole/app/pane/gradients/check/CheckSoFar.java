package tadpole.app.pane.gradients.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.inspect.CheckEvent;
import tadpole.engine.inspect.CheckedTensor;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Parameter;

/** What the events of a check told until now. */
final class CheckSoFar {

    private List<CheckedTensor> tensors = List.of();
    /** Beside the tensors: the places that are checked, in the order in which they were. */
    private List<List<Integer>> places = List.of();
    private double loss;
    private double analyticSeconds;
    private double numericSeconds;
    private long checked;

    /** Nothing is checked. */
    void clear() {
        begin(List.of());
    }

    void hear(List<CheckEvent> events) {
        events.forEach(this::hear);
    }

    private void hear(CheckEvent event) {
        switch (event) {
            case CheckEvent.Began began -> {
                begin(began.tensors().stream().map(CheckSoFar::own).toList());
                loss = began.loss();
                analyticSeconds = began.analyticSeconds();
            }
            case CheckEvent.Checked some -> {
                CheckedTensor tensor = tensors.get(some.tensor());
                for (int i = 0; i < some.places().length; i++) {
                    tensor.numeric()[some.places()[i]] = some.numeric()[i];
                    tensor.crossed()[some.places()[i]] = some.crossed()[i];
                    places.get(some.tensor()).add(some.places()[i]);
                }
                checked += some.places().length;
                numericSeconds = some.seconds();
            }
        }
    }

    /** A check that was opened, whole. */
    void show(double ofLoss, List<CheckedTensor> all, double analytic, double numeric) {
        begin(all);
        for (int i = 0; i < all.size(); i++) {
            CheckedTensor tensor = all.get(i);
            IntStream.range(0, tensor.size()).filter(tensor::isChecked).forEach(places.get(i)::add);
            checked += tensor.checked();
        }
        loss = ofLoss;
        analyticSeconds = analytic;
        numericSeconds = numeric;
    }

    /** All parameters of a network, nothing checked. */
    void lay(Network network) {
        begin(unchecked(network));
    }

    private static List<CheckedTensor> unchecked(Network network) {
        List<CheckedTensor> tensors = new ArrayList<>();
        for (int k = 0; k < network.stages().size(); k++) {
            Network.Stage stage = network.stages().get(k);
            for (Parameter each : stage.layer().parameters()) {
                double[] numeric = new double[each.size()];
                Arrays.fill(numeric, Double.NaN);
                tensors.add(new CheckedTensor(CheckedTensor.Kind.PARAMETER, each.name(), k, stage.name(), each.shape(), new double[each.size()],
                        numeric, new boolean[each.size()], 0, Double.NaN));
            }
        }
        return tensors;
    }

    private void begin(List<CheckedTensor> all) {
        tensors = List.copyOf(all);
        places = all.stream().<List<Integer>>map(_ -> new ArrayList<>()).toList();
        checked = 0;
        numericSeconds = 0;
        analyticSeconds = 0;
        loss = Double.NaN;
    }

    /** With numbers of its own, as it is written to. */
    private static CheckedTensor own(CheckedTensor told) {
        return new CheckedTensor(told.kind(), told.name(), told.layer(), told.owner(), told.shape(), told.analytic(), told.numeric().clone(),
                told.crossed().clone(), told.rounding(), told.off());
    }

    /** As it is now. */
    List<CheckedTensor> copy() {
        return tensors.stream().map(CheckSoFar::own).toList();
    }

    List<CheckedTensor> tensors() {
        return tensors;
    }

    List<Integer> places(int tensor) {
        return places.get(tensor);
    }

    double loss() {
        return loss;
    }

    double analyticSeconds() {
        return analyticSeconds;
    }

    double numericSeconds() {
        return numericSeconds;
    }

    long checked() {
        return checked;
    }
}
