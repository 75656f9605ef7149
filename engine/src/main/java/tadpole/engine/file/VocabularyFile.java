package tadpole.engine.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tadpole.engine.language.Level;
import tadpole.engine.language.Vocabulary;

/**
 * A vocabulary as others keep it: a text with one token a line, the first line id 0; or JSON, a list of tokens or an object that gives
 * each token its id. It is one of characters where every token is one.
 */
public final class VocabularyFile {

    private static final int MOST_BYTES = 1 << 26;

    private VocabularyFile() {}

    public static Vocabulary read(Path path) throws FileException {
        String file = FileHead.fileName(path);
        String text = TextFile.read(path, "a vocabulary", MOST_BYTES);
        boolean json = file.endsWith(".json") || text.stripLeading().startsWith("[\"");
        List<String> tokens = json ? json(file, JsonText.read(file, text)) : lines(file, text);
        return LanguageHead.vocabulary(file, LanguageHead.areCharacters(tokens) ? Level.CHARACTER : Level.WORD, tokens);
    }

    private static List<String> lines(String file, String text) throws FileException {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty()) {
                throw new FileException("%s, line %d: Here must stand a token, but the line is empty. A vocabulary with line breaks in it is written as a JSON list."
                        .formatted(file, i + 1));
            }
        }
        return LanguageHead.checked(file, lines);
    }

    private static List<String> json(String file, JsonValue value) throws FileException {
        if (value instanceof JsonValue.Items items) {
            return LanguageHead.tokens(items);
        }
        if (!(value instanceof JsonValue.Fields object)) {
            throw value.place().problem("Here must stand a list of tokens, or an object that gives each token its id.");
        }
        String[] tokens = new String[object.fields().size()];
        for (Map.Entry<String, JsonValue.Field> each : object.fields().entrySet()) {
            JsonValue id = each.getValue().value();
            if (!(id.plain() instanceof Long number) || number < 0 || number >= tokens.length || tokens[number.intValue()] != null) {
                throw id.place().problem("Ids go from 0 to %d, each once, but here is %s.".formatted(tokens.length - 1, id.plain()));
            }
            tokens[number.intValue()] = each.getKey();
        }
        return LanguageHead.checked(file, Arrays.asList(tokens));
    }

    /** The one that lies beside weights: NAME.vocabulary.json or .txt, else vocabulary or vocab with .json or .txt. */
    static Path beside(Path weights) throws FileException {
        String file = FileHead.fileName(weights);
        String stem = file.lastIndexOf('.') > 0 ? file.substring(0, file.lastIndexOf('.')) : file;
        List<String> names = new ArrayList<>();
        for (String name : List.of(stem + ".vocabulary", "vocabulary", "vocab")) {
            names.add(name + ".json");
            names.add(name + ".txt");
        }
        return names.stream().map(weights::resolveSibling).filter(Files::isRegularFile).findFirst().orElseThrow(() -> new FileException(
                "%s says nothing of its vocabulary, and beside it lies none. Put %s there, one token a line, or %s, a JSON list.".formatted(
                        file, stem + ".vocabulary.txt", stem + ".vocabulary.json")));
    }

    /** As a JSON list, which may hold line breaks. */
    static void write(Path path, Vocabulary vocabulary) throws FileException {
        String text = JsonLayout.line(vocabulary.tokens()) + "\n";
        SafeFile.write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
