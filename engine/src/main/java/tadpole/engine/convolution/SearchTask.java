package tadpole.engine.convolution;

import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Which kernel is searched: the one that makes the wanted output of a picture, where all but the numbers of the kernels is known.
 *
 * @param plan    size and number of the kernels, stride, padding, dilation, turning and ReLU; gain 1, not normalized
 * @param picture gray already, where the plan says so
 * @param wanted  [out, height, width]
 */
public record SearchTask(ConvolutionPlan plan, Picture picture, Tensor wanted) {

    public SearchTask {
        plan = plan.withGain(1).withNormalize(false);
    }

    /** The kernel is hidden: its output is wanted. What is found has gain and normalization in its numbers. */
    public static SearchTask ofHidden(Convolved convolved) {
        return new SearchTask(convolved.plan(), convolved.picture(), convolved.output());
    }

    /**
     * A picture is wanted, such as one made by another program.
     *
     * @param wanted of as many channels as come out, or of any where one comes out: then its gray counts
     * @throws SettingException where the sizes do not fit, with the size that would
     */
    public static SearchTask of(ConvolutionPlan plan, Picture picture, Picture wanted) throws SettingException {
        Picture in = plan.mixing() == Mixing.GRAY ? picture.gray() : picture;
        Misfit.refuse(plan, in);
        int out = plan.mixing() == Mixing.EACH ? in.channels() : plan.filters().size();
        Picture target = out == 1 ? wanted.gray() : wanted;
        Shape needed = Shape.of(out, places(plan, in.height(), plan.height()), places(plan, in.width(), plan.width()));
        if (!target.values().shape().equals(needed)) {
            throw new SettingException("The wanted picture is %d×%d with %s, but this convolution makes %d×%d with %d of this picture. Take a picture of that size, or change padding or stride."
                    .formatted(wanted.height(), wanted.width(), wanted.channels() == 1 ? "1 channel" : wanted.channels() + " channels", needed.at(1), needed.at(2), out));
        }
        return new SearchTask(plan, in, target.values());
    }

    private static int places(ConvolutionPlan plan, int size, int kernel) {
        int around = plan.padding().before(kernel, plan.dilation()) + plan.padding().after(kernel, plan.dilation());
        return (size + around - plan.dilation() * (kernel - 1) - 1) / plan.stride() + 1;
    }
}
