package tadpole.engine.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.LanguagePlan;
import tadpole.engine.language.Level;
import tadpole.engine.language.Vocabulary;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/**
 * What a language file says of itself beside its weights.
 *
 * @param file what error texts call it
 */
public record LanguageHead(String file, String title, Vocabulary vocabulary, Settings plan, double epochs) {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_TOKENS = 1_000_000;
    private static final int LONGEST_TOKEN = 1000;

    static LanguageHead of(LanguageModel model) {
        return new LanguageHead("", model.title(), model.vocabulary(), model.plan(), model.epochs());
    }

    /** Reads the head only. */
    public static LanguageHead read(Path path) throws FileException {
        try (SafetensorsReader reader = SafetensorsReader.open(path)) {
            return read(path, reader.metadata());
        }
    }

    /** Whether a file is a language model, as far as its head says; false also for a file that cannot be read. */
    public static boolean isOne(Path path) {
        try (SafetensorsReader reader = SafetensorsReader.open(path)) {
            return reader.metadata().containsKey("vocabulary");
        } catch (FileException other) {
            return false;
        }
    }

    static LanguageHead read(Path path, Map<String, String> metadata) throws FileException {
        String file = FileHead.fileName(path);
        if (!metadata.containsKey("vocabulary")) {
            throw new FileException("%s is no language model of Tadpole's: its metadata has no \"vocabulary\". Weights of PyTorch are imported with a vocabulary file."
                    .formatted(file));
        }
        String version = metadata.getOrDefault("tadpole", "none");
        if (!version.equals(Integer.toString(LanguageFile.VERSION))) {
            throw new FileException("%s has version %s of language models; this program knows version %d.".formatted(file, shortened(version), LanguageFile.VERSION));
        }
        Settings plan = plan(file, required(file, metadata, "plan"));
        return new LanguageHead(file, title(file, metadata.getOrDefault("title", "")), vocabulary(file, metadata, plan), plan, epochs(file, metadata));
    }

    private static String required(String file, Map<String, String> metadata, String key) throws FileException {
        String text = metadata.get(key);
        if (text == null) {
            throw new FileException("%s: its metadata has no \"%s\". %s".formatted(file, key, LanguageShapes.AGAIN));
        }
        return text;
    }

    private static String title(String file, String title) throws FileException {
        if (title.length() > LONGEST_TITLE || title.codePoints().anyMatch(Character::isISOControl)) {
            throw new FileException("%s: its title must be one line of at most %d letters.".formatted(file, LONGEST_TITLE));
        }
        return title.isBlank() ? file : title;
    }

    private static Settings plan(String file, String text) throws FileException {
        return SpecReader.settings(LanguagePlan.RECIPE, FieldReader.of(JsonText.read("plan in " + file, text), "the settings of a text model"));
    }

    private static Vocabulary vocabulary(String file, Map<String, String> metadata, Settings plan) throws FileException {
        Level level = level(file, required(file, metadata, "level"));
        if (!plan.choice("level").equals(level.one())) {
            throw new FileException("%s: its level is %s, but its plan's is %s. %s".formatted(file, level.one(), plan.choice("level"), LanguageShapes.AGAIN));
        }
        String place = "vocabulary in " + file;
        JsonValue value = JsonText.read(place, metadata.get("vocabulary"));
        if (!(value instanceof JsonValue.Items items)) {
            throw value.place().problem("Here must stand the list of tokens in square brackets.");
        }
        return vocabulary(place, level, tokens(items));
    }

    /** A JSON list of tokens, each a text. */
    static List<String> tokens(JsonValue.Items items) throws FileException {
        requireSize(items.place().file(), items.items().size());
        List<String> tokens = new ArrayList<>();
        for (JsonValue each : items.items()) {
            if (!(each.plain() instanceof String token) || token.isEmpty() || token.length() > LONGEST_TOKEN) {
                throw each.place().problem("A token is a text of 1 to %d letters in double quotes.".formatted(LONGEST_TOKEN));
            }
            tokens.add(token);
        }
        return tokens;
    }

