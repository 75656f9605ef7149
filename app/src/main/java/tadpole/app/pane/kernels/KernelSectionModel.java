package tadpole.app.pane.kernels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.app.form.FormModel;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.FoundPreset;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.KernelMaker;
import tadpole.engine.convolution.KernelPresets;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;

/** The chosen kernel by preset and size, and how all kernels are treated before they slide. */
public final class KernelSectionModel {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,4})(?:\\s*[x×*, ]\\s*(\\d{1,4}))?");
    private static final String AS_WRITTEN = "correlation";
    private static final String TURNED = "convolution";

    private static final List<Setting> TREATMENT = List.of(
            new Setting.Decimal("gain", "Gain", 1.0, -1e6, 1e6, "", "What every number of the kernel is multiplied with. Default 1."),
            new Setting.Decimal("bias", "Bias", 0.0, -1e6, 1e6, "", "Added to every output pixel of this filter. Default 0."),
            new Setting.Switch("normalize", "Divide by the sum", false,
                    "A kernel whose numbers sum to 1 keeps the picture's brightness. Where the sum is 0, or a millionth of the numbers and less (rounding), nothing is divided."),
            new Setting.Switch("relu", "ReLU after", false, "What is below 0 becomes 0: y = max(0, x)."),
            new Setting.Choice("slide", "Slides", AS_WRITTEN,
                    List.of(new Setting.Option(AS_WRITTEN, "as written"), new Setting.Option(TURNED, "turned")),
                    "As written is correlation: what networks call convolution. Turned by half a turn is convolution in mathematics. Default as written."));

    private final KernelsModel model;
    private final Map<String, FormModel> forms = new LinkedHashMap<>();
    private final FormModel treatment = FormModel.of(TREATMENT);
    private final ReadOnlyObjectWrapper<Optional<FoundPreset>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper size = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private boolean following;

    public KernelSectionModel(KernelsModel model) {
        this.model = model;
        for (Recipe<KernelMaker> recipe : KernelPresets.ALL) {
            FormModel form = FormModel.of(recipe.settings().stream().filter(each -> !KernelPresets.SIZE.contains(each.key())).toList());
            form.settingsProperty().addListener((_, _, now) -> tuned(recipe, now));
            forms.put(recipe.type(), form);
        }
        treatment.settingsProperty().addListener((_, _, now) -> treat(now));
        model.planProperty().subscribe(_ -> follow());
        model.filterProperty().subscribe(_ -> follow());
        model.channelProperty().subscribe(_ -> follow());
    }

    /** The preset that the chosen kernel is; empty for one of one's own. */
    public ReadOnlyObjectProperty<Optional<FoundPreset>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** The settings of a preset, without its size. */
    public FormModel form(Recipe<KernelMaker> recipe) {
        return forms.get(recipe.type());
    }

    /** Gain, bias, normalizing, turning, ReLU. */
    public FormModel treatment() {
        return treatment;
    }

    /** "3 × 3". */
    public ReadOnlyStringProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /** Why a size or a preset was not taken, in one sentence; empty where it was. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** In the preset's own size where there is one kernel alone, else in the size that all have. */
    public void pick(Recipe<KernelMaker> recipe) {
        Kernel now = model.kernel();
        boolean alone = model.planProperty().get().filters().size() == 1 && model.planProperty().get().filters().getFirst().kernels().size() == 1;
        Settings standard = recipe.standard().settings();
        boolean sized = hasSize(recipe);
        use(recipe, sized && alone ? standard.whole("height") : now.height(), sized && alone ? standard.whole("width") : now.width(), true);
    }

    /** What a person typed for the size: "5", "5 x 3", "5 × 3". */
    public void enterSize(String typed) {
        Matcher matcher = SIZE.matcher(typed.strip());
        int height = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        int width = matcher.matches() && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : height;
        if (height < 1 || width < 1 || height > Kernel.MOST || width > Kernel.MOST) {
            refusal.set("A kernel is 1 × 1 to %1$d × %1$d, but here is \"%2$s\". Type a size such as 5, or 3 × 7.".formatted(Kernel.MOST, typed.strip()));
            return;
        }
        resize(height, width);
    }

    /** One row and one column more, or less; as far as it goes. */
    public void grow(int by) {
        Kernel now = model.kernel();
        resize(Math.clamp(now.height() + by, 1, Kernel.MOST), Math.clamp(now.width() + by, 1, Kernel.MOST));
    }

    public void resize(int height, int width) {
        refusal.set("");
        Kernel now = model.kernel();
        if (now.height() == height && now.width() == width) {
            return;
        }
        Optional<Recipe<KernelMaker>> recipe = found.get().filter(each -> !each.edited()).map(each -> recipe(each.spec())).filter(KernelSectionModel::hasSize);
        if (recipe.isPresent()) {
            use(recipe.get(), height, width, isAlike());
        } else {
            set(now.resized(height, width), false);
        }
    }

    private static boolean hasSize(Recipe<KernelMaker> recipe) {
        return recipe.settings().stream().anyMatch(each -> KernelPresets.SIZE.contains(each.key()));
    }

    private static Recipe<KernelMaker> recipe(Spec spec) {
        return KernelPresets.ALL.stream().filter(each -> each.type().equals(spec.type())).findFirst().orElseThrow();
    }

    private void tuned(Recipe<KernelMaker> recipe, Settings now) {
        if (!following && found.get().filter(each -> each.spec().type().equals(recipe.type())).isPresent()) {
            use(recipe, model.kernel().height(), model.kernel().width(), isAlike());
        }
    }

    /** Whether the chosen filter has the same kernel for every channel. */
    private boolean isAlike() {
        return filter().kernels().stream().allMatch(model.kernel()::equals);
    }

    private Filter filter() {
        return model.planProperty().get().filters().get(model.filterProperty().get());
    }

    private void use(Recipe<KernelMaker> recipe, int height, int width, boolean everyChannel) {
        Map<String, Object> settings = new LinkedHashMap<>(forms.get(recipe.type()).settings().asMap());
        if (hasSize(recipe)) {
            settings.put("height", (long) height);
            settings.put("width", (long) width);
        }
        try {
            Spec spec = recipe.with(settings);
            Kernel kernel = KernelPresets.make(spec);
            refusal.set("");
            model.names().remember(spec);
            set(kernel, everyChannel);
            follow();
        } catch (SettingException unfit) {
            refusal.set(unfit.getMessage());
        }
    }

    /** The model makes the other kernels as large. @param everyChannel whether the filter is to look for the same thing in all of them */
    private void set(Kernel kernel, boolean everyChannel) {
        List<Kernel> kernels = new ArrayList<>(filter().kernels());
        if (everyChannel) {
            kernels.replaceAll(_ -> kernel);
        } else {
            kernels.set(model.channelProperty().get(), kernel);
        }
        if (!kernels.equals(filter().kernels())) {
            int chosen = model.filterProperty().get();
            model.change(plan -> {
                List<Filter> filters = new ArrayList<>(plan.filters());
                filters.set(chosen, new Filter(kernels, filters.get(chosen).bias()));
                return plan.withFilters(filters);
            });
        }
    }

    private void treat(Settings now) {
        if (following) {
            return;
        }
        int filter = model.filterProperty().get();
        model.change(plan -> {
            ConvolutionPlan treated = plan.withGain((float) now.decimal("gain")).withNormalize(now.on("normalize"))
                    .withFlip(now.choice("slide").equals(TURNED)).withRelu(now.on("relu"));
            List<Filter> filters = new ArrayList<>(treated.filters());
            filters.set(filter, new Filter(filters.get(filter).kernels(), (float) now.decimal("bias")));
            return treated.withFilters(filters);
        });
    }

    private void follow() {
        ConvolutionPlan plan = model.planProperty().get();
        if (model.filterProperty().get() >= plan.filters().size()
                || model.channelProperty().get() >= plan.filters().get(model.filterProperty().get()).kernels().size()) {
            return;
        }
        following = true;
        Kernel kernel = model.kernel();
        size.set("%d × %d".formatted(kernel.height(), kernel.width()));
        Optional<FoundPreset> now = model.names().find(kernel);
        now.ifPresent(preset -> forms.get(preset.spec().type()).show(preset.spec().settings()));
        treatment.field("gain").take(decimal(plan.gain()));
        treatment.field("bias").take(decimal(plan.filters().get(model.filterProperty().get()).bias()));
        treatment.field("normalize").take(plan.normalize());
        treatment.field("slide").take(plan.flip() ? TURNED : AS_WRITTEN);
        treatment.field("relu").take(plan.relu());
        following = false;
        found.set(now);
    }

    private static double decimal(float value) {
        return Double.parseDouble(Float.toString(value));
    }
}
