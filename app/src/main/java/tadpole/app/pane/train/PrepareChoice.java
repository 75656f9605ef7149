package tadpole.app.pane.train;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tadpole.engine.dataset.Divide;
import tadpole.engine.dataset.Normalize;
import tadpole.engine.dataset.Standardize;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/**
 * One way to prepare the raw numbers, as the drawer offers it.
 *
 * @param help one sentence for its tooltip
 */
record PrepareChoice(String label, String help, List<Spec> steps) {

    private static final Spec TO_ONE = Divide.RECIPE.standard();

    static final PrepareChoice RAW = new PrepareChoice("0 to 255", "The network sees the pixels as the file has them.", List.of());
    static final PrepareChoice UNIT = new PrepareChoice("0 to 1", "Every pixel is divided by 255.", List.of(TO_ONE));
    static final PrepareChoice GIVEN = new PrepareChoice("0.1307 / 0.3081",
            "Divided by 255, then MNIST's published mean and deviation: (x - 0.1307) / 0.3081.",
            List.of(TO_ONE, with(Normalize.RECIPE, Map.of("mean", List.of(0.1307), "deviation", List.of(0.3081)))));
    static final PrepareChoice MEASURED = new PrepareChoice("Measured",
            "Divided by 255, then the training images' own mean and deviation, per channel.",
            List.of(TO_ONE, Standardize.RECIPE.standard()));

    static final List<PrepareChoice> ALL = List.of(RAW, UNIT, GIVEN, MEASURED);

    PrepareChoice {
        steps = List.copyOf(steps);
    }

    /** All of them, and that one where it is another. */
    static List<PrepareChoice> allWith(PrepareChoice choice) {
        return ALL.contains(choice) ? ALL : Stream.concat(ALL.stream(), Stream.of(choice)).toList();
    }

    /** The choice with these steps; one that says so where they are others. */
    static PrepareChoice of(List<Spec> steps) {
        return ALL.stream().filter(choice -> choice.steps().equals(steps)).findFirst().orElseGet(() -> new PrepareChoice(
                "Own steps", "The steps listed below: " + String.join(", ", steps.stream().map(Spec::type).toList()) + ".", steps));
    }

    /** What fits images of so many channels without a thought. */
    static PrepareChoice standard(int channels) {
        return channels == 1 ? GIVEN : MEASURED;
    }

    @Override
    public String toString() {
        return label;
    }

    private static Spec with(Recipe<?> recipe, Map<String, ?> settings) {
        try {
            return recipe.with(settings);
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
