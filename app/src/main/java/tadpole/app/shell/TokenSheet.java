package tadpole.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import tadpole.resources.Resources;

/** Reads the color tokens out of a style sheet: lines such as "-tp-training: #0067B0;". */
final class TokenSheet {

    private static final Pattern TOKEN = Pattern.compile("-tp-([a-z0-9-]+):\\s*(#[0-9A-Fa-f]{6,8})\\s*;");

    private TokenSheet() {}

    static Map<String, Color> read(String sheet) {
        try (InputStream in = Resources.open("css/" + sheet)) {
            Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Color> tokens = new LinkedHashMap<>();
            while (matcher.find()) {
                tokens.put(matcher.group(1), Color.web(matcher.group(2)));
            }
            return Map.copyOf(tokens);
        } catch (IOException missing) {
            throw new UncheckedIOException("The style sheet " + sheet + " is missing from the program.", missing);
        }
    }
}
