package tadpole.engine.doctor;

import java.util.Optional;

/** Before anything is learned all classes should be about as likely: a far higher loss means start weights that are too large. */
final class FirstLoss implements Rule {

    private static final double KNOWS = 0.7;
    /** Nats: random scores of a deviation of 1 cost about a half. */
    private static final double WELL_ABOVE = 1.5;

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
        if (!(first <= 3 * chance.loss() + 1)) {
            String evidence = numbers + ": the network is sure of wrong answers before it learned anything. The start weights are too large.";
            return overcome(s) ? suspect("First loss was far above chance", evidence, trial(s)) : ill("First loss is far above chance", evidence, trial(s));
        }
        if (first > Math.max(2 * chance.loss(), chance.loss() + WELL_ABOVE) && !overcome(s)) {
            return suspect("First loss is well above chance", numbers + ": the start weights are large.", trial(s));
        }
        return well(headline(first / chance.loss()), numbers);
    }

    private static String headline(double share) {
        if (share < KNOWS) {
            return "First loss is below chance: it began with something learned";
        }
        return share < 1.25 ? "First loss is that of chance" : share < 1.5 ? "First loss is near that of chance" : "First loss is above chance, and no harm";
    }

    /** Whether it learned in spite of it. */
    private static boolean overcome(Symptoms s) {
        return s.hadTime() && s.loss().now() < Math.min(0.5 * s.loss().first(), s.facts().chance().loss());
    }

    private static Optional<Trial> trial(Symptoms s) {
        return Trials.lower(s, "smaller start weights", own -> Trials.withLayers(own, AlikeStart::drawn));
    }
}
