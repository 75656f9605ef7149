package tadpole.app.pane.kernels.learn;

import java.util.List;
import java.util.stream.IntStream;
import tadpole.app.chart.XyPicture;
import tadpole.engine.convolution.SearchStep;

/** The loss from step to step, raw. */
final class LearnPictures {

    private static final double LEAST = 1e-12;
    private static final double FIRST_STEPS = 20;

    private LearnPictures() {}

    /** @param enough where the search ends */
    static XyPicture losses(List<SearchStep> steps, double enough) {
        double[] losses = steps.stream().mapToDouble(each -> Math.max(LEAST, each.loss())).toArray();
        double most = IntStream.range(0, losses.length).mapToDouble(i -> losses[i]).max().orElse(1e4);
        double least = IntStream.range(0, losses.length).mapToDouble(i -> losses[i]).min().orElse(1);
        double bottom = Math.max(LEAST, Math.min(least, enough) / 3);
        double right = Math.max(FIRST_STEPS, 1.03 * losses.length);
        XyPicture.Axes axes = new XyPicture.Axes(0, right, bottom, Math.max(10 * bottom, 2 * most), true, false, "step");
        double[] at = IntStream.range(0, losses.length).mapToDouble(i -> i).toArray();
        return new XyPicture("Loss", "mean squared error of a pixel, log axis", axes, List.of(
                new XyPicture.Line(new double[] {0, right}, new double[] {enough, enough}, 3, 1.2, 2, 3),
                new XyPicture.Words(0, enough, "enough", 3),
                new XyPicture.Line(at, losses, 0, 1.8),
                new XyPicture.Dots(at, losses, 0, losses.length > 200 ? 1.2 : 2.4, losses.length - 1)));
    }
}
