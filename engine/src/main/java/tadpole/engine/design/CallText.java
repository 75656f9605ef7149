package tadpole.engine.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line such as {@code Conv2d(1, 6, kernel_size=5, padding=(2, 2), bias=False)}, read. Values are {@link Double}, {@link Boolean},
 * {@link String}, or a {@link List} of these; {@link #WHATEVER} for a question mark.
 */
final class CallText {

    static final Object WHATEVER = new Object() {
        @Override
        public String toString() {
            return "?";
        }
    };

    private final String text;
    private final int line;
    private int at;
    private String name = "";
    private final List<Object> positional = new ArrayList<>();
    private final Map<String, Object> keywords = new LinkedHashMap<>();

    private CallText(String text, int line) {
        this.text = text;
        this.line = line;
    }

    static CallText read(String text, int line) throws NetworkTextException {
        CallText call = new CallText(text, line);
        call.read();
        return call;
    }

    String name() {
        return name;
    }

    List<Object> positional() {
        return positional;
    }

    Map<String, Object> keywords() {
        return keywords;
    }

    private void read() throws NetworkTextException {
        name = word();
        if (name.isEmpty()) {
            throw refusal("the name of a layer");
        }
        skip();
        if (at == text.length()) {
            return;
        }
        expect('(', "( behind " + name);
        while (!next(')')) {
            argument();
            if (!next(',') && peek() != ')') {
                throw refusal(", or )");
            }
        }
        skip();
        if (at < text.length()) {
            throw refusal("the end of the line");
        }
    }

    private void argument() throws NetworkTextException {
        skip();
        int start = at;
        String key = word();
        if (!key.isEmpty() && next('=')) {
            if (keywords.put(key, value()) != null) {
                throw new NetworkTextException(line, "%s stands there twice.".formatted(key));
            }
            return;
        }
        at = start;
        if (!keywords.isEmpty()) {
            throw refusal("name=value behind the first name=value");
        }
        positional.add(value());
    }

    private Object value() throws NetworkTextException {
        skip();
        char first = peek();
        if (first == '(' || first == '[') {
            return row(first == '(' ? ')' : ']');
        }
        if (first == '\'' || first == '"') {
            return quoted(first);
        }
        if (first == '?') {
            at++;
            return WHATEVER;
        }
        int start = at;
        while (at < text.length() && "(),[]= \t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return word.equalsIgnoreCase("true");
        }
        try {
            return Double.valueOf(word);
        } catch (NumberFormatException _) {
            at = start;
            throw refusal("a number, True, False, 'a word' or (several, of them)");
        }
    }

    private List<Object> row(char end) throws NetworkTextException {
        at++;
        List<Object> values = new ArrayList<>();
        while (!next(end)) {
            if (peek() == '(' || peek() == '[') {
                throw refusal("a number");
            }
            values.add(value());
            if (!next(',') && peek() != end) {
                throw refusal(", or " + end);
            }
        }
        return values;
    }

    private String quoted(char mark) throws NetworkTextException {
        int end = text.indexOf(mark, at + 1);
        if (end < 0) {
            throw new NetworkTextException(line, "a %s without its other end: %s.".formatted(mark, found()));
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private String word() {
        skip();
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_' || text.charAt(at) == '.')) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        skip();
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean next(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char wanted, String words) throws NetworkTextException {
        if (!next(wanted)) {
            throw refusal(words);
        }
    }

    private NetworkTextException refusal(String accepted) {
        return new NetworkTextException(line, "found %s, but here stands %s.".formatted(found(), accepted));
    }

    private String found() {
        String rest = text.substring(Math.min(at, text.length())).strip();
        return rest.isEmpty() ? "the end of the line" : "\"" + (rest.length() > 24 ? rest.substring(0, 24) + "…" : rest) + "\"";
    }
}
