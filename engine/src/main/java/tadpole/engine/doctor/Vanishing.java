package tadpole.engine.doctor;

import java.util.Optional;
import tadpole.engine.layer.Relu;
import tadpole.engine.recipe.Spec;

/** Gradients that die on their way back: the first layers stand still while the last ones learn. */
final class Vanishing implements Rule {

    private static final int DEEP = 3;
    private static final double SHARE = 0.01;

    @Override
    public String id() {
        return "vanishing-gradients";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        if (s.pulses().size() < 5 || !s.isStuck() || deadEnd(s)) {
            return Optional.empty();
        }
        double[] gradients = Symptoms.medians(s.pulses().subList(0, Math.min(s.pulses().size(), 20)), Pulse.OfLayer::gradient);
        if (gradients.length < DEEP || !(gradients[0] < SHARE * gradients[gradients.length - 1])) {
            return Optional.empty();
        }
        return ill("Gradients vanish", "Length %s in %s, but %s in %s: what the first layer gets is %s times smaller.".formatted(
                Words.number(gradients[0]), s.pulses().getFirst().layers().getFirst().name(), Words.number(gradients[gradients.length - 1]),
                s.pulses().getFirst().layers().getLast().name(), Words.number(gradients[gradients.length - 1] / gradients[0])), trial(s));
    }

    private static boolean deadEnd(Symptoms s) {
        return s.probe().layers().stream().anyMatch(each -> each.units() > 0 && each.silent() == each.units());
    }

    private static Optional<Trial> trial(Symptoms s) {
        boolean squeezes = s.experiment().layers().stream().anyMatch(Vanishing::squeezes);
        return squeezes
                ? Trials.lower(s, "ReLU and He's start", own -> Trials.withLayers(own, layer -> Exploding.he(squeezes(layer) ? Relu.RECIPE.standard() : layer)))
                : Trials.lower(s, "He's start weights", own -> Trials.withLayers(own, Exploding::he));
    }

    private static boolean squeezes(Spec layer) {
        return layer.type().equals("sigmoid") || layer.type().equals("tanh");
    }
}
