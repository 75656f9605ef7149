package tadpole.engine.doctor;

import java.util.Optional;
import tadpole.engine.recipe.Spec;

/** What reaches the network should be about 0 with a deviation of about 1; pixels 0..255 make every gradient huge. */
final class RawInputs implements Rule {

    private static final double MOST = 5;
    private static final double LEAST = 0.03;

    @Override
    public String id() {
        return "raw-inputs";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        Inputs inputs = s.facts().inputs();
        String numbers = "mean %s, deviation %s".formatted(Words.number(inputs.mean()), Words.number(inputs.deviation()));
        if (!inputs.finite()) {
            return ill("Inputs are not all numbers", "Some that reach the network are NaN or infinite. Look at the data.", Optional.empty());
        }
        if (normalizesFirst(s)) {
            return Optional.empty();
        }
        if (inputs.deviation() > MOST || Math.abs(inputs.mean()) > MOST) {
            return ill("Inputs were not normalized", numbers + " reach the network; calm is about 0 and 1.", trial(s));
        }
        if (areTiny(s)) {
            return ill("Inputs are tiny", numbers + " reach the network; calm is about 0 and 1.", trial(s));
        }
        return well("Inputs are normalized", numbers);
    }

    /** Whether nothing is learned from numbers that are all nearly the same. */
    static boolean areTiny(Symptoms s) {
        return !normalizesFirst(s) && s.facts().inputs().deviation() < LEAST && s.isStuck();
    }

    private static boolean normalizesFirst(Symptoms s) {
        String first = s.experiment().layers().stream().map(Spec::type).filter(type -> !type.equals("flatten")).findFirst().orElse("");
        return first.equals("batchNorm2d") || first.equals("layerNorm") || first.equals("embedding");
    }

    private static Optional<Trial> trial(Symptoms s) {
        return Trials.lower(s, "normalized inputs", Trials::standardized);
    }
}
