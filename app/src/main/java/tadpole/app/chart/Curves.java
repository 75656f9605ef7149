package tadpole.app.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A run as it stands at one moment, ready to be drawn on any thread.
 *
 * @param batchLoss         of single batches
 * @param averageLoss       exponential average of the batches' losses
 * @param averageAccuracy   the same of their accuracies, between 0 and 1
 * @param trainAccuracy     after each epoch
 * @param heldOutLoss       after each epoch
 * @param heldOutAccuracy   after each epoch
 * @param sameBatchSize     whether every step so far took as many samples as planned
 * @param zoom              what is seen of it
 * @param behind            other runs, faintly behind it
 * @param place             an epoch in words; asked on the JavaFX thread
 */
public record Curves(
        RunFrame frame,
        Points batchLoss,
        Points averageLoss,
        Points averageAccuracy,
        Points trainAccuracy,
        Points heldOutLoss,
        Points heldOutAccuracy,
        List<Flag> flags,
        boolean sameBatchSize,
        Zoom zoom,
        List<Behind> behind,
        DoubleFunction<String> place) implements Explorable {

    private static final double LONG = 50;
    private static final double FIRST_HORIZON = 25;

    /** With one more mark. */
    public Curves with(Flag flag) {
        List<Flag> all = new ArrayList<>(flags);
        all.add(flag);
        return new Curves(frame, batchLoss, averageLoss, averageAccuracy, trainAccuracy, heldOutLoss, heldOutAccuracy, all, sameBatchSize,
                zoom, behind, place);
    }

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        new LossChart(colors, fonts).draw(g, this, width, height);
    }

    @Override
    public List<Plot> plots(ChartFonts fonts, double width, double height) {
        return LossLayout.plots(this, width, height);
    }

    /** To where the axis goes: the planned end; in a long run it grows with the run, so that the curve is not squeezed. */
    double horizon() {
        double planned = frame.epochs();
        double now = averageLoss.size() == 0 ? 0 : averageLoss.x()[averageLoss.size() - 1];
        double horizon = FIRST_HORIZON;
        while (planned > LONG && horizon < now) {
            horizon *= 2;
        }
        return planned > LONG ? Math.min(planned, horizon) : planned;
    }
}
