package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/** Every kernel that has a name. */
public final class KernelPresets {

    /** A new preset is one recipe and one line here. */
    public static final List<Recipe<KernelMaker>> ALL = List.of(
            SimpleKernels.IDENTITY,
            BlurKernels.BOX,
            BlurKernels.GAUSSIAN,
            BlurKernels.MOTION,
            SharpKernels.SHARPEN,
            SharpKernels.UNSHARP,
            EdgeKernels.EMBOSS,
            EdgeKernels.OUTLINE,
            EdgeKernels.LAPLACIAN,
            SlopeKernels.SOBEL,
            SlopeKernels.SCHARR,
            SlopeKernels.PREWITT,
            GaborKernel.RECIPE,
            SimpleKernels.RANDOM);

    /** The settings that hold a kernel's size, where a preset has any size. */
    public static final List<String> SIZE = List.of(KernelGrids.HEIGHT, KernelGrids.WIDTH);

    private KernelPresets() {}

    /** @throws SettingException where there is no such preset, or its settings do not go together */
    public static Kernel make(Spec spec) throws SettingException {
        return recipe(spec).maker().make(spec.settings());
    }

    /** As one says it: "Sobel, horizontal change". */
    public static String words(Spec spec) {
        try {
            Recipe<KernelMaker> recipe = recipe(spec);
            String detail = recipe.maker().detail(spec.settings());
            return detail.isEmpty() ? recipe.label() : recipe.label() + ", " + detail;
        } catch (SettingException unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
    }

    /** Which preset has these numbers; where none has, the one that has more than half of them. */
    public static Optional<FoundPreset> find(Kernel kernel) {
        return find(kernel, List.of());
    }

    /**
     * As {@link #find(Kernel)}; a preset with nothing but zeros around it is still that preset.
     *
     * @param hints presets with settings that cannot be read off a kernel, such as the last ones picked; asked first, in order
     */
    public static Optional<FoundPreset> find(Kernel kernel, List<Spec> hints) {
        List<Spec> candidates = new ArrayList<>(hints);
        ALL.forEach(recipe -> candidates.addAll(guesses(recipe, kernel)));
        Optional<FoundPreset> near = Optional.empty();
        double best = 0.5;
        for (Spec spec : candidates) {
            double share = share(kernel, spec);
            if (share == 1) {
                return Optional.of(new FoundPreset(spec, false));
            }
            if (share > best) {
                best = share;
                near = Optional.of(new FoundPreset(spec, true));
            }
        }
        Optional<FoundPreset> closest = near;
        Kernel inner = withoutBorder(kernel);
        return inner.equals(kernel) ? closest : find(inner, hints).filter(found -> !found.edited()).or(() -> closest);
    }

    /** Without the rows and columns of zeros that stand on both sides. */
    private static Kernel withoutBorder(Kernel kernel) {
        Kernel inner = kernel;
        while (inner.height() > 2 && inner.resized(inner.height() - 2, inner.width()).resized(inner.height(), inner.width()).equals(inner)) {
            inner = inner.resized(inner.height() - 2, inner.width());
        }
        while (inner.width() > 2 && inner.resized(inner.height(), inner.width() - 2).resized(inner.height(), inner.width()).equals(inner)) {
            inner = inner.resized(inner.height(), inner.width() - 2);
        }
        return inner;
    }

    private static Recipe<KernelMaker> recipe(Spec spec) throws SettingException {
        return Recipe.find(ALL, "kernel", spec.type());
    }

    /** How many of the numbers that are not 0 in both are the same, as a share; 0 where the sizes differ. */
    private static double share(Kernel kernel, Spec spec) {
        Kernel other;
        try {
            other = make(spec);
        } catch (SettingException noKernel) {
            return 0;
        }
        if (other.height() != kernel.height() || other.width() != kernel.width()) {
            return 0;
        }
        if (other.equals(kernel)) {
            return 1;
        }
        int counted = 0;
        int same = 0;
        float[] a = kernel.values();
        float[] b = other.values();
        for (int i = 0; i < a.length; i++) {
            counted += a[i] == 0 && b[i] == 0 ? 0 : 1;
            same += a[i] == b[i] && a[i] != 0 ? 1 : 0;
        }
        return (double) same / counted;
    }

    /** A preset in the kernel's size, with every word of its choices and with what can be read off the kernel. */
    private static List<Spec> guesses(Recipe<KernelMaker> recipe, Kernel kernel) {
        Map<String, Object> read = new LinkedHashMap<>(recipe.maker().guess(kernel));
        recipe.settings().stream().map(Setting::key).filter(SIZE::contains)
                .forEach(key -> read.put(key, (long) (key.equals(KernelGrids.HEIGHT) ? kernel.height() : kernel.width())));
        List<Spec> specs = new ArrayList<>();
        for (Map<String, Object> each : choices(recipe, read)) {
            try {
                specs.add(recipe.with(each));
            } catch (SettingException impossible) {
                throw new IllegalStateException("\"" + recipe.type() + "\" reads settings off a kernel that it refuses.", impossible);
            }
        }
        return specs;
    }

    private static List<Map<String, Object>> choices(Recipe<KernelMaker> recipe, Map<String, Object> read) {
        List<Map<String, Object>> all = List.of(read);
        for (Setting setting : recipe.settings()) {
            if (setting instanceof Setting.Choice choice) {
                all = all.stream().flatMap(each -> choice.options().stream().map(option -> {
                    Map<String, Object> with = new LinkedHashMap<>(each);
                    with.put(choice.key(), option.key());
                    return with;
                })).toList();
            }
        }
        return all;
    }
}
