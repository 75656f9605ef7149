package tadpole.engine.doctor;

import java.util.Optional;

/** Before anything is learned all classes should be about as likely: a far higher loss means start weights that are too large. */
final class FirstLoss implements Rule {

    @Override
    public String id() {
        return "first-loss";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        Chance chance = s.facts().chance();
        if (!s.fromStart() || !s.hasSteps() || !chance.isKnown()) {
            return Optional.empty();
        }
        double first = s.loss().first();
        String numbers = "%s, and %s".formatted(Words.number(first), chance.words());
        if (!(first <= 3 * chance.loss() + (chance.loss() > 1 ? 1 : 0))) {
            String evidence = numbers + ": the network is sure of wrong answers before it learned anything. The start weights are too large.";
            boolean learned = s.loss().now() < 0.5 * first && s.loss().now() < chance.loss();
            return learned ? suspect("First loss was far above chance", evidence, trial(s)) : ill("First loss is far above chance", evidence, trial(s));
        }
        return well(first < 1.25 * chance.loss() ? "First loss is that of chance"
                : first < 1.5 * chance.loss() ? "First loss is near that of chance" : "First loss is above that of chance", numbers);
    }

    private static Optional<Trial> trial(Symptoms s) {
        return Trials.lower(s, "smaller start weights", own -> Trials.withLayers(own, AlikeStart::drawn));
    }
}
