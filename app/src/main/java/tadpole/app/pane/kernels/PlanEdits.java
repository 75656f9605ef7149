package tadpole.app.pane.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;

/** Changes of a plan's filters and kernels that keep what can be kept. */
public final class PlanEdits {

    /** As many filters as one may set up by hand. */
    public static final int MOST_FILTERS = 8;

    private PlanEdits() {}

    /** Every kernel in another size, around the same middle. */
    public static ConvolutionPlan sized(ConvolutionPlan plan, int height, int width) {
        return plan.withFilters(plan.filters().stream()
                .map(filter -> new Filter(filter.kernels().stream().map(kernel -> resized(kernel, height, width)).toList(), filter.bias())).toList());
    }

    /** One more filter behind the last: its kernels pass the picture on as it is. */
    static ConvolutionPlan withNewFilter(ConvolutionPlan plan) {
        Kernel one = Kernel.zeros(plan.height(), plan.width()).with((plan.height() - 1) / 2, (plan.width() - 1) / 2, 1);
        return with(plan, plan.filters().size(), new Filter(plan.filters().getFirst().kernels().stream().map(_ -> one).toList(), 0));
    }

    /** The same filter once more, right behind it. */
    static ConvolutionPlan withCopy(ConvolutionPlan plan, int filter) {
        return with(plan, filter + 1, plan.filters().get(filter));
    }

    /** Without one filter; the last one stays. */
    static ConvolutionPlan without(ConvolutionPlan plan, int filter) {
        if (plan.filters().size() == 1) {
            return plan;
        }
        List<Filter> others = new ArrayList<>(plan.filters());
        others.remove(filter);
        return plan.withFilters(others);
    }

    /**
     * The plan with as many kernels as it needs, all of one size: the one that is new.
     *
     * @param before   what it was
     * @param channels of the picture
     */
    static ConvolutionPlan fitted(ConvolutionPlan plan, ConvolutionPlan before, int channels) {
        int needed = plan.mixing() == Mixing.SUM ? Math.max(1, channels) : 1;
        ConvolutionPlan fitting = plan.filters().stream().allMatch(filter -> filter.kernels().size() == needed) ? plan
                : plan.withFilters(plan.filters().stream().map(filter -> new Filter(kernels(filter, needed), filter.bias())).toList());
        List<Kernel> kernels = fitting.filters().stream().flatMap(filter -> filter.kernels().stream()).toList();
        Kernel first = kernels.getFirst();
        if (kernels.stream().allMatch(each -> isAsLarge(each, first.height(), first.width()))) {
            return fitting;
        }
        Kernel changed = kernels.stream().filter(each -> !isAsLarge(each, before.height(), before.width())).findFirst().orElse(first);
        return sized(fitting, changed.height(), changed.width());
    }

    private static List<Kernel> kernels(Filter filter, int needed) {
        return IntStream.range(0, needed).mapToObj(c -> filter.kernels().get(c < filter.kernels().size() ? c : 0)).toList();
    }

    private static Kernel resized(Kernel kernel, int height, int width) {
        return isAsLarge(kernel, height, width) ? kernel : kernel.resized(height, width);
    }

    private static boolean isAsLarge(Kernel kernel, int height, int width) {
        return kernel.height() == height && kernel.width() == width;
    }

    private static ConvolutionPlan with(ConvolutionPlan plan, int place, Filter filter) {
        if (plan.filters().size() >= MOST_FILTERS) {
            return plan;
        }
        List<Filter> others = new ArrayList<>(plan.filters());
        others.add(place, filter);
        return plan.withFilters(others);
    }
}
