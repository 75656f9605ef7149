package tadpole.engine.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a JSON text strictly, and keeps the place of every value. */
final class JsonText {

    private static final int MOST_LEVELS = 20;

    private final String file;
    private final String text;

    private JsonText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Reads the whole text as one value.
     *
     * @param file what error texts call it
     */
    static JsonValue read(String file, String text) throws FileException {
        return new JsonText(file, text).read();
    }

    private JsonValue read() throws FileException {
        if (text.isBlank()) {
            throw new FileException(file + " is empty; JSON text is expected.");
        }
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            JsonValue value = value(parser, new Place(file, 1, 1, ""), 0);
            if (parser.nextToken() != null) {
                throw here(parser, new Place(file, 1, 1, "")).problem("The text should end here, but goes on.");
            }
            return value;
        } catch (JsonProcessingException broken) {
            throw notJson(broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory cannot fail to be read.", impossible);
        }
    }

    private JsonValue value(JsonParser parser, Place around, int level) throws IOException, FileException {
        Place place = here(parser, around);
        if (level > MOST_LEVELS) {
            throw place.problem("Nested deeper than " + MOST_LEVELS + " levels.");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser, place, level);
            case START_ARRAY -> items(parser, place, level);
            case VALUE_STRING -> new JsonValue.Scalar(place, parser.getText());
            case VALUE_TRUE -> new JsonValue.Scalar(place, true);
            case VALUE_FALSE -> new JsonValue.Scalar(place, false);
            case VALUE_NUMBER_INT -> new JsonValue.Scalar(place, whole(parser, place));
            case VALUE_NUMBER_FLOAT -> new JsonValue.Scalar(place, parser.getDoubleValue());
            default -> new JsonValue.Null(place);
        };
    }

    private JsonValue fields(JsonParser parser, Place place, int level) throws IOException, FileException {
        Map<String, JsonValue.Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place name = here(parser, place.field(key));
            if (fields.containsKey(key)) {
                throw name.problem("The field \"%s\" stands here for the second time.".formatted(key));
            }
            parser.nextToken();
            fields.put(key, new JsonValue.Field(name, value(parser, name, level + 1)));
        }
        return new JsonValue.Fields(place, fields);
    }

    private JsonValue items(JsonParser parser, Place place, int level) throws IOException, FileException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, place.item(items.size()), level + 1));
        }
        return new JsonValue.Items(place, items);
    }

    private static Long whole(JsonParser parser, Place place) throws IOException, FileException {
        BigInteger number = parser.getBigIntegerValue();
        if (number.bitLength() > 63) {
            throw place.problem("The number has too many digits; at most %d is accepted.".formatted(Long.MAX_VALUE));
        }
        return number.longValue();
    }

    private Place here(JsonParser parser, Place around) {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(file, location.getLineNr(), location.getColumnNr(), around.path());
    }

    private FileException notJson(JsonProcessingException broken) {
        JsonLocation location = broken.getLocation();
        Place place = location == null
                ? new Place(file, 1, 1, "")
                : new Place(file, location.getLineNr(), location.getColumnNr(), "");
        return place.problem("This is not JSON: " + reason(broken));
    }

    private static String reason(JsonProcessingException broken) {
        if (broken instanceof JsonEOFException) {
            return "the text ends before everything is closed.";
        }
        if (broken instanceof StreamConstraintsException) {
            return "a number, a text or a name here is longer than one that is read. Shorten it; a number is one such as 0.01 or 1e-4.";
        }
        String message = broken.getOriginalMessage();
        if (message.startsWith("Unexpected character ('")) {
            return "found %s where it cannot stand. Look for a comma too many or missing, or a missing quote."
                    .formatted(message.substring(22, message.indexOf("' (code") + 1).replace('\'', '"'));
        }
        if (message.startsWith("Unrecognized token '")) {
            return "found %s; texts stand in double quotes, other words are true, false and null."
                    .formatted(message.substring(20, message.indexOf("'", 20)));
        }
        if (message.startsWith("Non-standard token '")) {
            return "found %s, which is no number. Write one such as 0.01 or 1e-4.".formatted(message.substring(20, message.indexOf("'", 20)));
        }
        int detail = message.indexOf(" (start marker at");
        return (detail < 0 ? message : message.substring(0, detail)) + ".";
    }
}
