package tadpole.app.pane.kernels;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tadpole.engine.convolution.FoundPreset;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.KernelPresets;
import tadpole.engine.recipe.Spec;

/** How kernels are called; it remembers the presets that were picked, as not all settings can be read off a kernel. */
public final class KernelNames {

    private static final int REMEMBERED = 50;

    private final LinkedHashMap<Spec, Spec> picked = new LinkedHashMap<>();

    /** The last ones are asked first. */
    public void remember(Spec spec) {
        picked.remove(spec);
        picked.putFirst(spec, spec);
        if (picked.size() > REMEMBERED) {
            picked.pollLastEntry();
        }
    }

    /** The preset that a kernel is, or was before it was edited. */
    public Optional<FoundPreset> find(Kernel kernel) {
        return KernelPresets.find(kernel, List.copyOf(picked.keySet()));
    }

    public String of(Kernel kernel) {
        return find(kernel).map(FoundPreset::words).orElse("Own kernel");
    }
}
