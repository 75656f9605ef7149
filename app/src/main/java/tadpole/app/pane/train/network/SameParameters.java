package tadpole.app.pane.train.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tadpole.engine.design.Design;
import tadpole.engine.design.Part;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** Two lists of layers whose parameters have the same names and shapes, so that the one can go on with the other's. */
final class SameParameters {

    private static final List<String> SHAPING = List.of("out", "kernel", "kernelWidth", "groups", "bias", "stride", "shortcut", "size", "hidden", "layers");

    private SameParameters() {}

    static boolean of(Shape input, List<Spec> one, List<Spec> other) {
        Design first = Design.of(input, one, 1);
        Design second = Design.of(input, other, 1);
        return fits(first) && fits(second) && learned(first).equals(learned(second));
    }

    private static boolean fits(Design design) {
        return design.parts().stream().allMatch(Part.Fitting.class::isInstance);
    }

    private static List<String> learned(Design design) {
        List<String> all = new ArrayList<>();
        for (Part part : design.parts()) {
            if (part instanceof Part.Fitting(String name, Spec spec, var cost, var _) && cost.parameters() > 0) {
                Map<String, Object> shaping = new TreeMap<>(spec.settings().asMap());
                shaping.keySet().retainAll(SHAPING);
                all.add(name + " " + cost.input() + " " + cost.output() + " " + cost.parameters() + " " + shaping);
            }
        }
        return all;
    }

    /** What is other in the second list, in a few words: "ReLU → Tanh", "with Dropout", "other settings of conv2d". */
    static String difference(List<Spec> one, List<Spec> other) {
        List<Spec> gone = new ArrayList<>(one);
        List<Spec> come = new ArrayList<>(other);
        other.forEach(gone::remove);
        one.forEach(come::remove);
        if (!gone.isEmpty() && !come.isEmpty()) {
            String from = label(gone.getFirst());
            String to = label(come.getFirst());
            return from.equals(to) ? "other settings of " + to : from + " → " + to;
        }
        if (!come.isEmpty()) {
            return "with " + label(come.getFirst());
        }
        return gone.isEmpty() ? "layers in another order" : "without " + label(gone.getFirst());
    }

    private static String label(Spec spec) {
        return LayerForm.recipe(spec.type()).label();
    }
}
