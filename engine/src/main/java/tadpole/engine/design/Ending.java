package tadpole.engine.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tadpole.engine.loss.Loss;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;

/**
 * Whether a network's end is what the loss takes.
 *
 * @param output shape behind the last layer, where it is known
 */
record Ending(Goal goal, List<Spec> layers, Optional<Shape> output) {

    /** What a loss takes by itself. */
    private static final Map<String, String> INSIDE = Map.of("crossEntropy", "softmax", "sigmoidCrossEntropy", "sigmoid");
    /** What may stand behind the last layer that learns. */
    private static final Set<String> BENDING = Set.of("softmax", "logSoftmax", "relu", "leakyRelu", "gelu", "silu", "sigmoid", "tanh", "dropout");

    Optional<Misfit> misfit() {
        Loss loss = goal.make();
        Optional<Misfit> outputs = output.flatMap(shape -> ofOutputs(loss, shape));
        return outputs.or(() -> ofLastLayer(loss)).or(this::ofDoubled);
    }

    private Optional<Misfit> ofOutputs(Loss loss, Shape shape) {
        try {
            if (goal.target().isPresent()) {
                loss.acceptValues(goal.recipe().label(), shape, goal.target().get());
            } else {
                loss.accept(shape, goal.classes());
            }
            return Optional.empty();
        } catch (ShapeException misfit) {
            return Optional.of(new Misfit(misfit.getMessage(), "%s ≠ %d".formatted(shape, goal.outputs()), true, repairs(loss, shape)));
        }
    }

    private List<Repair> repairs(Loss loss, Shape shape) {
        List<Repair> repairs = new ArrayList<>();
        int last = layers.size() - 1;
        while (last >= 0 && BENDING.contains(layers.get(last).type())) {
            last--;
        }
        if (last >= 0 && layers.get(last).type().equals("linear") && shape.rank() == 1) {
            List<Spec> set = new ArrayList<>(layers);
            set.set(last, Specs.with(layers.get(last), "out", (long) goal.outputs()));
            repairs.add(new Repair("Set outputs to " + goal.outputs(), set));
        }
        List<Spec> longer = new ArrayList<>(layers);
        boolean swap = loss.lastLayer().isPresent() && type(layers).equals(loss.lastLayer().get());
        if (swap) {
            longer.removeLast();
        }
        if (shape.rank() != 1) {
            longer.add(Specs.of("flatten"));
        }
        longer.add(Specs.of("linear", Map.of("out", (long) goal.outputs())));
        loss.lastLayer().ifPresent(type -> longer.add(Specs.of(type)));
        repairs.add(new Repair("Add %slinear of %d".formatted(shape.rank() == 1 ? "" : "flatten and ", goal.outputs()), longer));
        return repairs;
    }

    private Optional<Misfit> ofLastLayer(Loss loss) {
        if (loss.lastLayer().isEmpty() || loss.lastLayer().get().equals(type(layers))) {
            return Optional.empty();
        }
        String needed = loss.lastLayer().get();
        String label = Specs.recipe(needed).label();
        List<Repair> repairs = new ArrayList<>();
        List<Spec> without = Set.of("softmax", "logSoftmax").contains(type(layers)) ? layers.subList(0, layers.size() - 1) : layers;
        List<Spec> ended = new ArrayList<>(without);
        ended.add(Specs.of(needed));
        repairs.add(new Repair((without == layers ? "Add " : "Take ") + label.toLowerCase(java.util.Locale.ROOT), ended));
        return Optional.of(new Misfit("%s needs a network that ends with %s.".formatted(goal.recipe().label(), label.toLowerCase(java.util.Locale.ROOT)), "", true, repairs));
    }

    private Optional<Misfit> ofDoubled() {
        String last = type(layers);
        if (last.isEmpty() || !last.equals(INSIDE.get(goal.loss().type()))) {
            return Optional.empty();
        }
        return Optional.of(new Misfit("%s takes a %s by itself, and the network ends with one: it is taken twice.".formatted(goal.recipe().label(), last),
                "", false, List.of(new Repair("Remove the " + last, layers.subList(0, layers.size() - 1)))));
    }

    private static String type(List<Spec> layers) {
        return layers.isEmpty() ? "" : layers.getLast().type();
    }
}
