package tadpole.engine.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/** Layers one after the other: each takes what the one before gives. */
public final class Network implements Layer {

    /**
     * @param name   unique, such as "linear1"
     * @param spec   what it was made from
     * @param input  shape of one sample on its way in
     * @param output shape of one sample on its way out
     */
    public record Stage(String name, Spec spec, Layer layer, Shape input, Shape output) {}

    /** The stage that {@link #tiedTo} adds. */
    public static final String TIED = "tiedLinear1";

    private final Shape input;
    private final List<Stage> stages;
    private final List<Parameter> parameters;
    private final List<NamedTensor> buffers;

    private Network(Shape input, List<Stage> stages) {
        this.input = input;
        this.stages = List.copyOf(stages);
        this.parameters = stages.stream().flatMap(stage -> stage.layer().parameters().stream()).toList();
        this.buffers = stages.stream().flatMap(stage -> stage.layer().buffers().stream()).toList();
    }

    /**
     * Builds the layers in order for samples of one shape, with the weights that the seed gives.
     *
     * @throws SettingException where a layer is not known, or does not fit what comes in
     */
    public static Network build(Shape input, List<Spec> specs, Seed seed) throws SettingException {
        return build("", input, specs, seed);
    }

    /** @param prefix what the names of the parameters begin with, such as "residualBlock1.body." */
    static Network build(String prefix, Shape input, List<Spec> specs, Seed seed) throws SettingException {
        List<Stage> stages = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        Shape shape = input;
        for (Spec spec : specs) {
            Recipe<LayerMaker> recipe = recipe(spec, stages.size());
            String name = spec.type() + counts.merge(spec.type(), 1, Integer::sum);
            try {
                Layer layer = recipe.maker().make(prefix + name, spec.settings(), shape, seed.derive(name));
                Shape output = layer.outputShape(shape);
                stages.add(new Stage(name, spec, layer, shape, output));
                shape = output;
            } catch (ShapeException misfit) {
                throw new SettingException("Layer %d, %s: %s".formatted(stages.size() + 1, name, misfit.getMessage()))
                        .at(path(stages.size()));
            }
        }
        return new Network(input, stages);
    }

    private static Recipe<LayerMaker> recipe(Spec spec, int index) throws SettingException {
        try {
            return Recipe.find(Layers.ALL, "layer", spec.type());
        } catch (SettingException unknown) {
            throw unknown.at(path(index));
        }
    }

    /** Where a layer is in an experiment. */
    public static String path(int index) {
        return "layers[" + index + "]";
    }

    /** The first layers, up to and with the stage of that name: these very layers, no copies. */
    public Network upTo(String stage) {
        return new Network(input, stages.subList(0, index(stage) + 1));
    }

    /**
     * These very layers, no copies, and one more behind them that scores every word by the row that an embedding has for it.
     *
     * @param embedding the stage whose weights are shared
     * @throws ShapeException where the rows are not as wide as what comes out now
     */
    public Network tiedTo(String embedding) {
        Stage shared = stages.get(index(embedding));
        if (!(shared.layer() instanceof Embedding)) {
            throw new IllegalArgumentException("Weights are shared with an embedding only, but " + embedding + " is none.");
        }
        TiedLinear layer = new TiedLinear(TIED, shared.layer().parameters().getFirst());
        List<Stage> longer = new ArrayList<>(stages);
        longer.add(new Stage(TIED, new Spec("tiedLinear", shared.spec().settings()), layer, output(), layer.outputShape(output())));
        return new Network(input, longer);
    }

