package tadpole.engine.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tadpole.engine.layer.Relu;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.Experiment;

/** Linear layers without anything bent between them are one linear layer. */
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
                        Trials.lower(s, "a ReLU between", LinearCollapse::bent));
            }
            before = PASSES.contains(layer.type()) ? before : layer.type();
        }
        return Optional.empty();
    }

    private static Experiment bent(Experiment own) {
        List<Spec> layers = new ArrayList<>();
        boolean linear = false;
        for (Spec layer : own.layers()) {
            if (layer.type().equals("linear") && linear) {
                layers.add(Relu.RECIPE.standard());
            }
            linear = layer.type().equals("linear") || linear && PASSES.contains(layer.type());
            layers.add(layer);
        }
        return own.withLayers(layers);
    }
}
