package tadpole.engine.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tadpole.engine.optimizer.Optimizer;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.optimizer.Step;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.surface.Surface.Here;
import tadpole.engine.surface.Surface.Place;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * The path of an optimizer over a surface: the engine's own optimizer on a parameter of two numbers. It ends early where the
 * place leaves all bounds.
 *
 * @param marks the start and the place after each step
 */
public record Walk(Surface surface, Spec optimizer, List<Mark> marks) {

    /** Farther than this nobody looks: it has left for good. */
    private static final double FAR = 1e6;

    /**
     * Where a path stands.
     *
     * @param here   value and gradient
     * @param before what the optimizer remembered before the step that led here, two numbers each; empty at the start
     * @param after  the same after it
     */
    public record Mark(Place place, Here here, Map<String, double[]> before, Map<String, double[]> after) {}

    public Walk {
        marks = List.copyOf(marks);
    }

    /** @throws SettingException where there is no such optimizer */
    public static Walk of(Surface surface, Spec optimizer, Place start, int steps, Device device) throws SettingException {
        return of(new Ground(surface, optimizer, device, (float) start.x(), (float) start.y()), steps);
    }

    /** On a parameter of one number: y stays 0. */
    static Walk along(Surface surface, Spec optimizer, double start, int steps, Device device) throws SettingException {
        return of(new Ground(surface, optimizer, device, (float) start), steps);
    }

    private static Walk of(Ground ground, int steps) throws SettingException {
        Spec optimizer = ground.optimizer;
        Optimizer walker = Recipe.find(Optimizers.ALL, "optimizer", optimizer.type()).maker().make(optimizer.settings());
        List<Mark> marks = new ArrayList<>();
        ground.evaluate();
        marks.add(new Mark(ground.place(), ground.here, Map.of(), Map.of()));
        for (int i = 0; i < steps && ground.isNear(); i++) {
            Map<String, double[]> before = remembered(walker);
            walker.step(ground);
            ground.evaluate();
            marks.add(new Mark(ground.place(), ground.here, before, remembered(walker)));
        }
        return new Walk(ground.surface, optimizer, marks);
    }

    /**
     * What one step did with one of the two numbers.
     *
     * @param step  from 1
     * @param along 0 for x, 1 for y
     */
    public Reading reading(int step, int along) {
        Mark from = marks.get(step - 1);
        Mark to = marks.get(step);
        return new Reading(optimizer, along == 0 ? "x" : "y", false, step, optimizer.settings().decimal("rate"), OptionalDouble.empty(),
                (float) (along == 0 ? from.here().dx() : from.here().dy()),
                (float) (along == 0 ? from.place().x() : from.place().y()),
                (float) (along == 0 ? to.place().x() : to.place().y()), along(to.before(), along), along(to.after(), along));
    }

    private static Map<String, Float> along(Map<String, double[]> remembered, int along) {
        Map<String, Float> numbers = new LinkedHashMap<>();
        remembered.forEach((name, values) -> {
            if (name.startsWith("p.")) {
                numbers.put(name.substring(2), (float) values[along]);
            }
        });
        return numbers;
    }

    /** The direction that the optimizer goes on in: its velocity, or where it has none the last move. */
    public Place velocity(int step) {
        for (Map.Entry<String, double[]> each : marks.get(step).after().entrySet()) {
            if (each.getKey().endsWith(".momentum_buffer") || each.getKey().endsWith(".exp_avg")) {
                return new Place(-each.getValue()[0], -each.getValue()[1]);
            }
        }
        if (step == 0) {
            return new Place(0, 0);
        }
        Place now = marks.get(step).place();
        Place before = marks.get(step - 1).place();
        return new Place(now.x() - before.x(), now.y() - before.y());
    }

    private static Map<String, double[]> remembered(Optimizer optimizer) {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        optimizer.state().forEach((name, tensor) -> {
            float[] data = tensor.data();
            double first = data.length > 0 ? data[0] : 0;
            numbers.put(name, new double[] {first, data.length > 1 ? data[1] : first});
        });
        return numbers;
    }

    /** The surface as an optimizer sees it: a loss of one parameter. */
    private static final class Ground implements Step {

        private final Surface surface;
        private final Spec optimizer;
        private final Parameter parameter;
        private final List<Parameter> parameters;
        private final Device device;
        private Here here = new Here(0, 0, 0);

        Ground(Surface surface, Spec optimizer, Device device, float... start) {
            this.surface = surface;
            this.optimizer = optimizer;
            this.device = device;
            this.parameter = Parameter.zeros("p", Parameter.Role.WEIGHT, Shape.of(start.length));
            this.parameters = List.of(parameter);
            parameter.value().set(Tensor.of(parameter.value().shape(), start));
            parameter.changed();
        }

        Place place() {
            float[] data = parameter.value().data();
            return new Place(data[0], data.length > 1 ? data[1] : 0);
        }

        boolean isNear() {
            Place now = place();
            return Math.abs(now.x()) < FAR && Math.abs(now.y()) < FAR && Double.isFinite(here.value());
        }

        @Override
        public List<Parameter> parameters() {
            return parameters;
        }

        @Override
        public double rate() {
            return optimizer.settings().decimal("rate");
        }

        @Override
        public OptionalDouble momentum() {
            return OptionalDouble.empty();
        }

        @Override
        public Device device() {
            return device;
        }

        @Override
        public double loss() {
            return here.value();
        }

        @Override
        public double evaluate() {
            Place now = place();
            here = surface.at(now.x(), now.y());
            parameter.clearGradient();
            float[] slopes = {(float) here.dx(), (float) here.dy()};
            parameter.gradient().set(Tensor.of(parameter.value().shape(), Arrays.copyOf(slopes, parameter.size())));
            return here.value();
        }
    }
}
