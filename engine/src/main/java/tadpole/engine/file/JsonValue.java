package tadpole.engine.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a JSON text that knows where it stands. */
sealed interface JsonValue {

    Place place();

    /** What a path such as layers[2].out leads to; itself where the path is empty. A field whose own name holds points goes first. */
    default Optional<JsonValue> at(String path) {
        if (path.isEmpty()) {
            return Optional.of(this);
        }
        return switch (this) {
            case Fields fields when fields.fields().containsKey(path) -> Optional.of(fields.fields().get(path).value());
            case Fields fields -> {
                String name = path.split("[.\\[]", 2)[0];
                yield Optional.ofNullable(fields.fields().get(name)).flatMap(field -> field.value().at(rest(path, name.length())));
            }
            case Items items -> {
                int end = path.indexOf(']');
                int index = Integer.parseInt(path.substring(1, end));
                yield index < items.items().size() ? items.items().get(index).at(rest(path, end + 1)) : Optional.empty();
            }
            case Scalar _, Null _ -> Optional.empty();
        };
    }

    private static String rest(String path, int from) {
        return path.startsWith(".", from) ? path.substring(from + 1) : path.substring(from);
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
