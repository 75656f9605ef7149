package tadpole.engine.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a JSON text that knows where it stands. */
sealed interface JsonValue {

    Place place();

    /** What a path such as layers[2].out leads to; itself where the path is empty. */
    default Optional<JsonValue> at(String path) {
        JsonValue value = this;
        for (String step : path.isEmpty() ? new String[0] : path.replace("[", ".[").split("\\.")) {
            Optional<JsonValue> next = switch (value) {
                case Fields fields -> Optional.ofNullable(fields.fields().get(step)).map(Field::value);
                case Items items -> Optional.of(Integer.parseInt(step.substring(1, step.length() - 1)))
                        .filter(index -> index < items.items().size()).map(items.items()::get);
                case Scalar _, Null _ -> Optional.empty();
            };
            if (next.isEmpty()) {
                return next;
            }
            value = next.get();
        }
        return Optional.of(value);
    }

    /** As plain Java: String, Long, Double, Boolean, List, or null; an object only as a word for error texts. */
    Object plain();

    /** An object: its fields in the order of the text, each with the place of its name. */
    record Fields(Place place, Map<String, Field> fields) implements JsonValue {

        @Override
        public Object plain() {
            return new StringBuilder("{...}");
        }
    }

    /**
     * @param name where the field's name stands
     */
    record Field(Place name, JsonValue value) {}

    record Items(Place place, List<JsonValue> items) implements JsonValue {

        @Override
        public Object plain() {
            return items.stream().map(JsonValue::plain).toList();
        }
    }

    /** A text, number, true or false. */
    record Scalar(Place place, Object plain) implements JsonValue {}

    record Null(Place place) implements JsonValue {

        @Override
        public Object plain() {
            return new StringBuilder("null");
        }
    }
}
