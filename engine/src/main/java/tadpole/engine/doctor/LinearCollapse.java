package tadpole.engine.doctor;

import java.util.Optional;
import java.util.Set;
import tadpole.engine.recipe.Spec;

/** Linear layers without anything bent between them are one linear layer: no trial is needed to know it. */
final class LinearCollapse implements Rule {

    private static final Set<String> PASSES = Set.of("dropout", "flatten");

    @Override
    public String id() {
        return "linear-collapse";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        String before = "";
        for (Spec layer : s.experiment().layers()) {
            if (layer.type().equals("linear") && before.equals("linear")) {
                return suspect("Two linear layers are one", "Nothing bends the signal between them: together they can say no more than a single one.",
                        Optional.empty());
            }
            before = PASSES.contains(layer.type()) ? before : layer.type();
        }
        return Optional.empty();
    }
}
