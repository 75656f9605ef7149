package tadpole.app.pane.train.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/** Layers after an edit; those before it do not change. */
final class LayerEdits {

    private LayerEdits() {}

    static List<Spec> add(List<Spec> layers, int at, Spec layer) {
        List<Spec> edited = new ArrayList<>(layers);
        edited.add(at, layer);
        return edited;
    }

    static List<Spec> remove(List<Spec> layers, int from, int count) {
        List<Spec> edited = new ArrayList<>(layers);
        edited.subList(from, from + count).clear();
        return edited;
    }

    /** @param gap between 0 and the number of layers: the place in front of which they come, before anything moved */
    static List<Spec> move(List<Spec> layers, int from, int count, int gap) {
        List<Spec> moved = List.copyOf(layers.subList(from, from + count));
        List<Spec> edited = remove(layers, from, count);
        edited.addAll(landing(from, count, gap), moved);
        return edited;
    }

    /** Where the first of them stands after that move. */
    static int landing(int from, int count, int gap) {
        return gap <= from ? gap : Math.max(from, gap - count);
    }

    static List<Spec> set(List<Spec> layers, int from, int count, Spec layer) {
        List<Spec> edited = new ArrayList<>(layers);
        for (int i = from; i < from + count; i++) {
            edited.set(i, layer);
        }
        return edited;
    }

    /** The same layer with one setting changed. */
    static Spec with(Spec layer, String key, Object value) {
        Map<String, Object> settings = new LinkedHashMap<>(layer.settings().asMap());
        settings.put(key, value);
        try {
            return LayerForm.recipe(layer.type()).with(settings);
        } catch (SettingException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }
}
