package tadpole.engine.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Parameter;

/**
 * Numbers that parameters start from instead of drawn ones, by the parameters' names, row by row: [out,in] of a linear weight.
 *
 * @param values finite, {@link #MOST} in all at most
 */
public record StartValues(Map<String, List<Double>> values) {

    /** How many numbers there may be in all: by hand, not for whole networks. */
    public static final int MOST = 10_000;

    public static final StartValues NONE = new StartValues(Map.of());

    /** @throws IllegalArgumentException where they are too many or one is not finite in float */
    public StartValues {
        Map<String, List<Double>> copy = new LinkedHashMap<>();
        values.forEach((name, numbers) -> copy.put(name, List.copyOf(numbers)));
        values = Collections.unmodifiableMap(copy);
        int count = values.values().stream().mapToInt(List::size).sum();
        if (count > MOST) {
            throw new IllegalArgumentException("There may be at most %d start values, but here are %d.".formatted(MOST, count));
        }
        values.forEach((name, numbers) -> numbers.stream().filter(each -> !Float.isFinite(each.floatValue())).findFirst().ifPresent(wrong -> {
            throw new IllegalArgumentException("A start value of %s must be a finite number of float, but is %s.".formatted(name, wrong));
        }));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The same with a parameter's numbers exchanged or added. */
    public StartValues with(String parameter, List<Double> numbers) {
        Map<String, List<Double>> more = new LinkedHashMap<>(values);
        more.put(parameter, numbers);
        return new StartValues(more);
    }

    /**
     * Writes them into a network.
     *
     * @throws SettingException where it has no such parameter, or one of another size
     */
    public void set(Network network) throws SettingException {
        for (Map.Entry<String, List<Double>> each : values.entrySet()) {
            Parameter parameter = parameter(network, each.getKey());
            List<Double> numbers = each.getValue();
            if (numbers.size() != parameter.size()) {
                throw new SettingException("%s is %s and starts from %d numbers, but here are %d."
                        .formatted(parameter.name(), parameter.shape(), parameter.size(), numbers.size())).at(place(each.getKey()));
            }
            for (int i = 0; i < numbers.size(); i++) {
                parameter.value().data()[i] = numbers.get(i).floatValue();
            }
            parameter.changed();
        }
    }

    private static Parameter parameter(Network network, String name) throws SettingException {
        Optional<Parameter> found = network.parameters().stream().filter(each -> each.name().equals(name)).findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        List<String> names = network.parameters().stream().map(Parameter::name).toList();
        throw new SettingException("The network has no parameter \"%s\"; it has %s."
                .formatted(name, names.isEmpty() ? "none" : String.join(", ", names))).at(place(name));
    }

    private static String place(String name) {
        return "start." + name;
    }
}
