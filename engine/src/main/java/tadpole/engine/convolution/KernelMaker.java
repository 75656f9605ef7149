package tadpole.engine.convolution;

import java.util.Map;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** Makes a kernel from settings alone: the same settings give the same numbers to the last bit. */
@FunctionalInterface
public interface KernelMaker {

    /** @throws SettingException in one sentence where the settings do not go together */
    Kernel make(Settings settings) throws SettingException;

    /** What stands behind the preset's label in a name, such as "horizontal change"; may be empty. */
    default String detail(Settings settings) {
        return "";
    }

    /** Settings that can be read off a kernel, were it made here; size and choices are tried by {@link KernelPresets#find} without this. */
    default Map<String, Object> guess(Kernel kernel) {
        return Map.of();
    }
}
