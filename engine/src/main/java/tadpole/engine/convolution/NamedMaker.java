package tadpole.engine.convolution;

import java.util.Map;
import java.util.function.Function;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** A maker with words of its own. */
record NamedMaker(KernelMaker maker, Function<Settings, String> words, Function<Kernel, Map<String, Object>> reading) implements KernelMaker {

    NamedMaker(KernelMaker maker, Function<Settings, String> words) {
        this(maker, words, _ -> Map.of());
    }

    @Override
    public Kernel make(Settings settings) throws SettingException {
        return maker.make(settings);
    }

    @Override
    public String detail(Settings settings) {
        return words.apply(settings);
    }

    @Override
    public Map<String, Object> guess(Kernel kernel) {
        return reading.apply(kernel);
    }
}
