package tadpole.engine.doctor;

import java.util.Optional;
import java.util.stream.Stream;
import tadpole.engine.layer.Layers;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.StartValues;

/** Units that start alike stay alike: they get the same gradient at every step. */
final class AlikeStart implements Rule {

    @Override
    public String id() {
        return "alike-start";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        if (!s.fromStart() || s.facts().alike().isEmpty()) {
            return Optional.empty();
        }
        String layer = s.facts().alike().getFirst();
        return ill("All units start alike", "In %s every unit has the same start weights, so all learn the same.".formatted(layer),
                Trials.lower(s, "random start", own -> Trials.withLayers(own.withStart(StartValues.NONE), AlikeStart::drawn)));
    }

    static Spec drawn(Spec layer) {
        return layer.settings().asMap().containsKey("init") ? gained(Trials.with(Layers.ALL, layer, "init", "uniformFanIn")) : layer;
    }

    private static Spec gained(Spec layer) {
        return Stream.of("gain").filter(layer.settings().asMap()::containsKey).reduce(layer, (spec, key) -> Trials.with(Layers.ALL, spec, key, 1.0), (_, last) -> last);
    }
}
