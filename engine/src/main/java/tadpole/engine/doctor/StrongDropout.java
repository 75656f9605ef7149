package tadpole.engine.doctor;

import java.util.Optional;
import tadpole.engine.layer.Layers;

/** So much is dropped that the network learns far less than it knows. */
final class StrongDropout implements Rule {

    private static final double MUCH = 0.7;
    private static final double LEAD = 0.1;

    @Override
    public String id() {
        return "strong-dropout";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        double p = s.experiment().layers().stream().filter(each -> each.type().equals("dropout")).mapToDouble(each -> each.settings().decimal("p")).max().orElse(0);
        if (p < MUCH || s.epochs().size() < 2 || s.train().isEmpty() || s.heldOut().isEmpty()) {
            return Optional.empty();
        }
        double train = s.train().get().accuracy();
        double held = s.heldOut().get().accuracy();
        if (held < train + LEAD) {
            return Optional.empty();
        }
        return ill("Dropout is too strong", "With %s dropped, training stands at %s right, %s images without dropout at %s.".formatted(
                Words.percent(p), Words.percent(train), s.facts().heldOutName(), Words.percent(held)),
                Trials.lower(s, "dropout 0.2", own -> Trials.withLayers(own, layer -> layer.type().equals("dropout") ? Trials.with(Layers.ALL, layer, "p", 0.2) : layer)));
    }
}
