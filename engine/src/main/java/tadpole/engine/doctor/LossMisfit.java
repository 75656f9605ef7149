package tadpole.engine.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.recipe.Spec;

/** A last layer that the loss does not fit: the softmax taken twice, or scores that are cut or squeezed before it. */
final class LossMisfit implements Rule {

    /** Last layers, with the widest lead that their scores can have. */
    private static final Map<String, Double> SQUEEZED = Map.of("softmax", 1.0, "sigmoid", 1.0, "tanh", 2.0);

    @Override
    public String id() {
        return "loss-misfit";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        List<Spec> layers = s.experiment().layers();
        String last = layers.isEmpty() ? "" : layers.getLast().type();
        String loss = s.experiment().loss().type();
        if (loss.equals("crossEntropy") && last.equals("logSoftmax")) {
            return suspect("Log-softmax is taken twice", "The loss takes it by itself, and the network ends with one. It changes nothing but the time.",
                    Optional.empty());
        }
        if (loss.equals("crossEntropy") && SQUEEZED.containsKey(last)) {
            double least = Math.log(1 + (s.facts().classes() - 1) * Math.exp(-SQUEEZED.get(last)));
            return ill(last.equals("softmax") ? "Softmax is taken twice" : "Scores are squeezed before the loss",
                    "Cross-entropy takes raw scores, but the network ends with %s: the loss cannot fall below %s.".formatted(last, Words.number(least)), without(s, last));
        }
        if (loss.equals("crossEntropy") && last.equals("relu") || loss.equals("sigmoidCrossEntropy") && last.equals("relu")) {
            return ill("Scores are cut before the loss", "The loss takes raw scores, but a ReLU at the end makes none below zero: a class once cut is not learned from.", without(s, last));
        }
        if (loss.equals("sigmoidCrossEntropy") && (last.equals("sigmoid") || last.equals("softmax"))) {
            return ill("The sigmoid is taken twice", "The loss takes it by itself, but the network ends with %s.".formatted(last), without(s, last));
        }
        return Optional.empty();
    }

    private static Optional<Trial> without(Symptoms s, String last) {
        return Trials.lower(s, "no %s at the end".formatted(last), own -> own.withLayers(own.layers().subList(0, own.layers().size() - 1)));
    }
}
