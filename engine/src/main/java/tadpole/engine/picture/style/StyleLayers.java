package tadpole.engine.picture.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.LayerChoice;
import tadpole.engine.recipe.Settings;

/**
 * Which layers of a network are looked at, with their shares.
 *
 * @param notes one sentence for each layer that the network does not have
 */
record StyleLayers(Map<String, Double> style, Map<String, Double> content, List<String> notes) {

    private static final List<String> STYLE = List.of("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu4_2", "relu5_1");
    private static final List<String> CONTENT = List.of("relu2_2", "relu3_2", "relu4_2");

    static StyleLayers of(Settings settings, FeatureNetwork features) {
        List<String> notes = new ArrayList<>();
        return new StyleLayers(shares("style", STYLE, settings, features, notes), shares("content", CONTENT, settings, features, notes), notes);
    }

    private static Map<String, Double> shares(String kind, List<String> layers, Settings settings, FeatureNetwork features, List<String> notes) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String layer : layers) {
            double share = settings.decimal(key(kind, layer));
            if (share > 0) {
                find(layer, features).ifPresentOrElse(found -> {
                    shares.merge(found, share, Double::sum);
                    if (!found.equals(layer)) {
                        notes.add("%s has no %s: its %s is taken from %s.".formatted(features.name(), layer, kind, found));
                    }
                }, () -> notes.add("%s is not deep enough for %s: no %s is taken from it.".formatted(features.name(), layer, kind)));
            }
        }
        return shares;
    }

    /** Why a transfer with these cannot be. */
    Optional<String> refusal(Settings settings, FeatureNetwork features) {
        boolean wanted = settings.decimal("style") > 0 && STYLE.stream().anyMatch(layer -> settings.decimal(key("style", layer)) > 0);
        return wanted && style.isEmpty() ? Optional.of("%s has none of the layers whose style is wanted: give a share to one that is less deep."
                .formatted(features.name())) : Optional.empty();
    }

    private static String key(String kind, String layer) {
        return kind + layer.replaceAll("\\D", "");
    }

    /** The layer itself, else the deepest of its block that stands before it, else the block's first, else the first of its depth. */
    private static Optional<String> find(String layer, FeatureNetwork features) {
        if (features.has(layer)) {
            return Optional.of(layer);
        }
        String block = layer.substring(0, layer.indexOf('_') + 1);
        List<String> there = features.layers().stream().filter(each -> each.startsWith(block)).toList();
        return there.reversed().stream().filter(each -> each.compareTo(layer) < 0).findFirst().or(() -> there.stream().findFirst())
                .or(() -> LayerChoice.deep(features, layer.charAt("relu".length()) - '1'));
    }
}
