package tadpole.engine.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tadpole.engine.layer.LayerMaker;
import tadpole.engine.layer.Layers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** Networks of any layers with any settings, that fit or do not. */
final class RandomNetworks {

    private static final List<Shape> INPUTS = List.of(Shape.of(3, 9, 11), Shape.of(4, 8, 8), Shape.of(12), Shape.of(6, 5));

    private final Random random;

    RandomNetworks(long seed) {
        this.random = new Random(seed);
    }

    Shape input() {
        return INPUTS.get(random.nextInt(INPUTS.size()));
    }

    /** Any layers, whether they fit or not. */
    List<Spec> any(int count) {
        List<Spec> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            layers.add(layer(Layers.ALL.get(random.nextInt(Layers.ALL.size()))));
        }
        return layers;
    }

    /** Layers of which each fits. */
    List<Spec> fitting(Shape input, int count) {
        List<Spec> layers = new ArrayList<>();
        for (int tries = 0; tries < 60 * count && layers.size() < count; tries++) {
            layers.addAll(any(1));
            if (!Design.of(input, layers, 2).fits()) {
                layers.removeLast();
            }
        }
        return layers;
    }

    Spec layer(Recipe<LayerMaker> recipe) {
        Map<String, Object> settings = new LinkedHashMap<>();
        recipe.settings().forEach(setting -> settings.put(setting.key(), random.nextInt(3) == 0 ? setting.standard() : value(setting)));
        if (settings.containsKey("paddingSame")) {
            makeOneOfItsWords(settings);
        }
        try {
            return recipe.with(settings);
        } catch (SettingException refused) {
            throw new AssertionError(refused);
        }
    }

    /** What two settings say twice, such as a width equal to the height, text says once. */
    private static void makeOneOfItsWords(Map<String, Object> settings) {
        if (settings.get("kernelWidth").equals(settings.get("kernel"))) {
            settings.put("kernelWidth", 0L);
        }
        if ((boolean) settings.get("paddingSame")) {
            settings.put("padding", 0L);
            settings.put("paddingWidth", -1L);
        } else if (settings.get("paddingWidth").equals(settings.get("padding"))) {
            settings.put("paddingWidth", -1L);
        }
    }

    private Object value(Setting setting) {
        return switch (setting) {
            case Setting.Whole whole -> Math.clamp(random.nextInt(7), whole.least(), Math.min(whole.most(), 6));
            case Setting.Decimal decimal -> decimal.least() + random.nextDouble() * (decimal.most() - decimal.least());
            case Setting.Choice choice -> choice.options().get(random.nextInt(choice.options().size())).key();
            case Setting.Switch _ -> random.nextBoolean();
            case Setting.Decimals decimals -> List.of(decimals.least());
        };
    }
}
