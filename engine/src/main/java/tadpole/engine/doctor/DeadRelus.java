package tadpole.engine.doctor;

import java.util.Comparator;
import java.util.Optional;
import tadpole.engine.layer.LeakyRelu;
import tadpole.engine.training.StartValues;

/** ReLUs that are zero for every image learn nothing any more. */
final class DeadRelus implements Rule {

    private static final double MANY = 0.75;
    private static final double SOME = 0.5;
    private static final int FEW = 8;

    @Override
    public String id() {
        return "dead-relu";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        Probe probe = s.probe();
        if (probe.units() == 0) {
            return Optional.empty();
        }
        String evidence = "%d of %d on %d images".formatted(probe.silent(), probe.units(), probe.images());
        Optional<Probe.OfLayer> worst = probe.layers().stream().filter(each -> each.units() > 0)
                .max(Comparator.comparingDouble(each -> (double) each.silent() / each.units()));
        double share = (double) worst.orElseThrow().silent() / worst.get().units();
        if (share > MANY) {
            boolean born = s.fromStart() && s.start().silent() > 0.5 * probe.silent();
            return ill(share == 1 ? "All units of a layer are silent" : "Most units of a layer are silent",
                    "%s: %d of %d never rise above zero on %d images%s.".formatted(worst.get().name(), worst.get().silent(), worst.get().units(), probe.images(),
                            born ? ", and did not at the start" : "; at the start %d".formatted(s.start().silent())), trial(s, born));
        }
        if (share > SOME && worst.get().units() > FEW) {
            return suspect("Many units are silent", "%s: %d of %d never rise above zero on %d images.".formatted(
                    worst.get().name(), worst.get().silent(), worst.get().units(), probe.images()), trial(s, false));
        }
        return well(probe.silent() == 0 ? "No unit is silent" : probe.silent() > 0.1 * probe.units() ? "Some units are silent" : "Few units are silent", evidence);
    }

    private static Optional<Trial> trial(Symptoms s, boolean born) {
        if (born && !s.experiment().start().isEmpty()) {
            return Trials.lower(s, "a drawn start", own -> own.withStart(StartValues.NONE));
        }
        return Trials.lower(s, "leaky ReLU", own -> Trials.withLayers(own, layer -> layer.type().equals("relu") ? LeakyRelu.RECIPE.standard() : layer));
    }
}
