package tadpole.app.pane.kernels.learn;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.KernelPresets;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Seed;

/** A preset drawn by lot: which one, and the convolution that has it. */
record Lot(String name, ConvolutionPlan plan) {

    /** Those that one can tell by looking. */
    private static final List<String> TYPES = List.of("sobel", "scharr", "prewitt", "emboss", "outline", "laplacian", "sharpen", "gaussianBlur", "boxBlur", "motionBlur");

    /** The same number gives the same preset. */
    static Lot draw(ConvolutionPlan around, long number) {
        RandomGenerator random = new Seed(number).derive("lot").generator();
        List<Spec> presets = KernelPresets.ALL.stream().filter(each -> TYPES.contains(each.type())).map(Recipe::standard).toList();
        Spec drawn = presets.get(random.nextInt(presets.size()));
        try {
            Kernel kernel = KernelPresets.make(drawn);
            List<Filter> filters = around.filters().stream()
                    .map(filter -> new Filter(filter.kernels().stream().map(_ -> kernel).toList(), 0)).toList();
            return new Lot(KernelPresets.words(drawn), around.withFilters(filters).withGain(1).withNormalize(false));
        } catch (SettingException impossible) {
            throw new IllegalStateException("A preset at its defaults makes a kernel.", impossible);
        }
    }
}
