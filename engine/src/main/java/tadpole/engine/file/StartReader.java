package tadpole.engine.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.training.StartValues;

/** Reads the numbers that parameters start from: {"linear1.weight": [0.5, 0.5]}. */
final class StartReader {

    private StartReader() {}

    static StartValues read(Optional<JsonValue> value) throws FileException {
        if (value.isEmpty()) {
            return StartValues.NONE;
        }
        FieldReader fields = FieldReader.of(value.get(), "the start values, a list of numbers for each parameter");
        Map<String, List<Double>> values = new LinkedHashMap<>();
        int count = 0;
        for (String name : ((JsonValue.Fields) value.get()).fields().keySet()) {
            List<Double> numbers = new ArrayList<>();
            for (JsonValue item : fields.requiredList(name)) {
                numbers.add(number(item));
            }
            count += numbers.size();
            if (count > StartValues.MOST) {
                throw fields.required(name).place().problem("There may be at most %d start values in all, but here are more."
                        .formatted(StartValues.MOST));
            }
            values.put(name, numbers);
        }
        return new StartValues(values);
    }

    private static double number(JsonValue item) throws FileException {
        if (item.plain() instanceof Number number && Float.isFinite(number.floatValue())) {
            return number.doubleValue();
        }
        throw item.place().problem("Here must stand a finite number of at most %s, but it is %s.".formatted("3.4e38", item.plain()));
    }
}
