package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Expr;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.Network;
import tadpole.engine.surface.RuleSheet;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;
import tadpole.engine.twin.Scope;

/** What the numbers of a traced step are called: x, W, a, with their indices and the classes; with a number where several layers have such. */
final class Names {

    private final StepTrace trace;
    private final List<Network.Stage> layers;
    private final List<Integer> firsts = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();
    private final List<List<String>> ofLayers = new ArrayList<>();

    Names(StepTrace trace) {
        this.trace = trace;
        this.layers = trace.step().layers();
        boolean several = layers.stream().filter(each -> !each.layer().parameters().isEmpty()).count() > 1;
        int learning = 0;
        for (Network.Stage layer : layers) {
            firsts.add(parameters.size());
            learning += layer.layer().parameters().isEmpty() ? 0 : 1;
            String number = several ? Integer.toString(learning) : "";
            List<String> own = shortNames(layer, number);
            parameters.addAll(own);
            ofLayers.add(own);
        }
    }

    /** W and b; within a layer made of layers W4.1, W4.2, b4.2; other names stay. */
    private static List<String> shortNames(Network.Stage layer, String number) {
        List<String> names = new ArrayList<>();
        int weights = 0;
        boolean nested = layer.layer().parameters().stream().filter(each -> each.name().endsWith(".weight")).count() > 1;
        for (Parameter parameter : layer.layer().parameters()) {
            String own = parameter.name().substring(parameter.name().lastIndexOf('.') + 1);
            weights += own.equals("weight") ? 1 : 0;
            String place = nested ? number + "." + weights : number;
            names.add(switch (own) {
                case "weight" -> "W" + place;
                case "bias" -> "b" + place;
                default -> own + number;
            });
        }
        return names;
    }

    int firstParameter(int layer) {
        return firsts.get(layer);
    }

    int parametersOf(int layer) {
        return ofLayers.get(layer).size();
    }

    /** Where they are those of the network's outputs. */
    List<String> classes() {
        return trace.step().classes().size() == trace.outputs().columns() ? trace.step().classes() : List.of();
    }

    /** The outputs are classes from the last layer that makes as many numbers out of others. */
    private List<String> outputs(int layer) {
        for (int after = layer + 1; after < layers.size(); after++) {
            Network.Stage stage = layers.get(after);
            if (!stage.layer().parameters().isEmpty() || !stage.input().equals(stage.output())) {
                return List.of();
            }
        }
        return layer >= 0 && layers.get(layer).output().rank() == 1 ? classes() : List.of();
    }

    Scope.Names scope(int layer) {
        return new Scope.Names(outputName(layer - 1), outputName(layer), ofLayers.get(layer), outputs(layer - 1), outputs(layer));
    }

    /** x, also where it was only flattened; then a, with a number where there are several. */
    String outputName(int layer) {
        int first = 0;
        while (first < layers.size() && layers.get(first).spec().type().equals(Flatten.RECIPE.type())) {
            first++;
        }
        return layer < first ? "x" : layers.size() == first + 1 ? "a" : "a" + (layer - first + 1);
    }

    Expr output(int layer, int i) {
        List<String> classes = outputs(layer);
        Shape shape = layer == -1 ? trace.input().shape().perSample() : layers.get(layer).output();
        return Expr.symbol(outputName(layer), classes.isEmpty() ? Scope.place(shape, i) : new String[] {classes.get(i)});
    }

    Expr of(Address address) {
        return switch (address) {
            case Address.Raw at -> Expr.symbol("raw", Scope.place(trace.raw().shape().perSample(), at.index()));
            case Address.Input at -> output(-1, at.index());
            case Address.Weight at -> parameter("", at.parameter(), at.index(), "");
            case Address.Activation at -> output(at.layer(), at.index());
            case Address.Probability at -> Expr.symbol("p", klass(at.index()));
            case Address.SampleLoss at -> Expr.symbol("L", Integer.toString(at.sample()));
            case Address.Loss _ -> Expr.symbol("L");
            case Address.ActivationGradient at -> {
                Expr.Symbol of = (Expr.Symbol) output(at.layer(), at.index());
                yield new Expr.Symbol("∂L/∂" + of.name(), of.indices());
            }
            case Address.WeightGradient at -> parameter("∂L/∂", at.parameter(), at.index(), "");
            case Address.Jacobian at -> new Expr.Symbol("∂p/∂" + outputName(layers.size() - 1), List.of(klass(at.probability()), klass(at.logit())));
            case Address.Updated at -> parameter("", at.parameter(), at.index(), " after");
            case Address.Memory at -> Expr.symbol(RuleSheet.symbol(trace.step().optimizer().type(), at.name()), indices(at.parameter(), at.index()));
            case Address.RuleLine _, Address.Cell _ -> throw StepTrace.none(address);
        };
    }

    private String klass(int index) {
        return classes().isEmpty() ? Integer.toString(index) : classes().get(index);
    }

    Expr parameter(String before, String parameter, int index, String after) {
        return Expr.symbol(before + parameters.get(numberOf(parameter)) + after, indices(parameter, index));
    }

    private int numberOf(String parameter) {
        return trace.parameters().indexOf(trace.parameter(parameter));
    }

    /** Of an output's own weights its class stands first. */
    private String[] indices(String parameter, int index) {
        int number = numberOf(parameter);
        Shape shape = trace.parameters().get(number).shape();
        String[] indices = Scope.place(shape, index);
        int layer = 0;
        while (layer + 1 < firsts.size() && firsts.get(layer + 1) <= number) {
            layer++;
        }
        List<String> classes = outputs(layer);
        if (shape.at(0) == classes.size()) {
            indices[0] = classes.get(Integer.parseInt(indices[0]));
        }
        return indices;
    }
}
