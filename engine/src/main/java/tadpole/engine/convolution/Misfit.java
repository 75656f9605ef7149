package tadpole.engine.convolution;

import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.SettingException;

/** Says in one sentence about what a person sees why a plan cannot be computed on a picture. */
final class Misfit {

    /** Half a gigabyte: what a window can be asked to hold of one picture. */
    private static final long MOST = 128 * 1024 * 1024;

    private final ConvolutionPlan plan;
    private final Picture picture;

    private Misfit(ConvolutionPlan plan, Picture picture) {
        this.plan = plan;
        this.picture = picture;
    }

    /** @throws SettingException where the plan and the picture, gray where the plan wants it, do not fit */
    static void refuse(ConvolutionPlan plan, Picture picture) throws SettingException {
        Misfit check = new Misfit(plan, picture);
        check.refuseFewKernels();
        check.refuseThinPicture("rows", picture.height(), plan.height());
        check.refuseThinPicture("columns", picture.width(), plan.width());
        if (check.padded(picture.height(), plan.height()) < check.covers(plan.height())
                || check.padded(picture.width(), plan.width()) < check.covers(plan.width())) {
            throw new SettingException(check.largeKernel());
        }
        check.refuseMuch();
    }

    private void refuseFewKernels() throws SettingException {
        int needed = plan.mixing() == Mixing.SUM ? picture.channels() : 1;
        for (int filter = 0; filter < plan.filters().size(); filter++) {
            int kernels = plan.filters().get(filter).kernels().size();
            if (kernels < needed) {
                throw new SettingException("Filter %d has %s, but the picture has %d channels: a filter sums over all channels and needs a kernel for each."
                        .formatted(filter + 1, kernels == 1 ? "1 kernel" : kernels + " kernels", needed));
            }
        }
    }

    /** Mirrored and circular padding take their pixels from the picture itself. */
    private void refuseThinPicture(String axis, int size, int kernel) throws SettingException {
        int around = plan.padding().after(kernel, plan.dilation());
        Border border = plan.padding().border();
        int most = border.mode().most(size);
        if (around > most) {
            throw new SettingException("%s can put at most %s around a picture of %s, but %s asked for. Take less padding or another border.".formatted(
                    border == Border.REFLECT ? "Mirroring (each pixel once, without the edge)" : "Going around to the other side (each pixel once)",
                    count(most, "pixels"), count(size, axis), around == 1 ? "1 is" : around + " are"));
        }
    }

    private int covers(int kernel) {
        return plan.dilation() * (kernel - 1) + 1;
    }

    private long padded(int size, int kernel) {
        return (long) size + plan.padding().before(kernel, plan.dilation()) + plan.padding().after(kernel, plan.dilation());
    }

    private String largeKernel() {
        String apart = plan.dilation() == 1 ? "" : " with dilation %d, so %d×%d pixels,".formatted(plan.dilation(), covers(plan.height()), covers(plan.width()));
        return "The kernel (%d×%d%s) is larger than the picture with its padding (%d×%d). Take a smaller kernel%s, or more padding.".formatted(
                plan.height(), plan.width(), apart.replaceAll(",$", ""), padded(picture.height(), plan.height()), padded(picture.width(), plan.width()),
                plan.dilation() == 1 ? "" : " or dilation");
    }

    private void refuseMuch() throws SettingException {
        long height = padded(picture.height(), plan.height());
        long width = padded(picture.width(), plan.width());
        int out = plan.mixing() == Mixing.EACH ? picture.channels() : plan.filters().size();
        long places = ((height - covers(plan.height())) / plan.stride() + 1) * ((width - covers(plan.width())) / plan.stride() + 1);
        if (picture.channels() * height * width > MOST || out * places > MOST) {
            throw new SettingException("The picture with its padding is %d×%d with %s, and %s of %s come out: more than %d million numbers. Take a smaller picture, fewer filters or a larger stride."
                    .formatted(height, width, count(picture.channels(), "channels"), count(out, "maps"), count(places, "pixels"), MOST >> 20));
        }
    }

    private static String count(long number, String many) {
        return number == 1 ? "1 " + many.substring(0, many.length() - 1) : number + " " + many;
    }
}
