package tadpole.app.pane.train;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tadpole.engine.dataset.Dataset;
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

    /** For data that are no pictures. */
    static final List<PrepareChoice> OF_POINTS = List.of(
            new PrepareChoice("As they are", "The network sees the numbers as they are.", List.of()),
            new PrepareChoice("Measured", "The training samples' own mean and deviation, per number.", List.of(Standardize.RECIPE.standard())));

    PrepareChoice {
        steps = List.copyOf(steps);
    }

    /** All of them, and that one where none has its steps. */
    static List<PrepareChoice> allWith(PrepareChoice choice, boolean pictures) {
        List<PrepareChoice> all = pictures ? ALL : OF_POINTS;
        return all.contains(choice.among(all)) ? all : Stream.concat(all.stream(), Stream.of(choice)).toList();
    }

    /** The one with the same steps; itself where there is none. */
    PrepareChoice among(List<PrepareChoice> all) {
        return all.stream().filter(each -> each.steps().equals(steps)).findFirst().orElse(this);
    }

    /** The choice with these steps; one that says so where they are others. */
    static PrepareChoice of(List<Spec> steps) {
        return ALL.stream().filter(choice -> choice.steps().equals(steps)).findFirst().orElseGet(() -> new PrepareChoice(
                "Own steps", "The steps listed below: " + String.join(", ", steps.stream().map(Spec::type).toList()) + ".", steps));
    }

    /** What fits a data set without a thought. */
    static PrepareChoice standard(Dataset dataset) {
        if (!dataset.hasPictures()) {
            return RAW;
        }
        return dataset.shape().at(0) == 1 ? GIVEN : MEASURED;
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