    private int index(String stage) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).name().equals(stage)) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no stage \"" + stage + "\", only "
                + String.join(", ", stages.stream().map(Stage::name).toList()) + ".");
    }

    public Shape input() {
        return input;
    }

    public Shape output() {
        return stages.isEmpty() ? input : stages.getLast().output();
    }

    public List<Stage> stages() {
        return stages;
    }

    @Override
    public int leastBatch() {
        return stages.stream().mapToInt(stage -> stage.layer().leastBatch()).max().orElse(1);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public List<NamedTensor> buffers() {
        return buffers;
    }

    public int parameterCount() {
        return parameters.stream().mapToInt(Parameter::size).sum();
    }

    public void clearGradients() {
        parameters.forEach(Parameter::clearGradient);
    }

    @Override
    public Shape outputShape(Shape given) {
        if (!given.equals(input)) {
            throw new ShapeException("This network takes " + input + ", but is given " + given + ".");
        }
        return output();
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return forward(x, stages.size(), pass);
    }

    /** max(0, y + beside) of a network that ends with batch normalization; backward is then given the gradient before the cut. */
    Tensor forwardSumRelu(Tensor x, Tensor beside, Pass pass) {
        Stage last = stages.getLast();
        if (!(last.layer() instanceof BatchNorm2d norm)) {
            throw new IllegalStateException("A sum is cut after batch normalization only, but the last layer is " + last.name() + ".");
        }
        boolean learnedBefore = pass.wantsInputGradient()
                || pass.wantsParameterGradients() && stages.stream().anyMatch(stage -> stage != last && !stage.layer().parameters().isEmpty());
        return norm.forwardSumRelu(forward(x, stages.size() - 1, pass), beside, pass.child(last.name(), learnedBefore));
    }

    private Tensor forward(Tensor x, int layers, Pass pass) {
        Tensor passing = x;
        boolean learnedBefore = pass.wantsInputGradient();
        for (int i = 0; i < layers; i++) {
            Stage stage = stages.get(i);
            Pass part = pass.child(stage.name(), learnedBefore);
            learnedBefore |= pass.wantsParameterGradients() && !stage.layer().parameters().isEmpty();
            if (stage.layer() instanceof FusesRelu fusing && i + 1 < layers && stages.get(i + 1).layer() instanceof Relu relu) {
                i++;
                passing = relu.forwardCut(fusing.forwardRelu(passing, part), pass.child(stages.get(i).name(), learnedBefore));
            } else {
                passing = stage.layer().forward(passing, part);
            }
            pass.remember(stages.get(i).name(), passing);
        }
        return passing;
    }

    /** What the last forward in this pass gave at a stage, in a buffer of the pass; of a layer whose ReLU behind it was computed on the way there is none. */
    public Tensor output(String stage, Pass pass) {
        return pass.recall(stage);
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return backward(dy, Map.of(), pass);
    }

    /**
     * Backward where losses pull at the outputs of several stages.
     *
     * @param dy     gradient by the network's output
     * @param beside gradients by the outputs of earlier stages, by their names, each of the output's shape; not changed
     */
    public Tensor backward(Tensor dy, Map<String, Tensor> beside, Pass pass) {
        pass.expectInputGradients(largestInputGradient(dy.shape().at(0), pass));
        Tensor passing = dy;
        for (int i = stages.size() - 1; i >= 0 && passing != Tensor.NONE; i--) {
            Stage stage = stages.get(i);
            Tensor pull = i == stages.size() - 1 ? null : beside.get(stage.name());
            if (pull != null) {
                if (passing.data() == dy.data()) {
                    passing = ownCopy(passing, pass);
                }
                pass.kernels().axpy(1, pull.data(), passing.data(), passing.size());
            }
            if (stage.layer() instanceof Relu && i > 0 && stages.get(i - 1).layer() instanceof FusesReluBothWays fusing) {
                i--;
                if (beside.containsKey(stages.get(i).name())) {
                    throw new IllegalArgumentException(stages.get(i).name() + " is computed together with the ReLU behind it: losses pull at "
                            + stage.name() + " only.");
                }
                passing = fusing.backwardRelu(passing, pass.child(stages.get(i).name(), false));
                continue;
            }
            passing = stage.layer().backward(passing, pass.child(stage.name(), false));
        }
        return passing;
    }

    private static Tensor ownCopy(Tensor dy, Pass pass) {
        Tensor copy = pass.buffer("pulled gradient", dy.shape());
        System.arraycopy(dy.data(), 0, copy.data(), 0, dy.size());
        return copy;
    }

    private int largestInputGradient(int batch, Pass pass) {
        int largest = 0;
        for (Stage stage : stages) {
            if (pass.child(stage.name(), false).wantsInputGradient()) {
                largest = Math.max(largest, Math.multiplyExact(batch, stage.input().size()));
            }
        }
        return largest;
    }
}
