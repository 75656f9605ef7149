package tadpole.engine.recipe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checked values of a recipe's settings, in the recipe's order; made by {@link Recipe#settings}. */
public final class Settings {

    private final Map<String, Object> values;

    Settings(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public double decimal(String key) {
        return (Double) value(key);
    }

    public int whole(String key) {
        return Math.toIntExact((Long) value(key));
    }

    public String choice(String key) {
        return (String) value(key);
    }

    public boolean on(String key) {
        return (Boolean) value(key);
    }

    public double[] decimals(String key) {
        return ((List<?>) value(key)).stream().mapToDouble(each -> (Double) each).toArray();
    }

    public Map<String, Object> asMap() {
        return values;
    }

    private Object value(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("There is no setting \"" + key + "\", only " + values.keySet() + ".");
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && values.equals(settings.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
