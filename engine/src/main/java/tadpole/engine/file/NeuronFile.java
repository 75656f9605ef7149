package tadpole.engine.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.inspect.NeuronPlan;
import tadpole.engine.inspect.NeuronPlan.Stack;
import tadpole.engine.layer.Layers;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;

/** A neuron and two layers to be made one, as JSON text: field {@code neuron}, in it {@code collapse}. */
public final class NeuronFile {

    private static final int MOST_BYTES = 1 << 20;
    private static final Setting.Decimal NUMBER =
            new Setting.Decimal("number", "A number", 0.0, -NeuronPlan.WIDEST, NeuronPlan.WIDEST, "", "");
    private static final Setting.Decimal BIAS = new Setting.Decimal("bias", "Bias", 0.0, -NeuronPlan.WIDEST, NeuronPlan.WIDEST, "", "");
    private static final Setting.Switch BETWEEN = new Setting.Switch("between", "Activation between", false, "");

    private NeuronFile() {}

    public static NeuronPlan read(Path path) throws FileException {
        JsonValue text = JsonText.read(FileHead.fileName(path), TextFile.read(path, "a neuron", MOST_BYTES));
        FieldReader fields = FieldReader.of(text, "a neuron");
        FileHead.only(text, fields, FileHead.Kind.NEURON);
        fields.onlyVersion(ExperimentFile.VERSION, "neuron").onlyFields(List.of("tadpole", "name", "about", "neuron"));
        JsonValue given = fields.required("neuron");
        FieldReader neuron = FieldReader.of(given, "inputs, weights, bias, activation and collapse")
                .onlyFields(List.of("inputs", "weights", "bias", "activation", "collapse"));
        JsonValue collapse = neuron.required("collapse");
        Stack stack = stack(collapse, FieldReader.of(collapse, "two layers")
                .onlyFields(List.of("input", "weight1", "bias1", "weight2", "bias2", "between")));
        List<Double> inputs = numbers(neuron, "inputs");
        List<Double> weights = numbers(neuron, "weights");
        try {
            return new NeuronPlan(fields.requiredText("name"), fields.optionalText("about"), inputs, weights, (Double) neuron.setting(BIAS),
                    SpecReader.readOrFirst(Layers.ACTIVATIONS, "activation", neuron.optional("activation")), stack);
        } catch (IllegalArgumentException misfit) {
            throw given.place().problem(misfit.getMessage());
        }
    }

    private static Stack stack(JsonValue place, FieldReader fields) throws FileException {
        List<Double> input = numbers(fields, "input");
        List<Double> weight1 = numbers(fields, "weight1");
        List<Double> bias1 = numbers(fields, "bias1");
        List<Double> weight2 = numbers(fields, "weight2");
        List<Double> bias2 = numbers(fields, "bias2");
        try {
            return new Stack(input, weight1, bias1, weight2, bias2, (Boolean) fields.setting(BETWEEN));
        } catch (IllegalArgumentException misfit) {
            throw place.place().problem(misfit.getMessage());
        }
    }

    private static List<Double> numbers(FieldReader fields, String key) throws FileException {
        List<Double> numbers = new ArrayList<>();
        for (JsonValue value : fields.requiredList(key)) {
            try {
                numbers.add(NUMBER.check(value.plain()));
            } catch (SettingException unfit) {
                throw value.place().problem(unfit.getMessage());
            }
        }
        return numbers;
    }

    public static String text(NeuronPlan plan) {
        Stack stack = plan.stack();
        Map<String, Object> collapse = new LinkedHashMap<>();
        collapse.put("input", stack.input());
        collapse.put("weight1", stack.weight1());
        collapse.put("bias1", stack.bias1());
        collapse.put("weight2", stack.weight2());
        collapse.put("bias2", stack.bias2());
        collapse.put("between", stack.between());
        Map<String, Object> neuron = new LinkedHashMap<>();
        neuron.put("inputs", plan.inputs());
        neuron.put("weights", plan.weights());
        neuron.put("bias", plan.bias());
        neuron.put("activation", ExperimentWriter.spec(plan.activation()));
        neuron.put("collapse", collapse);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tadpole", ExperimentFile.VERSION);
        fields.put("name", plan.name());
        fields.put("about", plan.about());
        fields.put("neuron", neuron);
        return JsonLayout.lines(fields);
    }

    public static void write(Path path, NeuronPlan plan) throws FileException {
        SafeFile.write(path, out -> out.write(text(plan).getBytes(StandardCharsets.UTF_8)));
    }
}
