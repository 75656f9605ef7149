package tadpole.engine.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tadpole.engine.layer.Layer;
import tadpole.engine.layer.LayerMaker;
import tadpole.engine.layer.LayerNorm;
import tadpole.engine.layer.Layers;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.twin.Conditions;
import tadpole.engine.twin.TwinLayer;
import tadpole.engine.twin.Twins;

/** One layer with one choice of settings, for inputs of one shape in batches of one size. */
public record LayerCase(Recipe<LayerMaker> recipe, Spec spec, Shape input, int batch) {

    /** Whatever a layer may want: rows, rows in time, pictures. Those that it refuses are left out. */
    private static final List<Shape> INPUTS = List.of(
            Shape.of(1), Shape.of(3), Shape.of(17), Shape.of(64), Shape.of(5, 4), Shape.of(1, 4, 4), Shape.of(3, 5, 6));
    private static final int MOST = 7;
    private static final int[] BATCHES = {1, 2, MOST};
    private static final List<String> START = List.of("init", "deviation", "fan", "gain");
    /** The seed of the step that every trip is. */
    public static final Seed STEP = new Seed(7);

    /** Every layer there is, with several settings, shapes and batch sizes. */
    public static Stream<LayerCase> all() {
        return Layers.ALL.stream().flatMap(LayerCase::of);
    }

    /** Every layer with several settings, each with one shape, the largest that it takes, and one batch of 7. */
    public static Stream<LayerCase> wide() {
        return Layers.ALL.stream().flatMap(recipe -> specs(recipe).flatMap(spec -> INPUTS.reversed()
                .stream()
                .map(input -> new LayerCase(recipe, spec, input, MOST))
                .filter(LayerCase::fits)
                .limit(1)));
    }

    /** Those that differ in more than the start of weights, which are drawn anyway. */
    private static Stream<Spec> specs(Recipe<LayerMaker> recipe) {
        Set<Map<String, Object>> seen = new HashSet<>();
        return Variations.of(recipe).stream().filter(spec -> {
            Map<String, Object> rest = new HashMap<>(spec.settings().asMap());
            START.forEach(rest::remove);
            return seen.add(rest);
        });
    }

    static Stream<LayerCase> of(Recipe<LayerMaker> recipe) {
        return specs(recipe).flatMap(spec -> INPUTS.stream().flatMap(input -> IntStream.of(BATCHES)
                .mapToObj(batch -> new LayerCase(recipe, spec, input, batch))
                .filter(LayerCase::fits)));
    }

    /**
     * Of two numbers that are normalized by themselves no gradient is left but rounding: they become -1 and 1. Nor is any of the
     * only weight before a normalization, which takes its scale away again. So layers that normalize are given more.
     */
    public boolean fits() {
        return takes(batch) && (layer().buffers().isEmpty() || batch == MOST && input.size() > 16) && (!normalizesRows() || input.size() > 16);
    }

    public LayerCase inBatchesOf(int other) {
        return new LayerCase(recipe, spec, input, other);
    }

    /** The same of 17 numbers instead of 64, where it takes them: what is recurrent is slow. */
    public LayerCase shorter() {
        LayerCase shorter = new LayerCase(recipe, spec, Shape.of(17), batch);
        return input.equals(Shape.of(64)) && shorter.fits() ? shorter : this;
    }

    /** Whether sums are taken away from gradients that are larger than what is left. */
    public boolean normalizes() {
        return normalizesRows() || !layer().buffers().isEmpty();
    }

    private boolean normalizesRows() {
        return recipe == LayerNorm.RECIPE;
    }

    /** Whether a batch of n is not refused: one number cannot be normalized by itself. */
    public boolean takes(int n) {
        try {
            layer().outputShape(input);
            layer().forward(x(n), Pass.training(Device.plain()));
            return true;
        } catch (ShapeException refused) {
            return false;
        }
    }

    /** The layer with drawn parameters: what its own start gives may be all zero and show nothing. */
    public Layer layer() {
        Layer layer = recipe.maker().make("it", spec.settings(), input, new Seed(1));
        layer.parameters().forEach(LayerCase::draw);
        return layer;
    }

    /** The more inputs a unit sums, the smaller its weights: in a recurrent layer rounding would grow from step to step. */
    private static void draw(Parameter parameter) {
        Tensor value = parameter.value();
        value.set(Drawn.normal(parameter.shape(), parameter.name()));
        float inputs = parameter.shape().rank() == 1 ? 1 : (float) parameter.size() / parameter.shape().at(0);
        for (int i = 0; i < value.size(); i++) {
            value.data()[i] /= (float) Math.sqrt(inputs);
        }
        parameter.changed();
    }

    public TwinLayer twin() {
        return Twins.layer(spec, input);
    }

    public Tensor x(int n) {
        return vocabulary() > 0
                ? Drawn.words(input.batchOf(n), vocabulary(), "x" + n)
                : Drawn.normal(input.batchOf(n), "x" + n);
    }

    /** A layer with a vocabulary is given word numbers. */
    private int vocabulary() {
        return spec.settings().asMap().containsKey("vocabulary") ? spec.settings().whole("vocabulary") : 0;
    }

    /** A gradient of the loss by the output. */
    public Tensor dy(int n) {
        return Drawn.normal(layer().outputShape(input).batchOf(n), "dy" + n);
    }

    public Conditions conditions(Layer layer, boolean training) {
        return training ? Conditions.training(layer, STEP) : Conditions.evaluation(layer);
    }

    /** One way there and back in a pass: copies of everything that came of it. */
    public Trip trip(Layer layer, Pass pass, int n) {
        layer.parameters().forEach(parameter -> parameter.gradient().fill(0));
        pass.begin(STEP);
        Tensor y = layer.forward(x(n), pass).copy();
        Tensor dx = Optional.of(layer.backward(dy(n), pass)).filter(gradient -> gradient != Tensor.NONE)
                .map(Tensor::copy).orElse(Tensor.NONE);
        return new Trip(y, dx, layer.parameters().stream().map(Parameter::gradient).map(Tensor::copy).toList());
    }

    @Override
    public String toString() {
        return "%s %s of %s, batch %d".formatted(spec.type(), spec.settings(), input, batch);
    }
}
