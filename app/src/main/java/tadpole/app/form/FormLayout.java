package tadpole.app.form;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a form shows its settings, beyond what the settings themselves say.
 *
 * @param prefix  begins the ids of the fields: "optimizer" gives "optimizer-rate"; "field" where nothing is said
 * @param effects when a change takes effect, by key: "acts now", "next step", "next start"
 * @param sliders keys that get a slider over the logarithm, with its ends
 * @param rare    keys that stand under {@code more}
 * @param more    the words that unfold the rare ones, such as "More: L2, split, stop rules"
 */
public record FormLayout(String prefix, Map<String, String> effects, Map<String, LogRange> sliders, Set<String> rare, String more) {

    /** Every setting in a row, nothing more. */
    public static final FormLayout PLAIN = new FormLayout("field", Map.of(), Map.of(), Set.of(), "More");

    public FormLayout {
        effects = Map.copyOf(effects);
        sliders = Map.copyOf(sliders);
        rare = Set.copyOf(rare);
    }

    public FormLayout named(String prefix) {
        return new FormLayout(prefix, effects, sliders, rare, more);
    }

    public FormLayout effect(String key, String words) {
        Map<String, String> with = new LinkedHashMap<>(effects);
        with.put(key, words);
        return new FormLayout(prefix, with, sliders, rare, more);
    }

    public FormLayout slider(String key, double from, double to) {
        Map<String, LogRange> with = new LinkedHashMap<>(sliders);
        with.put(key, new LogRange(from, to));
        return new FormLayout(prefix, effects, with, rare, more);
    }

    /** A slider whose every move is taken at once. */
    public FormLayout liveSlider(String key, double from, double to) {
        Map<String, LogRange> with = new LinkedHashMap<>(sliders);
        with.put(key, new LogRange(from, to, true));
        return new FormLayout(prefix, effects, with, rare, more);
    }

    public FormLayout rare(String more, String... keys) {
        Set<String> with = new LinkedHashSet<>(rare);
        with.addAll(List.of(keys));
        return new FormLayout(prefix, effects, sliders, with, more);
    }
}
