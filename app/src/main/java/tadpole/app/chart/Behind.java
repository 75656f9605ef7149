package tadpole.app.chart;

import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * A run that lies faintly behind another on its chart.
 *
 * @param look            color and marker, as {@link RaceMark} has them
 * @param loss            average over the epochs; empty where it is another loss, that one cannot compare
 * @param heldOutAccuracy after each epoch
 * @param place           an epoch in words; asked on the JavaFX thread
 */
public record Behind(String name, int look, Optional<Points> loss, Points heldOutAccuracy, DoubleFunction<String> place) {

    /** @param before the run that it lies behind */
    public static Behind of(String name, int look, RunCurves run, RunFrame before) {
        RunLines lines = new RunLines(run, Along.EPOCHS);
        return new Behind(name, look, Optional.of(lines.line(Metric.LOSS, Optional.empty())).filter(_ -> run.frame().loss().equals(before.loss())),
                lines.line(Metric.HELD_OUT_ACCURACY, Optional.empty()), lines::place);
    }
}
