package tadpole.engine.doctor;

import java.util.Optional;
import tadpole.engine.layer.Layers;
import tadpole.engine.recipe.Spec;

/** Signals that grow from layer to layer make gradients that no rate can follow. */
final class Exploding implements Rule {

    private static final int DEEP = 4;
    private static final double MOST = 100;

    @Override
    public String id() {
        return "exploding-gradients";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        if (!s.fromStart() || s.pulses().isEmpty() || s.pulses().getFirst().step() > 1 || s.pulses().getFirst().layers().size() < DEEP) {
            return Optional.empty();
        }
        double gradient = s.pulses().getFirst().gradient();
        double first = s.start().layers().getFirst().deviation();
        double last = s.start().layers().getLast().deviation();
        if (gradient < MOST || last < 30 * first) {
            return Optional.empty();
        }
        return ill("Gradients explode", "The signal's deviation grows from %s to %s through %d layers, and the first gradients have length %s; calm is about 1."
                .formatted(Words.number(first), Words.number(last), s.pulses().getFirst().layers().size(), Words.number(gradient)),
                Trials.lower(s, "He's start weights", own -> Trials.withLayers(own, Exploding::he)));
    }

    static Spec he(Spec layer) {
        if (!layer.settings().asMap().containsKey("init")) {
            return layer;
        }
        Spec he = Trials.with(Layers.ALL, layer, "init", "he");
        return he.settings().asMap().containsKey("gain") ? Trials.with(Layers.ALL, he, "gain", 1.0) : he;
    }
}
