package tadpole.engine.picture.finish;

import java.util.Arrays;
import java.util.Optional;
import tadpole.engine.job.JobControl;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.Crop;
import tadpole.engine.picture.GaussianBlur;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.color.Lab;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.MaskSteps;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Tensor;

/**
 * The last stage of a harmonization: takes off the noise of colors and gives the object the painting's own grain. Luan et al. 2018, section 5,
 * as their released program works: in Lab, a guided filter of a and b by the composite's lightness gives O1; PatchMatch from O1 to the painting
 * and a vote give the base; O2 = base + (O1 - Gaussian(O1)); O2 · soft + painting · (1 - soft). Computed only around the soft mask.
 */
public final class Finish {

    private static final int WINDOW = 7;

    private final Picture painting;
    private final FinishPlan plan;
    private final Device device;
    private final JobControl control;

    private Finish(Picture painting, FinishPlan plan, Device device, JobControl control) {
        this.painting = painting;
        this.plan = plan;
        this.device = device;
        this.control = control;
    }

    /**
     * @param result    of the last pass, RGB of 0..255 as all pictures here, all of one size
     * @param composite the painting with the object pasted in, as it was at first
     * @param tight     where the object is
     * @return empty when it was stopped
     */
    public static Optional<Finished> of(Picture result, Picture composite, Picture painting, Mask tight, FinishPlan plan, Device device, JobControl control) {
        return new Finish(painting, plan, device, control).finished(result, composite, tight);
    }

    private Optional<Finished> finished(Picture result, Picture composite, Mask tight) {
        Mask soft = MaskSteps.soft(tight);
        int reach = plan.patch() / 2;
        Box box = soft.box().grown(2 * reach + 2 * plan.guideRadius() + WINDOW).within(Box.of(painting.height(), painting.width()));
        if (box.isEmpty()) {
            return Optional.of(new Finished(result, result, result, soft, painting));
        }
        Tensor guided = guided(Crop.of(result, box), Crop.of(composite, box));
        boolean[] asked = asked(soft.cropped(box), reach);
        Optional<Tensor> voted = plan.rounds() == 0 ? Optional.of(guided) : base(guided, asked);
        return voted.map(base -> {
            Tensor detail = detail(guided, base, soft.cropped(box));
            Picture composed = composed(detail, soft, box);
            return new Finished(Crop.pasted(result, guided, box), Crop.pasted(result, base, box), Crop.pasted(result, detail, box), soft, composed);
        });
    }

    private Tensor guided(Picture result, Picture composite) {
        int area = result.height() * result.width();
        Tensor lab = Lab.of(result, device);
        float[] guide = new float[area];
        float[] lightness = Lab.of(composite, device).data();
        for (int i = 0; i < area; i++) {
            guide[i] = lightness[i] / 100;
        }
        device.run(2, n -> {
            float[] plane = new float[area];
            System.arraycopy(lab.data(), (n + 1) * area, plane, 0, area);
            float[] smooth = GuidedFilter.of(guide, plane, result.height(), result.width(), plan.guideRadius(), plan.guideEpsilon());
            System.arraycopy(smooth, 0, lab.data(), (n + 1) * area, area);
        });
        return Lab.picture(result.name(), lab, device).values();
    }

    /** The pixels whose patch holds one under the soft mask. */
    private static boolean[] asked(Mask soft, int reach) {
        boolean[] asked = new boolean[soft.height() * soft.width()];
        for (int y = 0; y < soft.height(); y++) {
            for (int x = 0; x < soft.width(); x++) {
                if (soft.at(y, x) > 0) {
                    for (int v = Math.max(0, y - reach); v <= Math.min(soft.height() - 1, y + reach); v++) {
                        int row = v * soft.width();
                        Arrays.fill(asked, row + Math.max(0, x - reach), row + Math.min(soft.width(), x + reach + 1), true);
                    }
                }
            }
        }
        return asked;
    }

    private Optional<Tensor> base(Tensor guided, boolean[] asked) {
        Pixels pixels = Pixels.of(painting.values());
        return PatchMatch.of(Pixels.of(guided), pixels, asked, plan.patch(), plan.rounds(), new Seed(plan.seed()), device, control)
                .map(field -> field.vote(guided, pixels, device));
    }

    /** Beyond the soft mask, where nothing of it is seen, the guided picture. */
    private Tensor detail(Tensor guided, Tensor base, Mask soft) {
        int height = guided.shape().at(1);
        int width = guided.shape().at(2);
        int area = height * width;
        GaussianBlur blur = GaussianBlur.of(WINDOW, plan.sigma());
        Tensor detail = Tensor.zeros(guided.shape());
        device.run(3, c -> {
            float[] plane = new float[area];
            System.arraycopy(guided.data(), c * area, plane, 0, area);
            float[] smooth = blur.of(plane, height, width);
            for (int i = 0; i < area; i++) {
                detail.data()[c * area + i] = soft.values()[i] == 0 ? plane[i] : Math.clamp(base.data()[c * area + i] + (plane[i] - smooth[i]), 0f, 255f);
            }
        });
        return detail;
    }

    private Picture composed(Tensor detail, Mask soft, Box box) {
        Tensor made = painting.values().copy();
        int area = box.height() * box.width();
        for (int c = 0; c < 3; c++) {
            for (int y = box.y(); y < box.bottom(); y++) {
                for (int x = box.x(); x < box.right(); x++) {
                    float share = soft.at(y, x);
                    int at = (c * painting.height() + y) * painting.width() + x;
                    float value = detail.data()[c * area + (y - box.y()) * box.width() + x - box.x()];
                    made.data()[at] = value * share + painting.values().data()[at] * (1 - share);
                }
            }
        }
        return new Picture(painting.name(), made, painting.black(), painting.white());
    }
}
