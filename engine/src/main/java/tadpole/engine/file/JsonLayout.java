package tadpole.engine.file;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON the way a person would: what holds only numbers and words stands on one line, the rest is indented. */
public final class JsonLayout {

    private static final int LINE = 100;

    private JsonLayout() {}

    /** Over several lines, the last one ended. Values are maps, lists, texts, numbers, booleans, or null. */
    public static String lines(Map<String, ?> fields) {
        StringBuilder text = new StringBuilder();
        broken(fields, "", text);
        return text.append('\n').toString();
    }

    /** On one line. */
    public static String line(Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> fields -> fields.entrySet().stream()
                    .map(field -> quoted(field.getKey().toString()) + ": " + line(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case List<?> items -> items.stream().map(JsonLayout::line).collect(Collectors.joining(", ", "[", "]"));
            case Double number -> number(number);
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> quoted(value.toString());
        };
    }

    private static void value(Object value, String indent, StringBuilder text) {
        if (!holdsObjects(value)) {
            String line = line(value);
            if (value instanceof String || indent.length() + line.length() <= LINE) {
                text.append(line);
                return;
            }
        }
        broken(value, indent, text);
    }

    private static boolean holdsObjects(Object value) {
        return switch (value) {
            case Map<?, ?> fields -> fields.values().stream().anyMatch(each -> each instanceof Map || holdsObjects(each));
            case List<?> items -> items.stream().anyMatch(each -> each instanceof Map || holdsObjects(each));
            case null, default -> false;
        };
    }

    private static void broken(Object value, String indent, StringBuilder text) {
        String inner = indent + "  ";
        String separator = "\n";
        if (value instanceof Map<?, ?> fields) {
            text.append('{');
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                text.append(separator).append(inner).append(quoted(field.getKey().toString())).append(": ");
                value(field.getValue(), inner, text);
                separator = ",\n";
            }
            text.append('\n').append(indent).append('}');
        } else if (value instanceof List<?> items) {
            text.append('[');
            for (Object item : items) {
                text.append(separator).append(inner);
                value(item, inner, text);
                separator = ",\n";
            }
            text.append('\n').append(indent).append(']');
        } else {
            text.append(line(value));
        }
    }

    /** The shortest digits that give the number back; null for what JSON cannot say. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e7 && !Double.valueOf(value).equals(-0.0);
        return whole ? Long.toString((long) value) : Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }

    private static String quoted(String words) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> text.append(isPlain(words, i) ? String.valueOf(c) : "\\u%04x".formatted((int) c));
            }
        }
        return text.append('"').toString();
    }

    /** False for control characters, and for half of a pair that UTF-8 cannot write. */
    private static boolean isPlain(String words, int i) {
        char c = words.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < words.length() && Character.isLowSurrogate(words.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(words.charAt(i - 1));
        }
        return c >= ' ' && c != 0x7F;
    }
}
