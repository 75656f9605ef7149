package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.twin.TwinLayer;

/**
 * A mistake in the backward pass of one layer.
 *
 * @param types which layers can have it; empty for all with a bias
 * @param wrong what their backward does instead
 */
record LayerMistake(MistakeText text, List<String> types, Wrong wrong) implements Mistake {

    /** Makes the wrong way of a layer. */
    @FunctionalInterface
    interface Wrong {
        WrongBackward.Way of(Network.Stage stage);
    }

    LayerMistake {
        types = List.copyOf(types);
    }

    @Override
    public List<Place> places(CheckSubject subject) {
        Probe probe = new Probe(subject);
        List<Place> places = new ArrayList<>();
        for (int k = 0; k < subject.network().stages().size(); k++) {
            Network.Stage stage = subject.network().stages().get(k);
            if (fits(stage) && probe.shows(k, layer(probe.layer(k), stage))) {
                places.add(Place.layer(stage.name()));
            }
        }
        return places;
    }

    private boolean fits(Network.Stage stage) {
        return types.isEmpty() ? bias(stage) >= 0 : types.contains(stage.spec().type());
    }

    /** Place of the layer's bias among its parameters; -1 where it has none or several. */
    static int bias(Network.Stage stage) {
        List<Parameter> parameters = stage.layer().parameters();
        return parameters.size() == 2 && parameters.get(1).role() == Parameter.Role.BIAS ? 1 : -1;
    }

    @Override
    public TwinLayer layer(TwinLayer right, Network.Stage stage) {
        return new WrongBackward(right, wrong.of(stage));
    }
}
