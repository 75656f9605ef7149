package tadpole.engine.doctor;

import java.util.Optional;

/** A loss that is no number any more, in a run that nothing else explains. */
final class LostNumbers implements Rule {

    @Override
    public String id() {
        return "lost-numbers";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        if (s.lost().isEmpty()) {
            return Optional.empty();
        }
        String layer = s.lost().get().layer();
        return ill("The loss became NaN or infinite", "At step %d%s.".formatted(s.lost().get().step(),
                layer.isEmpty() ? "" : ", first in layer " + layer), Trials.rate(s, 0.1));
    }
}