    /** @throws FileException where there are none or too many, or one is empty or too long */
    static List<String> checked(String place, List<String> tokens) throws FileException {
        requireSize(place, tokens.size());
        for (int id = 0; id < tokens.size(); id++) {
            if (tokens.get(id).isEmpty() || tokens.get(id).length() > LONGEST_TOKEN) {
                throw new FileException("%s: A token is a text of 1 to %d letters, but that of id %d has %d.".formatted(place, LONGEST_TOKEN, id, tokens.get(id).length()));
            }
        }
        return tokens;
    }

    private static void requireSize(String place, int size) throws FileException {
        if (size == 0 || size > MOST_TOKENS) {
            throw new FileException("%s: A vocabulary holds 1 to %d tokens, but this one %d.".formatted(place, MOST_TOKENS, size));
        }
    }

    /** @throws FileException where a token stands there twice, or is no character where characters are read */
    static Vocabulary vocabulary(String place, Level level, List<String> tokens) throws FileException {
        Optional<String> longer = level == Level.WORD ? Optional.empty() : tokens.stream().filter(token -> !isCharacter(token)).findFirst();
        if (longer.isPresent()) {
            throw new FileException("%s: %s is more than one character, but the model reads characters.".formatted(place, JsonLayout.line(shortened(longer.get()))));
        }
        try {
            return new Vocabulary(level, tokens);
        } catch (IllegalArgumentException twice) {
            throw new FileException("%s: %s".formatted(place, twice.getMessage()), twice);
        }
    }

    static boolean areCharacters(List<String> tokens) {
        return tokens.stream().allMatch(LanguageHead::isCharacter) && tokens.stream().anyMatch(token -> token.codePointCount(0, token.length()) == 1);
    }

    private static boolean isCharacter(String token) {
        return token.codePointCount(0, token.length()) == 1 || List.of(Vocabulary.BEGIN, Vocabulary.END, Vocabulary.UNKNOWN).contains(token);
    }

    private static Level level(String file, String given) throws FileException {
        return Arrays.stream(Level.values()).filter(level -> level.one().equals(given)).findFirst().orElseThrow(() -> new FileException(
                "%s: its level is %s; known are %s.".formatted(file, JsonLayout.line(shortened(given)), Arrays.stream(Level.values()).map(Level::one).collect(Collectors.joining(", ")))));
    }

    private static double epochs(String file, Map<String, String> metadata) throws FileException {
        String text = metadata.getOrDefault("epochs", "0");
        try {
            double epochs = Double.parseDouble(text);
            if (epochs >= 0 && Double.isFinite(epochs)) {
                return epochs;
            }
        } catch (NumberFormatException noNumber) {
            throw new FileException("%s: its epochs are %s, which is no number.".formatted(file, JsonLayout.line(shortened(text))), noNumber);
        }
        throw new FileException("%s: its epochs are %s; 0 or more are expected.".formatted(file, shortened(text)));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("tadpole", Integer.toString(LanguageFile.VERSION));
        metadata.put("title", title);
        metadata.put("level", vocabulary.level().one());
        metadata.put("epochs", JsonLayout.line(epochs));
        metadata.put("plan", JsonLayout.line(plan.asMap()));
        metadata.put("vocabulary", JsonLayout.line(vocabulary.tokens()));
        return metadata;
    }

    /** The plan's model before its weights are there. */
    LanguageModel fresh() throws FileException {
        try {
            LanguageModel made = LanguageModel.make(title, vocabulary, plan);
            return new LanguageModel(title, vocabulary, plan, made.network(), epochs);
        } catch (SettingException misfit) {
            throw problem("its plan gives no network: " + misfit.getMessage());
        }
    }

    FileException problem(String words) {
        return new FileException("%s: %s".formatted(file, words));
    }
}
