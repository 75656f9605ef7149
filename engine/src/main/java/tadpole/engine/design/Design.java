package tadpole.engine.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/**
 * A list of layers looked at from one end to the other, whether it fits or not. No weight is allocated.
 *
 * @param input shape of one sample
 * @param batch samples of a training batch
 * @param parts one for each layer
 * @param end   what of the end does not fit the goal
 */
public record Design(Shape input, int batch, List<Part> parts, Optional<Misfit> end) {

    public Design {
        parts = List.copyOf(parts);
    }

    /** Layers without anything to reach. */
    public static Design of(Shape input, List<Spec> layers, int batch) {
        return new Design(input, batch, parts(input, layers, batch), Optional.empty());
    }

    public static Design of(Shape input, List<Spec> layers, Goal goal, int batch) {
        List<Part> parts = parts(input, layers, batch);
        Optional<Shape> output = parts.isEmpty() ? Optional.of(input) : parts.getLast().output();
        return new Design(input, batch, parts, new Ending(goal, layers, output).misfit());
    }

    private static List<Part> parts(Shape input, List<Spec> layers, int batch) {
        List<Part> parts = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        Optional<Shape> shape = Optional.of(input);
        for (int i = 0; i < layers.size(); i++) {
            Spec spec = layers.get(i);
            String name = spec.type() + counts.merge(spec.type(), 1, Integer::sum);
            Part part = shape.isPresent() ? part(name, layers, i, shape.get(), batch) : new Part.NotKnown(name, spec, whatever(spec));
            parts.add(part);
            shape = part.output();
        }
        return parts;
    }

    private static Part part(String name, List<Spec> layers, int index, Shape input, int batch) {
        Spec spec = layers.get(index);
        try {
            LayerSize size = Costs.size(layers, index, input);
            Optional<Misfit> remark = PictureSizes.leftOut(spec, input, size.output()).map(fault -> misfit(fault, layers, index, false));
            return new Part.Fitting(name, spec, cost(name, input, size, batch), remark);
        } catch (NoFitException wrong) {
            return new Part.Misfitting(name, spec, input, misfit(wrong.fault(), layers, index, true), wrong.fault().likely());
        }
    }

    private static LayerCost cost(String name, Shape input, LayerSize size, int batch) {
        return new LayerCost(name, input, size.output(), size.parameters(), size.multiplyAdds(), size.bytes(batch));
    }

    /** What comes out of a layer whatever came in, such as a linear layer's units. */
    private static Optional<Shape> whatever(Spec spec) {
        return spec.type().equals("linear") ? Optional.of(Shape.of(spec.settings().whole("out"))) : Optional.empty();
    }

    private static Misfit misfit(Fault fault, List<Spec> layers, int index, boolean refused) {
        List<Repair> repairs = new ArrayList<>();
        for (Fault.Fix fix : fault.fixes()) {
            List<Spec> repaired = new ArrayList<>(layers.subList(0, index));
            repaired.addAll(fix.instead());
            repaired.addAll(layers.subList(index + 1, layers.size()));
            repairs.add(new Repair(fix.label(), repaired));
        }
        beforeFlatten(layers, index).filter(_ -> refused && fault.sentence().contains("takes pictures")).ifPresent(repairs::addFirst);
        return new Misfit(fault.sentence(), fault.formula(), refused, repairs);
    }

    /** A layer of pictures that stands behind what has laid the picture out. */
    private static Optional<Repair> beforeFlatten(List<Spec> layers, int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (layers.get(i).type().equals("flatten")) {
                List<Spec> moved = new ArrayList<>(layers);
                moved.add(i, moved.remove(index));
                return Optional.of(new Repair("Move it before flatten", moved));
            }
        }
        return Optional.empty();
    }

    /** Whether a run can start with it. */
    public boolean fits() {
        return parts.stream().allMatch(Part.Fitting.class::isInstance) && end.filter(Misfit::refused).isEmpty();
    }

    /** Shape of one sample's output, where it is known. */
    public Optional<Shape> output() {
        return parts.isEmpty() ? Optional.of(input) : parts.getLast().output();
    }

    /** Of the layers that fit. */
    public Costs costs() {
        List<LayerCost> known = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Fitting fitting) {
                known.add(fitting.cost());
            }
        }
        return Costs.of(input, known, batch);
    }
}
