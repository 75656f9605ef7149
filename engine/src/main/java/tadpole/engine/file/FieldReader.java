package tadpole.engine.file;

import java.util.List;
import java.util.Optional;
import tadpole.engine.file.JsonValue.Field;
import tadpole.engine.file.JsonValue.Fields;
import tadpole.engine.file.JsonValue.Items;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;

/** Takes the fields out of a JSON object; what it does not know or cannot find it refuses with its place. */
final class FieldReader {

    private static final int LONGEST_SHOWN = 60;

    private final Fields object;

    private FieldReader(Fields object) {
        this.object = object;
    }

    /** @param what the object is, such as "an experiment" */
    static FieldReader of(JsonValue value, String what) throws FileException {
        if (value instanceof Fields fields) {
            return new FieldReader(fields);
        }
        throw value.place().problem("Here must stand %s in braces, but it is %s.".formatted(what, shown(value)));
    }

    FieldReader onlyFields(List<String> known) throws FileException {
        for (var entry : object.fields().entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw entry.getValue().name().problem("There is no field \"%s\" here; known are %s."
                        .formatted(entry.getKey(), String.join(", ", known)));
            }
        }
        return this;
    }

    /** @param what the files are that this program reads, such as "experiment" */
    FieldReader onlyVersion(int known, String what) throws FileException {
        JsonValue version = required("tadpole");
        if (!(version.plain() instanceof Long number)) {
            throw version.place().problem("Here must stand the number %d, the version of %s files, but it is %s."
                    .formatted(known, what, shown(version)));
        }
        if (number != known) {
            throw version.place().problem("This program knows version %d of %s files, but this one has version %d."
                    .formatted(known, what, number));
        }
        return this;
    }

    Optional<JsonValue> optional(String key) {
        return Optional.ofNullable(object.fields().get(key)).map(Field::value);
    }

    JsonValue required(String key) throws FileException {
        Optional<JsonValue> value = optional(key);
        if (value.isEmpty()) {
            throw object.place().problem("The field \"%s\" is missing.".formatted(key));
        }
        return value.get();
    }

    String requiredText(String key) throws FileException {
        String text = text(required(key));
        if (text.isBlank()) {
            throw required(key).place().problem("\"%s\" must not be empty.".formatted(key));
        }
        return text;
    }

    String optionalText(String key) throws FileException {
        Optional<JsonValue> value = optional(key);
        return value.isPresent() ? text(value.get()) : "";
    }

    List<JsonValue> requiredList(String key) throws FileException {
        return list(required(key));
    }

    List<JsonValue> optionalList(String key) throws FileException {
        Optional<JsonValue> value = optional(key);
        return value.isPresent() ? list(value.get()) : List.of();
    }

    /** The checked value of a setting, or its default. */
    Object setting(Setting setting) throws FileException {
        Optional<JsonValue> value = optional(setting.key());
        if (value.isEmpty()) {
            return setting.standard();
        }
        try {
            return setting.check(shortened(value.get().plain()));
        } catch (SettingException unfit) {
            throw value.get().place().problem(unfit.getMessage());
        }
    }

    private static String text(JsonValue value) throws FileException {
        if (value.plain() instanceof String text) {
            return text;
        }
        throw value.place().problem("Here must stand a text in double quotes, but it is %s.".formatted(shown(value)));
    }

    private static List<JsonValue> list(JsonValue value) throws FileException {
        if (value instanceof Items items) {
            return items.items();
        }
        throw value.place().problem("Here must stand a list in square brackets, but it is %s.".formatted(shown(value)));
    }

    private static String shown(JsonValue value) {
        Object plain = shortened(value.plain());
        return plain instanceof String text ? '"' + text + '"' : plain.toString();
    }

    /** No word of a setting is that long: shortening only keeps error texts readable. */
    private static Object shortened(Object plain) {
        return plain instanceof String text && text.length() > LONGEST_SHOWN
                ? text.substring(0, LONGEST_SHOWN) + "..."
                : plain;
    }
}
