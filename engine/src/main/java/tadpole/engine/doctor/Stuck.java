package tadpole.engine.doctor;

import java.util.Optional;

/** Nothing is learned, and no other rule says why. */
final class Stuck implements Rule {

    @Override
    public String id() {
        return "stuck";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        if (!s.isStuck() || s.lost().isPresent()) {
            return Optional.empty();
        }
        Optional<Trial> trial = s.facts().classes() > 1 ? Optional.of(Trials.byHeart(s.experiment(), s.facts().classes())) : Optional.empty();
        String chance = s.facts().chance().isKnown() ? ", and chance is " + s.facts().chance().words() : "";
        return suspect("Nothing is learned", "After %s the loss is %s%s.".formatted(Words.counted(s.steps(), "step"), Words.number(s.loss().now()), chance), trial);
    }
}
